import { expect, test } from 'vitest';
import { sourcesOfText } from './sources';

test.each([
  [
    'addresses, one a line',
    'https://a.org/x.json\nhttp://b.org/y',
    ['url:https://a.org/x.json', 'url:http://b.org/y'],
  ],
  ['JSON', ' {"a": 1}', ['text:{"a": 1}']],
  ['words', 'just some words', []],
  ['an address of another kind', 'javascript:alert(1)', []],
  ['nothing', '  ', []],
])('reads %s', (_, text, expected) => {
  const found = sourcesOfText(text).map((source) =>
    source.kind === 'url' ? `url:${source.url}` : source.kind === 'text' ? `text:${source.text}` : '',
  );
  expect(found).toEqual(expected);
});

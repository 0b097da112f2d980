import { expect, test } from 'vitest';
import { sourcesOfText } from './sources';

test.each([
  [
    'addresses, one a line',
    'https://a.org/x.json\nhttp://b.org/y',
    ['url:https://a.org/x.json', 'url:http://b.org/y'],
  ],
  ['JSON', ' {"a": 1}', ['text:{"a": 1}']],
  ['an entry of BibTeX', '@article{a, title={T}}', ['text:@article{a, title={T}}']],
  ['an entry of RIS', 'TY  - JOUR\nTI  - T\nER  -', ['text:TY  - JOUR\nTI  - T\nER  -']],
  ['an address of mail', '@someone said {this}', []],
  ['words', 'just some words', []],
  ['an address of another kind', 'javascript:alert(1)', []],
  ['nothing', '  ', []],
])('reads %s', (_, text, expected) => {
  const found = sourcesOfText(text).map((source) =>
    source.kind === 'url' ? `url:${source.url}` : source.kind === 'text' ? `text:${source.text}` : '',
  );
  expect(found).toEqual(expected);
});

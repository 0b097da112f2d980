import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { excerptOf } from './excerpt';

const TEXT = '{"a":{"b":[1.0,{"c":"é\\u0041"},[]]},"d":1e2,"a":{"b":[true,{"c":-0}]}}';

/** What is marked, without its indent and comma. */
function marked(text: string, pointer: string): string | null {
  const excerpt = excerptOf(text, pointer);
  if (!excerpt?.marked) return null;
  const [first, last] = excerpt.marked;
  return excerpt.lines
    .slice(first, last + 1)
    .map((line) => line.trim())
    .join('')
    .replace(/,$/, '');
}

describe('a pointer marks what stands there', () => {
  it.each([
    ['/d', '"d": 1e2'],
    ['/a/b/0', 'true'],
    ['/a/b/1/c', '"c": -0'],
    ['/a/b', '"b": [true,{"c": -0}]'],
    ['/a/x', null],
    ['/a/b/7', null],
    ['', null],
  ])('%s', (pointer, expected) => {
    expect(marked(TEXT, pointer)).toBe(expected);
  });

  test('a whole collection is shown as its lines, not as the first of them', () => {
    const excerpt = excerptOf('{"type":"collection"}\n{"type":"work"}\n', '');
    expect(excerpt).toEqual({
      lines: ['{"type":"collection"}', '{"type":"work"}', ''],
      from: 1,
      marked: null,
    });
  });

  test('a line of a collection', () => {
    const excerpt = excerptOf(
      Array.from({ length: 1000 }, (_, index) => `{"n":${index + 1}}\r`).join('\n'),
      'line 500',
    );
    expect(excerpt?.from).toBe(300);
    expect(excerpt?.lines[excerpt.marked?.[0] ?? -1]).toBe('{"n":500}');
  });

  test('a key with slashes and tildes', () => {
    expect(marked('{"a/b~c":{"x":1}}', '/a~1b~0c/x')).toBe('"x": 1');
  });
});

test('laying out changes nothing but white space: any JSON reads back the same', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(JSON.parse(excerptOf(text, '')?.lines.join('\n') ?? '')).toEqual(JSON.parse(text));
    }),
  );
});

test('numbers and escapes stay as they were written', () => {
  expect(excerptOf(TEXT, '')?.lines.join('')).toContain('1.0');
  expect(excerptOf(TEXT, '')?.lines.join('')).toContain('"é\\u0041"');
});

it.each([
  ['what is not JSON', 'Dear reader'],
  ['what is nested very deep', '['.repeat(100_000) + ']'.repeat(100_000)],
  ['what is very large', `"${'x'.repeat(9_000_000)}"`],
])('%s is not laid out', (_, text) => {
  expect(excerptOf(text, '/x')).toBeNull();
});

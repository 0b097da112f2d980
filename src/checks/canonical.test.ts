import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { LIMITS } from '../documents';
import { canonicalJson, hasLoneSurrogate, writeCanonical } from './canonical';
import { DEEPEST, parseExactly } from './exact';
import { hashOf } from './hash';

interface Vector {
  readonly json: string;
  readonly canonical: string;
  readonly sha256: string;
}

const vectors = readFileSync(new URL('vectors/python-canonical.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Vector);

describe('canonical JSON is what Python writes', () => {
  test('there are 33 vectors', () => {
    expect(vectors).toHaveLength(33);
  });

  it.each(vectors)('$json', ({ json, canonical, sha256 }) => {
    expect(canonicalJson(json)).toBe(canonical);
    expect(hashOf(canonical)).toBe(sha256);
  });

  it.each([
    ['a power below -4 is written with an exponent', '[1e-4,0.00001,1.5e-7]', '[0.0001,1e-05,1.5e-07]'],
    [
      'a power of 16 and more is too',
      '[1e15,1e16,123456789012345678.0]',
      '[1000000000000000.0,1e+16,1.2345678901234568e+17]',
    ],
    ['a whole -0 loses its sign, a float keeps it', '[-0,-0.0,-0e5]', '[0,-0.0,-0.0]'],
    ['a float beyond all floats is what Python makes of it', '[1e400,-1e400]', '[Infinity,-Infinity]'],
    [
      'integers keep every digit',
      '[9007199254740993,-100000000000000000000]',
      '[9007199254740993,-100000000000000000000]',
    ],
    [
      'keys are in the order of code points, not of UTF-16',
      '{"\ud83d\ude00":1,"\uffee":2}',
      '{"\uffee":2,"\ud83d\ude00":1}',
    ],
    ['a shorter key comes first', '{"ab":1,"a":2,"":3}', '{"":3,"a":2,"ab":1}'],
    [
      'keys that name something in JavaScript are keys',
      '{"__proto__":{"constructor":1},"toString":2}',
      '{"__proto__":{"constructor":1},"toString":2}',
    ],
    [
      'the last of repeated keys is kept, at any depth',
      '{"a":{"b":1},"a":{"c":1,"c":1.0}}',
      '{"a":{"c":1.0}}',
    ],
    ['a key written with escapes is the same key', '{"\\u0061":1,"a":2}', '{"a":2}'],
    ['white space goes', ' { "a" :\t[ 1 ,\n2 ] } ', '{"a":[1,2]}'],
    ['a lone surrogate stays', '["\\ud800\\n"]', '["\ud800\\n"]'],
    ['half a pair written apart is joined', '"\\ud83d\\ude00"', '"\ud83d\ude00"'],
  ])('%s', (_, json, canonical) => {
    expect(canonicalJson(json)).toBe(canonical);
  });
});

it.each(['', '{', '{"a":NaN}', '[1,]', "{'a':1}", '01'])('refuses %j, which is not JSON', (text) => {
  expect(() => canonicalJson(text)).toThrow('not JSON');
});

test('refuses what is nested too deep, without running out of stack', () => {
  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
  expect(canonicalJson(nested(DEEPEST))).toBe(nested(DEEPEST));
  expect(() => canonicalJson(nested(100_000))).toThrow('200 levels');
  expect(DEEPEST).toBe(LIMITS.depth);
});

test('is the same when made again, and says the same', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const canonical = canonicalJson(text);
      expect(canonicalJson(canonical)).toBe(canonical);
      expect(writeCanonical(JSON.parse(canonical))).toBe(writeCanonical(JSON.parse(text)));
    }),
  );
});

const anyKey = fc.oneof(
  fc.constantFrom(
    '',
    '1',
    '01',
    '-1',
    '__proto__',
    'constructor',
    'toJSON',
    'a',
    'ab',
    '\\ud83d',
    '\uffee',
    '😀',
  ),
  fc.string({ unit: 'binary' }),
);
const anyValue = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, 0, -7, 123456789, 'x', '"\\', '\u007f\n', '\ud800', '𝔽', '\\ud800'),
    fc.array(tie('value')),
    fc
      .array(fc.tuple(anyKey, tie('value')))
      .map(
        (entries) =>
          JSON.parse(
            `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`,
          ) as unknown,
      ),
  ),
})).value;

test('is the same whether the engine writes it or it is written by hand', () => {
  fc.assert(
    fc.property(anyValue, (value) => {
      // What is parsed exactly holds exact numbers, if one: then all of it is written by hand.
      const byHand = writeCanonical(parseExactly(JSON.stringify([1, value])));
      expect(writeCanonical([1, value])).toBe(byHand);
    }),
    { numRuns: 500 },
  );
});

test('finds halves of characters only', () => {
  expect(hasLoneSurrogate('a\ud800')).toBe(true);
  expect(hasLoneSurrogate('a\ud83d\ude00')).toBe(false);
});

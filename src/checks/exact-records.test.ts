import { expect, it, test } from 'vitest';
import type { Evidence } from '../documents';
import { canonicalTexts, plainlyWritten } from './exact-records';

it.each([
  ['a plain record', '{"canonical_record":{"a":[1,-2,"1.0"]}}', 1, ['{"a":[1,-2,"1.0"]}']],
  ['space round the colon', '{"canonical_record" :\n {"a":1}}', 1, ['{"a":1}']],
  ['quotes in strings', '{"canonical_record":{"a":"\\"}\\\\"},"b":1.5}', 1, ['{"a":"\\"}\\\\"}']],
  ['the words as a value', '{"b":"canonical_record","canonical_record":{}}', 1, ['{}']],
  ['a float', '{"canonical_record":{"a":1.0}}', 1, null],
  ['an exponent', '{"canonical_record":{"a":1e2}}', 1, null],
  ['a minus zero', '{"canonical_record":{"a":-0}}', 1, null],
  ['a long integer', '{"canonical_record":{"a":9007199254740993}}', 1, null],
  ['a key that comes twice', '{"canonical_record":{"a":1},"canonical_record":{"a":2}}', 1, null],
  ['a key with escapes', '{"canonical\\u005frecord":{"a":1}}', 1, null],
  [
    'a key with escapes that wins over the plain one',
    '{"canonical_record":{"a":1},"canonical\\u005Frecord":{"a":1.0}}',
    1,
    null,
  ],
])('%s', (_, text, count, expected) => {
  expect(plainlyWritten(text, count)).toEqual(expected);
});

it.each([
  ['plain', '{"canonical_record":{"b":1,"a":2}}', '{"a":2,"b":1}'],
  ['with floats', '{"x":1.0,"canonical_record":{"b":1.0,"a":1e16}}', '{"a":1e+16,"b":1.0}'],
  [
    'with the key in escapes, which wins',
    '{"canonical_record":{"a":1},"canonical\\u005frecord":{"a":1.0}}',
    '{"a":1.0}',
  ],
  ['with a repeated key', '{"canonical_record":{"a":1},"canonical_record":{"a":2}}', '{"a":2}'],
  [
    'with a record inside',
    '{"canonical_record":{"canonical_record":{"a":1.0}}}',
    '{"canonical_record":{"a":1.0}}',
  ],
  ['that is no object', '{"canonical_record":1.0}', '1.0'],
])('the canonical text of a record %s is exact', (_, text, expected) => {
  const document = JSON.parse(text) as Record<string, unknown>;
  const record = { value: document['canonical_record'], pointer: '/canonical_record' };
  expect(canonicalTexts({ text } as Evidence, [record]).get('/canonical_record')).toBe(expected);
});

test('two records that differ are each written', () => {
  const text = '{"canonical_record":{"a":1},"events":[{"payload":{"canonical_record":{"a":2}}}]}';
  const records = [
    { value: { a: 1 }, pointer: '/canonical_record' },
    { value: { a: 2 }, pointer: '/events/0/payload/canonical_record' },
  ];
  expect([...canonicalTexts({ text } as Evidence, records).values()]).toEqual(['{"a":1}', '{"a":2}']);
});

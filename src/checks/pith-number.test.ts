import { expect, it, test } from 'vitest';
import { canonicalJson } from './canonical';
import { hashOf } from './hash';
import { base32, pithNumber } from './pith-number';
import { records } from './vectors/bundle-of';

it.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('base32 of %j is %j (RFC 4648, section 10)', (text, expected) => {
  expect(base32(new TextEncoder().encode(text))).toBe(expected);
});

it.each(records)('$pith_number is the number of its record', (record) => {
  const hash = hashOf(canonicalJson(JSON.stringify(record.canonical_record)));
  expect(hash).toBe(record.canonical_sha256);
  expect(pithNumber(hash, record.canonical_record.metadata.submitted_at)).toBe(record.pith_number);
});

test('the year is that of submission', () => {
  expect(pithNumber('00'.repeat(32), '1999-12-31T23:59:59Z')).toBe(`pith:1999:${'A'.repeat(26)}`);
});

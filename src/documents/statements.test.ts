import { expect, test } from 'vitest';
import { readOne } from './vectors/read';
import { BUNDLE, RECORD_DOCUMENT } from './vectors/score';

test('what a record document says of its own verification is kept as said, with its place', async () => {
  const { facts } = await readOne({
    ...RECORD_DOCUMENT,
    attestation_state: 'computed',
    verification_status: {
      externally_anchored: true,
      'odd/key': 'x',
      steps: { one: 1 },
      list: [1],
      none: null,
    },
  });
  expect(facts.statements.map(({ name, value, pointer }) => [name, value, pointer])).toEqual([
    ['attestation_state', 'computed', '/attestation_state'],
    ['verification_status.externally_anchored', 'true', '/verification_status/externally_anchored'],
    ['verification_status.odd/key', 'x', '/verification_status/odd~1key'],
    ['verification_status.steps.one', '1', '/verification_status/steps/one'],
  ]);
});

test('a bundle’s receipt and builder are kept too', async () => {
  const { facts } = await readOne(BUNDLE);
  expect(facts.statements.map(({ name, value }) => [name, value])).toEqual([
    ['builder_version', 'pith-number-builder-2026-05-17-v1'],
    ['receipt.key_id', 'pith-v1-2026-05'],
  ]);
});

test('a hostile one is cut: many, long and deep', async () => {
  const deep = { a: { b: { c: { d: { e: 1 } } } }, long: 'x'.repeat(50_000) };
  const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`k${index}`, index]));
  const { facts } = await readOne({ ...RECORD_DOCUMENT, verification_status: { ...deep, ...many } });
  expect(facts.statements).toHaveLength(200);
  expect(facts.statements[0]?.value).toHaveLength(20_000);
});

import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { Hashes } from './hashes';

test('each of many digests is new once', () => {
  const hashes = new Hashes();
  const digests = Array.from({ length: 100_000 }, (_, nth) =>
    createHash('sha256').update(String(nth)).digest('hex'),
  );
  expect(digests.filter((digest) => hashes.has(digest))).toEqual([]);
  expect(digests.filter((digest) => !hashes.add(digest))).toEqual([]);
  expect(digests.filter((digest) => !hashes.has(digest))).toEqual([]);
  expect(digests.filter((digest) => hashes.add(digest))).toEqual([]);
});

test('digests that share one half are told apart', () => {
  const hashes = new Hashes();
  const halves = ['00000000', '00000001', 'ffffffff'];
  const digests = halves.flatMap((high) => halves.slice(1).map((low) => high + low + '0'.repeat(48)));
  expect(digests.map((digest) => hashes.add(digest))).toEqual(digests.map(() => true));
  expect(digests.map((digest) => hashes.add(digest))).toEqual(digests.map(() => false));
});

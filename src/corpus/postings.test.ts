import { expect, test } from 'vitest';
import { decodePostings, encodePostings, inAll } from './postings';

test('works come back as they were, also far apart', () => {
  const works = [1, 2, 128, 129, 257, 16_640, 3_000_000_000];
  expect(decodePostings(encodePostings(works))).toEqual(works);
});

test('of bytes that were cut, the works before the cut are read', () => {
  const bytes = encodePostings([5, 300, 100_000]);
  expect(decodePostings(bytes.subarray(0, -1))).toEqual([5, 300]);
});

test('works of all lists are found and counted', () => {
  const lists = [
    [1, 3, 5, 7],
    [1, 2, 3, 7],
    [3, 4, 7, 9],
  ].map((works) => ({ works, isWhole: true }));
  expect(inAll(lists)).toEqual({ works: [3, 7], total: 2 });
});

test('past the end of a list that was cut nothing is said', () => {
  const lists = [
    { works: [1, 3, 5, 7], isWhole: true },
    { works: [1, 5], isWhole: false },
    { works: [1, 3, 5, 7], isWhole: false },
  ];
  expect(inAll(lists)).toEqual({ works: [1, 5], total: null });
});

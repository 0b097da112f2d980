import { expect, test } from 'vitest';
import { yearCounts, yearRange } from './years';

test('years without a node are counted as none', () => {
  expect(yearCounts([2020, null, 2022, 2020])).toEqual([
    { year: 2020, count: 2 },
    { year: 2021, count: 0 },
    { year: 2022, count: 1 },
  ]);
  expect(yearCounts([null])).toEqual([]);
});

test.each([
  ['all of it is no filter', 2010, 2030, null],
  ['an empty field is its end', NaN, 2020, [2015, 2020]],
  ['ends the wrong way round are turned', 2022, 2018, [2018, 2022]],
])('%s', (_, from, to, expected) => {
  expect(yearRange(from, to, [2015, 2025])).toEqual(expected);
});

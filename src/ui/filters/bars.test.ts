import { expect, test } from 'vitest';
import { degreeBars, rangeOf, spanOf, yearBars } from './bars';

const years = (first: number, count: number) =>
  Array.from({ length: count }, (_, step) => ({ year: first + step, count: 1, all: 2 }));

test('there is a bar a year; what is much earlier shares the first', () => {
  expect(yearBars({ years: years(2020, 3), undated: 0 }).map(({ label }) => label)).toEqual([
    '2020',
    '2021',
    '2022',
  ]);
  const many = yearBars({ years: years(1900, 125), undated: 0 });
  expect(many).toHaveLength(60);
  expect(many[0]).toEqual({ from: 1900, to: 1965, label: '1965 and earlier', count: 66, all: 132 });
  expect(many.at(-1)?.label).toBe('2024');
  expect(yearBars({ years: [], undated: 3 })).toEqual([]);
});

test('the higher a degree, the more share a bar, and none is lost', () => {
  const all = new Int32Array(28).fill(1);
  const bars = degreeBars({ counts: new Int32Array(9).fill(1), all });
  expect(bars.map(({ label }) => label).slice(-4)).toEqual(['8 to 9', '10 to 14', '15 to 19', '20 and more']);
  expect(bars.reduce((sum, { all: nodes }) => sum + nodes, 0)).toBe(28);
  expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(9);
});

test('a filter is a span of bars and back; the whole span is no filter', () => {
  const bars = yearBars({ years: years(2015, 10), undated: 0 });
  expect(spanOf(bars, null)).toEqual([0, 9]);
  expect(rangeOf(bars, [0, 9])).toBeNull();
  for (const span of [
    [0, 3],
    [4, 4],
    [2, 9],
  ] as const)
    expect(spanOf(bars, rangeOf(bars, span))).toEqual(span);
  expect(spanOf(bars, [1990, 2017])).toEqual([0, 2]);
  expect(spanOf(bars, [2030, 2040])).toEqual([9, 9]);
  expect(spanOf(bars, [3, null])).toEqual([0, 9]);
});

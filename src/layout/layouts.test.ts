import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LayoutInput } from './arrangement';
import { LAYOUTS } from './layouts';
import { timeScale } from './time-scale';

const input: fc.Arbitrary<LayoutInput> = fc.nat({ max: 60 }).chain((size) => {
  const rows = Math.max(1, size);
  const row = fc.nat({ max: rows - 1 });
  return fc.record({
    id: fc.constant(Array.from({ length: rows }, (_, index) => `n${String(index).padStart(3, '0')}`)),
    time: fc.array(fc.option(fc.double({ min: 1990, max: 2026, noNaN: true })), {
      minLength: rows,
      maxLength: rows,
    }),
    hops: fc.array(fc.nat({ max: 3 }), { minLength: rows, maxLength: rows }),
    isFormal: fc.array(fc.boolean(), { minLength: rows, maxLength: rows }),
    from: fc.array(row, { minLength: 20, maxLength: 20 }),
    to: fc.array(row, { minLength: 20, maxLength: 20 }),
    focus: fc.constantFrom(-1, 0),
    seed: fc.nat({ max: 9 }),
  });
});

describe.each(Object.entries(LAYOUTS))('%s', (_, layout) => {
  test('places every node at a finite point, twice the same, and changes nothing it was given', () => {
    fc.assert(
      fc.property(input, (given) => {
        const before = JSON.stringify(given);
        const positions = layout(given);
        expect(positions.id).toEqual(given.id);
        expect([...positions.x, ...positions.y].every(Number.isFinite)).toBe(true);
        expect(JSON.stringify(layout(given))).toBe(JSON.stringify(positions));
        expect(JSON.stringify(given)).toBe(before);
      }),
      { numRuns: 60 },
    );
  });
});

test('on the timeline nothing stands on anything else, and later is never further left', () => {
  fc.assert(
    fc.property(input, (given) => {
      const { x, y } = LAYOUTS.timeline(given);
      const papers = given.id.map((_, row) => row).filter((row) => !given.isFormal[row]);
      const places = new Set(papers.map((row) => `${x[row]?.toFixed(0)} ${y[row]}`));
      if (papers.length <= 31) expect(places.size).toBe(papers.length);
      const dated = papers.filter((row) => given.time[row] !== null);
      dated.sort((a, b) => (given.time[a] ?? 0) - (given.time[b] ?? 0));
      for (let place = 1; place < dated.length; place++) {
        expect(x[dated[place] ?? 0] ?? 0).toBeGreaterThanOrEqual(x[dated[place - 1] ?? 0] ?? 0);
      }
    }),
  );
});

test('the time scale is even within a year and grows with what a year holds', () => {
  const scale = timeScale([2020.5, 2021.1, 2021.2, 2021.3, 2021.4, 2022.5]);
  const width = (year: number) => scale.at(year + 1) - scale.at(year);
  expect(width(2021)).toBeGreaterThan(width(2020));
  expect(scale.at(2021.5) - scale.at(2021)).toBeCloseTo(width(2021) / 2);
});

/** Papers that each build on an earlier one, in a tree. */
function tree(size: number): LayoutInput {
  const rows = Array.from({ length: size }, (_, row) => row);
  return {
    ...{ id: rows.map((row) => `n${row}`), time: rows.map((row) => 2000 + (20 * row) / size) },
    ...{ hops: rows.map((row) => Math.min(3, row)), isFormal: rows.map(() => false) },
    ...{ from: rows.slice(1), to: rows.slice(1).map((row) => row >> 1), focus: 0, seed: 1 },
  };
}

test('force tells how far it is, never backwards, and gives the same positions to those who do not listen', () => {
  const shares: number[] = [];
  const given = tree(200);
  const told = LAYOUTS.force(given, (share) => shares.push(share));
  expect(LAYOUTS.force(given)).toEqual(told);
  expect(shares.length).toBeGreaterThan(100);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBeLessThanOrEqual(1);
});

test.each(['timeline', 'force'] as const)('%s gives each of very many marks a place of its own', (name) => {
  const { x, y } = LAYOUTS[name](tree(6000));
  const places = new Set(x.map((at, row) => `${at} ${y[row]}`));
  expect(places.size).toBeGreaterThan(0.99 * 6000);
});

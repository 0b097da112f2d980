import { describe, expect, test } from 'vitest';
import type { LayoutInput } from './arrangement';
import { timeline } from './timeline';

/** Five papers, seven theorems, the lines that are no uses. */
const tied: LayoutInput = {
  id: [...'abcdefghijkl'],
  time: [2001.5, 2003.25, 2010.1, 2010.7, ...new Array<null>(8).fill(null)],
  hops: new Array<number>(12).fill(1),
  isFormal: [...'abcdefghijkl'].map((id) => id > 'e'),
  from: [1, 2, 3, 3, 0, 1, 1, 2, 3, 9],
  to: [0, 1, 1, 2, 5, 6, 7, 8, 8, 4],
  focus: 2,
  seed: 1,
};

function withUses(uses: readonly (readonly [number, number])[], input = tied): LayoutInput {
  return {
    ...input,
    from: [...input.from, ...uses.map(([from]) => from)],
    to: [...input.to, ...uses.map(([, to]) => to)],
  };
}

/** Theorems alone: a chain of so many. */
function chain(length: number): LayoutInput {
  const rows = Array.from({ length }, (_, row) => row);
  return {
    id: rows.map((row) => String(row).padStart(4, '0')),
    time: rows.map(() => null),
    hops: rows.map(() => 1),
    isFormal: rows.map(() => true),
    from: rows.slice(1).map((row) => row - 1),
    to: rows.slice(1),
    focus: -1,
    seed: 1,
  };
}

test('without uses everything stands where it stood before lanes had layers', () => {
  const { x, y, bounds } = timeline(tied);
  expect(x).toEqual([180.81, 364.74, 765.66, 905.89, 44, 180.81, 364.74, 364.74, 835.77, 44, 500, 592.5]);
  expect(y).toEqual([300, 183.87, 300, 67.74, 532.26, -64, -44, -84, -44, -44, -64, -44]);
  expect(bounds).toEqual({ left: 0, top: -110, right: 1000, bottom: 600 });
  expect(timeline(withUses([[6, 6]]))).toEqual(timeline(tied));
});

describe('with uses', () => {
  const uses = [[6, 5], [7, 6], [7, 5], [8, 7], [10, 8], [10, 10]] as const; // prettier-ignore
  const { x, y, bounds } = timeline(withUses(uses));

  test('papers stay where they were', () => {
    const before = timeline(tied);
    expect(x.slice(0, 5)).toEqual(before.x.slice(0, 5));
    expect(y.slice(0, 5)).toEqual(before.y.slice(0, 5));
  });

  test('what is built on is nearer the papers', () => {
    for (const [from, to] of uses) if (from !== to) expect(y[from]).toBeLessThan(y[to] ?? 0);
    expect(Math.max(...y.slice(5))).toBeLessThanOrEqual(-44);
  });

  test('tied theorems without uses stand below the layers, others above', () => {
    expect(y[9]).toBe(Math.max(...y.slice(5)));
    expect(y[11]).toBe(Math.min(...y.slice(5)));
    expect(x[9]).toBe(x[4]);
  });

  test('all is within bounds', () => {
    expect(Math.min(...y)).toBeGreaterThan(bounds.top);
    expect(bounds.bottom).toBe(600);
  });
});

test('components stand in the order of their papers', () => {
  const input: LayoutInput = {
    id: [...'abcdefgh'],
    time: [2001, 2010, ...new Array<null>(6).fill(null)],
    hops: new Array<number>(8).fill(1),
    isFormal: [...'abcdefgh'].map((id) => id > 'b'),
    from: [0, 1, 2, 3, 5, 6],
    to: [7, 4, 3, 4, 6, 7],
    focus: -1,
    seed: 1,
  };
  const { x } = timeline(input);
  expect(Math.max(...[5, 6, 7].map((row) => x[row] ?? 0))).toBeLessThan(
    Math.min(...[2, 3, 4].map((row) => x[row] ?? 0)),
  );
});

test.each([2, 30, 3000])('a lane of %d layers leaves the papers more than half of the height', (length) => {
  const theorems = chain(length);
  const { y, bounds } = timeline({
    ...theorems,
    id: [...theorems.id, 'x'],
    time: [...theorems.time, 2020],
    hops: [...theorems.hops, 1],
    isFormal: [...theorems.isFormal, false],
  });
  expect(600 / (600 - bounds.top)).toBeGreaterThan(0.5499);
  expect(Math.min(...y)).toBeGreaterThanOrEqual(bounds.top);
});

test('where there are no papers the lane is the whole stage', () => {
  const { bounds } = timeline(chain(5));
  expect(bounds.bottom).toBe(0);
  expect(bounds.top).toBeLessThan(-100);
});

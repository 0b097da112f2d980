import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LayoutInput } from './arrangement';
import { dependenciesOf } from './dependencies';
import { layers } from './layers';

type Line = readonly [number, number];

function inputOf(size: number, lines: readonly Line[], flow?: 'down' | 'right'): LayoutInput {
  const rows = Array.from({ length: size }, (_, row) => row);
  return {
    id: rows.map((row) => String(row).padStart(5, '0')),
    time: rows.map(() => null),
    hops: rows.map(() => 1),
    isFormal: rows.map(() => true),
    from: lines.map(([from]) => from),
    to: lines.map(([, to]) => to),
    focus: -1,
    seed: 1,
    ...(flow && { flow }),
  };
}

const graphs = fc.integer({ min: 1, max: 40 }).chain((size) => {
  const row = fc.nat({ max: size - 1 });
  return fc.tuple(fc.constant(size), fc.array(fc.tuple(row, row), { maxLength: 70 }));
});

function leastDistance({ x, y }: { readonly x: readonly number[]; readonly y: readonly number[] }): number {
  let least = Infinity;
  x.forEach((at, a) => {
    for (let b = 0; b < a; b++) {
      least = Math.min(least, Math.hypot(at - (x[b] ?? 0), (y[a] ?? 0) - (y[b] ?? 0)));
    }
  });
  return least;
}

describe.each(['down', 'right'] as const)('flow %s', (flow) => {
  test('every line that closes no circle leads from what builds to what is built on', () => {
    fc.assert(
      fc.property(graphs, ([size, lines]) => {
        const { x, y } = layers(inputOf(size, lines, flow));
        const along = flow === 'down' ? y.map((at) => -at) : x;
        const kept = dependenciesOf(
          size,
          lines.map(([from]) => from),
          lines.map(([, to]) => to),
        );
        kept.from.forEach((from, line) => {
          expect(along[from] ?? 0).toBeGreaterThan((along[kept.to[line] ?? 0] ?? 0) + 60);
        });
      }),
    );
  });

  test('no two marks are near each other, all are within bounds, and these fit a frame', () => {
    fc.assert(
      fc.property(graphs, ([size, lines]) => {
        const positions = layers(inputOf(size, lines, flow));
        expect(leastDistance(positions)).toBeGreaterThan(31.9);
        const { left, right, top, bottom } = positions.bounds;
        expect(positions.x.every((at) => at > left && at < right)).toBe(true);
        expect(positions.y.every((at) => at > top && at < bottom)).toBe(true);
        const aspect = (right - left) / (bottom - top);
        expect(aspect).toBeGreaterThan(0.59);
        expect(aspect).toBeLessThan(2.51);
      }),
    );
  });
});

test('without a flow, lines lead down', () => {
  const lines: Line[] = [
    [0, 1],
    [1, 2],
    [0, 2],
  ];
  expect(layers(inputOf(3, lines))).toEqual(layers(inputOf(3, lines, 'down')));
});

test('a long level becomes several', () => {
  const { y } = layers(
    inputOf(
      100,
      Array.from({ length: 99 }, (_, row) => [row + 1, 0] as const),
    ),
  );
  expect(new Set(y).size).toBe(6);
});

test('marks without lines stand in a block', () => {
  const { x, y } = layers(inputOf(100, []));
  expect(new Set(x).size).toBeLessThan(15);
  expect(new Set(y).size).toBeLessThan(12);
});

const row = (length: number) => Array.from({ length }, (_, index) => index);

test.each<[string, number, readonly Line[]]>([
  ['nothing', 0, []],
  ['a line to itself', 1, [[0, 0]]],
  ['a circle of two', 2, [[0, 1], [1, 0]]], // prettier-ignore
  ['a circle of 3,000', 3000, row(3000).map((at) => [at, (at + 1) % 3000])],
  ['a chain of 5,000', 5000, row(4999).map((at) => [at, at + 1])],
  ['a chain of 20,000', 20_000, row(19_999).map((at) => [at, at + 1])],
  ['5,000 without lines', 5000, []],
  ['2,500 pairs', 5000, row(2500).map((at) => [2 * at, 2 * at + 1])],
  ['5,000 on one', 5000, row(4999).map((at) => [at + 1, 0])],
  ['60 that all build on 60', 120, row(3600).map((at) => [at % 60, 60 + Math.floor(at / 60)])],
  ['a chain whose top builds on all of it', 3000, row(2999).flatMap((at) => [[at, at + 1], [0, at + 1]] as const)], // prettier-ignore
])('comes to an end: %s', (_, size, lines) => {
  const positions = layers(inputOf(size, lines));
  expect(positions.x).toHaveLength(size);
  expect([...positions.x, ...positions.y].every(Number.isFinite)).toBe(true);
});

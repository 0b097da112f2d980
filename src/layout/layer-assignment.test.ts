import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dependenciesOf, type Dependencies } from './dependencies';
import { assignLevels } from './layer-assignment';

const graphs = (rows: number, most: number) =>
  fc.array(fc.tuple(fc.nat({ max: rows - 1 }), fc.nat({ max: rows - 1 })), { maxLength: most }).map((lines) =>
    dependenciesOf(
      rows,
      lines.map(([a]) => a),
      lines.map(([, b]) => b),
    ),
  );

function lengthOf({ from, to }: Dependencies, level: readonly number[]): number {
  return from.reduce((sum, user, line) => sum + (level[user] ?? 0) - (level[to[line] ?? 0] ?? 0), 0);
}

/** By trying all levels. */
function leastLength(lines: Dependencies): number {
  const { count, from, to } = lines;
  let least = Infinity;
  for (let code = 0; code < count ** count; code++) {
    const level = Array.from({ length: count }, (_, row) => Math.floor(code / count ** row) % count);
    if (from.every((user, line) => (level[user] ?? 0) > (level[to[line] ?? 0] ?? 0))) {
      least = Math.min(least, lengthOf(lines, level));
    }
  }
  return least;
}

test('lines are as short in sum as can be where no level is too full', () => {
  fc.assert(
    fc.property(graphs(5, 9), (lines) => {
      expect(lengthOf(lines, assignLevels(lines, 99))).toBe(leastLength(lines));
    }),
    { numRuns: 60 },
  );
});

test('no level holds more than the most, none is empty, and lines lead down', () => {
  fc.assert(
    fc.property(graphs(40, 80), fc.integer({ min: 1, max: 8 }), (lines, most) => {
      const level = assignLevels(lines, most);
      const crowd = new Map<number, number>();
      for (const at of level) crowd.set(at, (crowd.get(at) ?? 0) + 1);
      expect(Math.max(...crowd.values())).toBeLessThanOrEqual(most);
      expect(Math.max(...level)).toBe(crowd.size - 1);
      lines.from.forEach((user, line) =>
        expect(level[user] ?? 0).toBeGreaterThan(level[lines.to[line] ?? 0] ?? 0),
      );
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildGraph } from './build-graph';
import { FacetTable } from './facet-table';
import { coreOf, degreesOf, largestOf } from './neighbours';
import { rowsWith } from './rows-fixture';

const SIZE = 12;
const lines = fc.uniqueArray(fc.tuple(fc.nat({ max: SIZE - 1 }), fc.nat({ max: SIZE - 1 })), {
  maxLength: 40,
  selector: String,
});
const rows = fc
  .array(fc.nat({ max: 1 }), { minLength: SIZE, maxLength: SIZE })
  .map((bits) => Uint8Array.from(bits));

function neighboursWith(pairs: readonly (readonly [number, number])[]) {
  const nodes = Array.from({ length: SIZE }, () => ({}));
  const noLoops = pairs.filter(([a, b]) => a !== b);
  return new FacetTable(buildGraph(rowsWith(nodes, noLoops), { unidentified: false })).neighbours([]);
}

/** As the words say it, with sets. */
function setsOf(pairs: readonly (readonly [number, number])[], isIn: Uint8Array): Map<number, Set<number>> {
  const sets = new Map(
    [...isIn.keys()].filter((row) => isIn[row] === 1).map((row) => [row, new Set<number>()]),
  );
  for (const [a, b] of pairs) {
    if (a === b || !sets.has(a) || !sets.has(b)) continue;
    sets.get(a)?.add(b);
    sets.get(b)?.add(a);
  }
  return sets;
}

function plainCore(sets: Map<number, Set<number>>, core: number): number[] {
  const weak = [...sets].find(([, ends]) => ends.size < core);
  if (!weak) return [...sets.keys()];
  sets.delete(weak[0]);
  for (const ends of sets.values()) ends.delete(weak[0]);
  return plainCore(sets, core);
}

test('degrees, cores and the largest part are what their words say', () => {
  fc.assert(
    fc.property(lines, rows, fc.nat({ max: 4 }), (pairs, isIn, core) => {
      const neighbours = neighboursWith(pairs);
      const sets = setsOf(pairs, isIn);
      const degrees = degreesOf(neighbours, isIn);
      for (let row = 0; row < SIZE; row++) expect(degrees[row]).toBe(sets.get(row)?.size ?? 0);
      const inCore = coreOf(neighbours, isIn, core);
      expect([...inCore.keys()].filter((row) => inCore[row] === 1)).toEqual(
        plainCore(setsOf(pairs, isIn), core),
      );
      const isLargest = largestOf(neighbours, isIn);
      const parts = partsOf(sets);
      const found = [...isLargest.keys()].filter((row) => isLargest[row] === 1);
      expect(found.length).toBe(Math.max(0, ...parts.map((part) => part.size)));
      if (found.length > 0) expect(parts).toContainEqual(new Set(found));
    }),
  );
});

/** Every row takes the least number of its neighbours until none changes. */
function partsOf(sets: ReadonlyMap<number, ReadonlySet<number>>): Set<number>[] {
  const numbers = new Map([...sets.keys()].map((row) => [row, row]));
  for (let changes = 1; changes > 0;) {
    changes = 0;
    for (const [row, ends] of sets) {
      const least = Math.min(...[row, ...ends].map((end) => numbers.get(end) ?? row));
      if (least < (numbers.get(row) ?? row)) changes += 1;
      numbers.set(row, least);
    }
  }
  const rows = [...numbers];
  return [...new Set(numbers.values())].map(
    (number) => new Set(rows.filter(([, own]) => own === number).map(([row]) => row)),
  );
}

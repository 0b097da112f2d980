import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LineKind } from '../model';
import { Adjacency, type Walk } from './adjacency';

interface Row {
  readonly from: number;
  readonly to: number;
  readonly kind: LineKind;
  readonly isWeak: boolean;
}

const KINDS: readonly LineKind[] = ['cites', 'formal', 'uses'];
const node = fc.integer({ min: -4, max: 9 }).filter((value) => value !== 0);
const rows = fc.array(
  fc
    .record({ from: node, to: node, kind: fc.constantFrom(...KINDS), isWeak: fc.boolean() })
    .filter(({ from, to }) => from !== to),
  { maxLength: 40 },
);
const walks = fc.record({
  seeds: fc.array(node, { maxLength: 3 }),
  direction: fc.constantFrom('references' as const, 'citing' as const, 'both' as const),
  depth: fc.integer({ min: 0, max: 4 }),
  kinds: fc.subarray([...KINDS]),
  expanded: fc.array(node, { maxLength: 2 }),
  added: fc.array(node, { maxLength: 2 }),
});

/** In two parts. */
function adjacencyOf(evidence: readonly Row[]): Promise<Adjacency> {
  const parts = [evidence.filter(({ from }) => from < 2), evidence.filter(({ from }) => from >= 2)];
  return Adjacency.of(
    parts.map((part) => ({
      from: Int32Array.from(part, ({ from }) => from),
      to: Int32Array.from(part, ({ to }) => to),
      code: Int32Array.from(part, ({ kind, isWeak }) => 2 * KINDS.indexOf(kind) + Number(isWeak)),
    })),
    { least: -4, most: 9, pieces: evidence.length },
  );
}

/** The same by going through all rows at every step. */
function slowBall(evidence: readonly Row[], { seeds, direction, depth, kinds, expanded, added = [] }: Walk) {
  const allowed = evidence.filter(({ kind }) => kinds.includes(kind));
  const near = (start: number, way: Walk['direction']) => [
    ...allowed.filter(({ from }) => from === start && way !== 'citing').map(({ to }) => to),
    ...allowed.filter(({ to }) => to === start && way !== 'references').map(({ from }) => from),
  ];
  const steps = new Map(seeds.map((seed) => [seed, 0]));
  for (let hop = 1; hop <= depth; hop++)
    for (const [start, steps_] of [...steps])
      if (steps_ === hop - 1)
        for (const other of near(start, direction)) if (!steps.has(other)) steps.set(other, hop);
  for (const start of expanded)
    for (const other of near(start, 'both')) if (!steps.has(other)) steps.set(other, 99);
  for (const one of added) if (!steps.has(one)) steps.set(one, 99);
  return steps;
}

test('a walk reaches what going through all evidence at every step reaches', () => {
  return fc.assert(
    fc.asyncProperty(rows, walks, async (evidence, walk) => {
      const ball = (await adjacencyOf(evidence)).ball(walk);
      expect(new Map([...ball].sort())).toEqual(new Map([...slowBall(evidence, walk)].sort()));
    }),
  );
});

test('a line is all of its evidence, in order, and weak only if all of it is', () => {
  return fc.assert(
    fc.asyncProperty(rows, fc.uniqueArray(node), fc.subarray([...KINDS]), async (evidence, inside, kinds) => {
      const lines = (await adjacencyOf(evidence)).linesAmong(new Map(inside.map((each) => [each, 0])), kinds);
      const found = lines.from.map((from, line) => ({
        from,
        to: lines.to[line],
        kind: lines.kind[line],
        evidence: lines.evidence[line],
        isWeak: lines.isWeak[line],
      }));
      const groups = new Map<string, Row[]>();
      for (const row of evidence)
        if (inside.includes(row.from) && inside.includes(row.to) && kinds.includes(row.kind)) {
          const key = `${row.from} ${row.to} ${row.kind}`;
          groups.set(key, [...(groups.get(key) ?? []), row]);
        }
      const expected = [...groups.values()].map((group) => ({
        ...(group[0] as Row),
        evidence: group.length,
        isWeak: group.every(({ isWeak }) => isWeak),
      }));
      expected.sort(
        (a, b) => a.from - b.from || a.to - b.to || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind),
      );
      expect(found).toEqual(expected);
    }),
  );
});

test('a degree counts each neighbour once, whatever the kinds', () => {
  return fc.assert(
    fc.asyncProperty(rows, node, async (evidence, about) => {
      const ends = (list: readonly number[]) => new Set(list).size;
      expect((await adjacencyOf(evidence)).degree(about)).toEqual({
        out: ends(evidence.filter(({ from }) => from === about).map(({ to }) => to)),
        in: ends(evidence.filter(({ to }) => to === about).map(({ from }) => from)),
      });
    }),
  );
});

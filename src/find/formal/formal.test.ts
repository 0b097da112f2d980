import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STANDARD_AXIOMS } from '../../model';
import type { FormalRows } from '../../queries';
import { cone, type ConeQuestion } from './cone';
import { shadow, shadowCasters } from './shadow';
import { sharing } from './sharing';
import { standing, standings } from './standing';
import { Statements } from './statements';

const COUNT = 8;
const [STATEMENT, PROOF, UNKNOWN] = [0, 1, 2];
interface Use {
  readonly from: number;
  readonly to: number;
  readonly site: number;
}
interface World {
  readonly uses: readonly Use[];
  readonly stage: readonly number[];
  readonly kind: readonly number[];
  readonly sorry: readonly number[];
  readonly axioms: readonly (string | null)[];
  readonly ties: readonly (readonly [work: number, theorem: number])[];
}
const node = fc.integer({ min: 1, max: COUNT });
const site = fc.constantFrom(STATEMENT, PROOF, UNKNOWN, 3);
const each = <T>(value: fc.Arbitrary<T>) => fc.array(value, { minLength: COUNT, maxLength: COUNT });
const world: fc.Arbitrary<World> = fc.record({
  uses: fc.array(fc.record({ from: node, to: node, site }), { maxLength: 18 }),
  stage: each(fc.constantFrom(0, 1, 2, 3, 3, 3, 4)),
  kind: each(fc.constantFrom(0, 0, 1, 2)),
  sorry: each(fc.constantFrom(0, 0, 0, 1)),
  axioms: each(fc.constantFrom(null, null, '', 'propext', 'bad propext')),
  ties: fc.uniqueArray(fc.tuple(fc.integer({ min: 101, max: 104 }), node), {
    maxLength: 6,
    selector: (tie) => tie.join(),
  }),
});
const acyclic = world.map((made) => ({ ...made, uses: made.uses.filter(({ from, to }) => from > to) }));

/** Theorem n has the node number -n. */
function statementsOf({ uses, stage, kind, sorry, axioms, ties }: World): Statements {
  const rows: FormalRows = {
    node: Int32Array.from({ length: COUNT }, (_, at) => -(at + 1)),
    stage: Int32Array.from(stage),
    kind: Int32Array.from(kind),
    sorry: Int32Array.from(sorry),
    library: Array.from({ length: COUNT }, (_, at) => (at < 5 ? 'l' : 'm')),
    declaration: Array.from({ length: COUNT }, (_, at) => `t${at + 1}`),
    axioms,
    from: Int32Array.from(uses, ({ from }) => -from),
    to: Int32Array.from(uses, ({ to }) => -to),
    site: Int32Array.from(uses, ({ site: at }) => at),
    tiedWork: Int32Array.from(ties, ([work]) => work),
    tiedTheorem: Int32Array.from(ties, ([, theorem]) => -theorem),
  };
  return new Statements(rows);
}

type Pairs = readonly (readonly [from: number, to: number])[];

/** The uses that a cone goes by, each once. */
function pairsOf(made: World, { shape, through }: Pick<ConeQuestion, 'shape' | 'through'>): Pairs {
  const wanted = made.uses.filter(({ from, to, site: at }) => {
    if (from === to) return false;
    if (shape === 'review') return at !== PROOF || made.kind[from - 1] === 1;
    return through === 'proof' || at !== PROOF;
  });
  return [...new Map(wanted.map(({ from, to }) => [`${from} ${to}`, [from, to] as const])).values()];
}

/** Steps by trying all longer and longer ways. */
function reachedFrom(pairs: Pairs, starts: readonly number[]): Map<number, number> {
  const steps = new Map(starts.map((start) => [start, 0]));
  for (let round = 0; round < COUNT; round++)
    for (const [from, to] of pairs) {
      const by = steps.get(from);
      if (by !== undefined && by + 1 < (steps.get(to) ?? Infinity)) steps.set(to, by + 1);
    }
  return steps;
}

function turned(pairs: Pairs): Pairs {
  return pairs.map(([from, to]) => [to, from] as const);
}

const question = fc.record({
  theorem: node.map((at) => -at),
  shape: fc.constantFrom('down' as const, 'up' as const, 'review' as const),
  through: fc.constantFrom('statement' as const, 'proof' as const),
});
const numbers = (nodes: readonly number[]) => nodes.map((at) => -at);

describe('a cone', () => {
  test('is all that is reached, by steps and then by id, with all uses among it', () => {
    fc.assert(
      fc.property(world, question, (made, asked) => {
        const found = cone(statementsOf(made), { ...asked, reduced: false });
        const pairs = pairsOf(made, asked);
        const start = -asked.theorem;
        const steps = reachedFrom(asked.shape === 'up' ? turned(pairs) : pairs, [start]);
        const expected = [...steps].filter(([at]) => at !== start).sort((a, b) => a[1] - b[1] || a[0] - b[0]);
        expect(numbers(found.nodes).map((at, row) => [at, found.steps[row]])).toEqual(expected);
        const inside = pairs.filter(([from, to]) => steps.has(from) && steps.has(to)).map(String);
        expect(found.from.map((from, row) => `${-from},${-(found.to[row] ?? 0)}`).sort()).toEqual(
          inside.sort(),
        );
        expect(found.lines).toBe(inside.length);
      }),
    );
  });

  test('leaves out exactly the lines that a longer way says too', () => {
    fc.assert(
      fc.property(acyclic, question, (made, asked) => {
        const all = cone(statementsOf(made), { ...asked, reduced: false });
        const found = cone(statementsOf(made), { ...asked, reduced: true });
        const pairs = all.from.map((from, row) => [-from, -(all.to[row] ?? 0)] as const);
        const needed = pairs.filter((pair) => {
          const others = pairs.filter((other) => other !== pair);
          return !reachedFrom(others, [pair[0]]).has(pair[1]);
        });
        expect(found.from.map((from, row) => `${-from},${-(found.to[row] ?? 0)}`).sort()).toEqual(
          needed.map(String).sort(),
        );
        expect(found.nodes).toEqual(all.nodes);
      }),
    );
  });

  test('with circles reaches the same without the lines left out, and names each circle', () => {
    fc.assert(
      fc.property(world, question, (made, asked) => {
        const all = cone(statementsOf(made), { ...asked, reduced: false });
        const found = cone(statementsOf(made), { ...asked, reduced: true });
        const kept = found.from.map((from, row) => [-from, -(found.to[row] ?? 0)] as const);
        const pairs = all.from.map((from, row) => [-from, -(all.to[row] ?? 0)] as const);
        for (const at of [...numbers(all.nodes), -asked.theorem])
          expect([...reachedFrom(kept, [at]).keys()].sort()).toEqual(
            [...reachedFrom(pairs, [at]).keys()].sort(),
          );
        const meets = (a: number, b: number) =>
          reachedFrom(pairs, [a]).has(b) && reachedFrom(pairs, [b]).has(a);
        for (const circle of found.cycles)
          for (const a of circle) for (const b of circle) expect(meets(-a, -b)).toBe(true);
        const inCircles = pairs.flatMap(([from, to]) => (meets(from, to) ? [from] : []));
        expect(found.cycles.flat().length).toBe(new Set(inCircles).size);
      }),
    );
  });

  test('counts what stands there only by uses whose site is not told', () => {
    fc.assert(
      fc.property(world, question, (made, asked) => {
        const found = cone(statementsOf(made), { ...asked, reduced: false });
        const toldUses = made.uses.filter(({ site: at }) => at !== UNKNOWN);
        const allowed = new Set(pairsOf(made, asked).map(String));
        const told = pairsOf({ ...made, uses: toldUses }, asked).filter((pair) => allowed.has(String(pair)));
        const steps = reachedFrom(asked.shape === 'up' ? turned(told) : told, [-asked.theorem]);
        expect(found.onlyUntold).toBe(numbers(found.nodes).filter((at) => !steps.has(at)).length);
        const toldPairs = new Set(told.map(String));
        const lines = found.from.map((from, row) => `${-from},${-(found.to[row] ?? 0)}`);
        expect(found.untold).toBe(lines.filter((line) => !toldPairs.has(line)).length);
      }),
    );
  });
});

describe('standing', () => {
  const isGap = (made: World, at: number) =>
    made.sorry[at - 1] === 1 || (made.kind[at - 1] !== 2 && [1, 2].includes(made.stage[at - 1] ?? 0));
  const namesOf = (made: World, at: number) => [
    ...(made.kind[at - 1] === 2 ? [`t${at}`] : []),
    ...(made.axioms[at - 1] ?? '').split(' ').filter(Boolean),
  ];

  test('is what is below, one by one; gaps come nearest first, each with a way of its steps', () => {
    fc.assert(
      fc.property(world, node, (made, at) => {
        const found = standing(statementsOf(made), { theorem: -at, allowed: STANDARD_AXIOMS });
        const pairs = pairsOf(made, { shape: 'down', through: 'proof' });
        const below = [...reachedFrom(pairs, [at])].sort((a, b) => a[1] - b[1] || a[0] - b[0]);
        expect(found?.gaps.map(({ node: gap, steps }) => [-gap, steps])).toEqual(
          below.filter(([one]) => isGap(made, one)),
        );
        for (const { path, steps, node: gap } of found?.gaps ?? []) {
          expect([path.length, path[0], path.at(-1)]).toEqual([steps + 1, -at, gap]);
          path.slice(1).forEach((to, row) => {
            expect(pairs.map(String)).toContain(`${-(path[row] ?? 0)},${-to}`);
          });
        }
        const names = new Set(below.flatMap(([one]) => namesOf(made, one)));
        expect(found?.axioms.map(({ name }) => name).sort()).toEqual([...names].sort());
        const isComplete = below.every(
          ([one]) => !isGap(made, one) && (made.kind[one - 1] === 2 || (made.stage[one - 1] ?? 0) >= 3),
        );
        const isAllowed = [...names].every((name) => name === 'propext');
        expect(found?.standing === 'proved-all').toBe(isComplete && isAllowed);
        const counts = Object.values(found?.below ?? {}).reduce((sum, count) => sum + count, 0);
        expect(counts).toBe(below.length - 1);
      }),
    );
  });

  test('of all at once is that of each', () => {
    fc.assert(
      fc.property(world, (made) => {
        const statements = statementsOf(made);
        const all = standings(statements, STANDARD_AXIOMS);
        const one = all.map(
          (_, at) => standing(statements, { theorem: -(at + 1), allowed: STANDARD_AXIOMS })?.standing,
        );
        expect(all).toEqual(one);
      }),
    );
  });
});

test('a shadow is all that rests on what contains it, and the works tied there', () => {
  fc.assert(
    fc.property(world, fc.constantFrom('sorry', 'bad', 'propext', 't1'), (made, of) => {
      const statements = statementsOf(made);
      const found = shadow(statements, { of });
      const contains = (at: number) =>
        of === 'sorry'
          ? made.sorry[at - 1] === 1
          : (made.axioms[at - 1] ?? '').split(' ').includes(of) ||
            (made.kind[at - 1] === 2 && of === `t${at}`);
      const starts = Array.from({ length: COUNT }, (_, at) => at + 1).filter(contains);
      const steps = reachedFrom(turned(pairsOf(made, { shape: 'up', through: 'proof' })), starts);
      expect(numbers(found.nodes).map((at, row) => [at, found.steps[row]])).toEqual(
        [...steps].sort((a, b) => a[1] - b[1] || a[0] - b[0]),
      );
      for (const { node: work, tied, within } of found.works) {
        const own = made.ties.filter(([one]) => one === work).map(([, theorem]) => theorem);
        expect([tied, within]).toEqual([own.length, own.filter((at) => steps.has(at)).length]);
      }
      expect(shadowCasters(statements).find((caster) => caster.of === of)?.statements ?? 0).toBe(
        starts.length,
      );
    }),
  );
});

test('works share a theorem or what it rests on, the nearest first', () => {
  fc.assert(
    fc.property(world, fc.constantFrom(-1, -2, 101), (made, asked) => {
      const found = sharing(statementsOf(made), { nodes: [asked] });
      const starts = asked < 0 ? [-asked] : made.ties.filter(([work]) => work === asked).map(([, at]) => at);
      const steps = reachedFrom(pairsOf(made, { shape: 'down', through: 'proof' }), starts);
      const works = [...new Set(made.ties.map(([work]) => work))].filter((work) => work !== asked);
      const expected = works
        .map((work) => {
          const own = made.ties.filter(([one, at]) => one === work && steps.has(at)).map(([, at]) => at);
          return { work, shared: own.length, steps: Math.min(...own.map((at) => steps.get(at) ?? 0)) };
        })
        .filter(({ shared }) => shared > 0)
        .sort((a, b) => a.steps - b.steps || b.shared - a.shared || a.work - b.work);
      expect(found.works.map(({ node: work, shared, steps: at }) => ({ work, shared, steps: at }))).toEqual(
        expected,
      );
      expect([found.statements, found.below]).toEqual([
        new Set(starts).size,
        steps.size - new Set(starts).size,
      ]);
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Direction } from '../model';
import type { NetworkRows } from '../queries';
import { Finder } from './finder';

const COUNT = 7;
const nodes = Array.from({ length: COUNT }, (_, at) => at + 1);
const node = fc.integer({ min: 1, max: COUNT });
type Line = readonly [from: number, to: number];
const graph = fc
  .uniqueArray(fc.tuple(node, node), { maxLength: 16, selector: (line) => line.join() })
  .map((lines) => lines.filter(([from, to]) => from !== to));
const some = fc.uniqueArray(node, { minLength: 1, maxLength: 2 });
const CITES = ['cites'] as const;

function finderOf(lines: readonly Line[], kinds: readonly number[] = []): Finder {
  const rows: NetworkRows = {
    node: Int32Array.from(nodes),
    date: Int32Array.from(nodes, (at) => (2010 + at) * 10_000),
    from: Int32Array.from(lines, ([from]) => from),
    to: Int32Array.from(lines, ([, to]) => to),
    kind: Int32Array.from(lines, (_, at) => kinds[at] ?? 0),
    document: new Int32Array(lines.length),
    isSound: new Int32Array(lines.length),
  };
  return new Finder(rows);
}

function stepsOf(lines: readonly Line[], direction: Direction) {
  return (at: number): number[] => [
    ...new Set([
      ...lines.filter(([from]) => from === at && direction !== 'citing').map(([, to]) => to),
      ...lines.filter(([, to]) => to === at && direction !== 'references').map(([from]) => from),
    ]),
  ];
}

/** All simple paths by trying everything. */
function simplePaths(next: (at: number) => number[], from: number, ends: ReadonlySet<number>): number[][] {
  const found: number[][] = [];
  const walk = (path: readonly number[]): void => {
    const last = path.at(-1) ?? 0;
    if (ends.has(last)) found.push([...path]);
    for (const step of next(last)) if (!path.includes(step)) walk([...path, step]);
  };
  walk([from]);
  return found;
}

function byLengthThenIds(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return a.length - b.length;
  const at = a.findIndex((value, place) => value !== b[place]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

describe('paths', () => {
  test('are all simple paths up to the length asked for, the shortest first, then by ids', () => {
    const directions = fc.constantFrom('references' as const, 'citing' as const, 'both' as const);
    fc.assert(
      fc.property(
        graph,
        some,
        some,
        directions,
        fc.option(node),
        fc.nat({ max: 2 }),
        (lines, from, to, direction, through, slack) => {
          const question = { from, to, through, direction, kinds: CITES, limit: 1000, slack };
          const { paths, shortest } = finderOf(lines).paths(question);
          const all = from
            .flatMap((start) => simplePaths(stepsOf(lines, direction), start, new Set(to)))
            .filter((path) => through === null || path.includes(through))
            .sort(byLengthThenIds);
          const least = all[0] ? all[0].length - 1 : null;
          expect(shortest).toBe(least);
          expect(paths).toEqual(all.filter(({ length }) => length - 1 <= (least ?? 0) + slack));
        },
      ),
      { numRuns: 400 },
    );
  });

  test('stop at the limit and say so', () => {
    const { paths, isCut } = finderOf([
      [1, 2],
      [1, 3],
      [2, 4],
      [3, 4],
    ]).paths({
      ...{ from: [1], to: [4], through: null, direction: 'both', kinds: CITES },
      ...{ limit: 1, slack: 0 },
    });
    expect(paths).toEqual([[1, 2, 4]]);
    expect(isCut).toBe(true);
  });
});

describe('the main paths', () => {
  /** Without cycles: who cites has the greater number. */
  const acyclic = graph.map((lines) => lines.map(([a, b]): Line => [Math.max(a, b), Math.min(a, b)]));

  test('count on each line how many of all ways to the newest lead over it', () => {
    fc.assert(
      fc.property(acyclic, node, (all, start) => {
        const lines = [...new Map(all.map((line) => [line.join(), line])).values()];
        const citers = stepsOf(lines, 'citing');
        const ends = new Set(nodes.filter((at) => citers(at).length === 0));
        const ways = simplePaths(citers, start, ends);
        const over = (citing: number, cited: number) =>
          ways.filter((way) => way.some((at, place) => at === cited && way[place + 1] === citing)).length;
        const { mainPaths } = finderOf(lines).buildsOn({ starts: [start], routes: 1000 });
        expect(10 ** mainPaths.ways).toBeCloseTo(ways.length, 9);
        const counted = lines.filter(([citing, cited]) => over(citing, cited) > 0);
        expect(mainPaths.lines).toHaveLength(counted.length);
        for (const { citing, cited, share } of mainPaths.lines)
          expect(share).toBeCloseTo(over(citing, cited) / ways.length, 9);
      }),
      { numRuns: 300 },
    );
  });

  test('follow the greatest counts from the greatest on', () => {
    // 1 is cited by 2 and 3; 2 by 4 and 5; 3 by 5; 4 and 5 by 6; 5 by 7: five ways.
    const lines: Line[] = [
      [2, 1],
      [3, 1],
      [4, 2],
      [5, 2],
      [5, 3],
      [6, 4],
      [6, 5],
      [7, 5],
    ];
    const { mainPaths } = finderOf(lines).buildsOn({ starts: [1], routes: 1 });
    expect(mainPaths.lines).toEqual([
      { citing: 2, cited: 1, share: 0.6 },
      { citing: 5, cited: 2, share: 0.4 },
      { citing: 6, cited: 5, share: 0.4 },
    ]);
  });

  test('works that cite each other count as one, and are named', () => {
    const { mainPaths } = finderOf([
      [2, 1],
      [3, 2],
      [2, 3],
      [4, 3],
    ]).buildsOn({ starts: [1], routes: 9 });
    expect(mainPaths.cycles).toEqual([[2, 3]]);
    expect(mainPaths.ways).toBeCloseTo(0, 12);
    expect(mainPaths.lines.every(({ share }) => share === 1)).toBe(true);
  });
});

test('descendants come by hops and date, with who cited first, who rises and who bridges', () => {
  const lines: Line[] = [
    [3, 1],
    [2, 1],
    [4, 2],
    [5, 4],
    [6, 4],
    [7, 4],
  ];
  const { descendants, firstToCite, newestYear } = finderOf(lines).buildsOn({ starts: [1], routes: 1 });
  expect(descendants.map(({ node: at, hops }) => [at, hops])).toEqual([
    [2, 1],
    [3, 1],
    [4, 2],
    [5, 3],
    [6, 3],
    [7, 3],
  ]);
  expect(firstToCite).toEqual([2, 3]);
  expect(newestYear).toBe(2017);
  // 4 is cited in 2015 (before), 2016 and 2017.
  expect(descendants.find(({ node: at }) => at === 4)).toMatchObject({
    citers: 3,
    recentCiters: 2,
    rise: 1,
    betweenness: 12,
  });
});

test('betweenness is what counting shortest ways gives', () => {
  fc.assert(
    fc.property(graph, node, (lines, start) => {
      const { descendants } = finderOf(lines).buildsOn({ starts: [start], routes: 1 });
      const inside = [start, ...descendants.map((one) => one.node)];
      const among = lines.filter(([from, to]) => inside.includes(from) && inside.includes(to));
      for (const { node: middle, betweenness } of descendants) {
        let sum = 0;
        for (const a of inside)
          for (const b of inside.filter((other) => other > a)) {
            if (a === middle || b === middle) continue;
            const all = simplePaths(stepsOf(among, 'both'), a, new Set([b]));
            const least = Math.min(...all.map(({ length }) => length));
            const shortest = all.filter(({ length }) => length === least);
            if (shortest.length > 0)
              sum += shortest.filter((path) => path.includes(middle)).length / shortest.length;
          }
        expect(betweenness).toBeCloseTo(sum, 9);
      }
    }),
    { numRuns: 150 },
  );
});

test('a reading order puts nothing before what it cites, and else the oldest first', () => {
  fc.assert(
    fc.property(graph, fc.uniqueArray(node), (lines, chosen) => {
      const finder = finderOf(lines);
      const { nodes: order, cycles } = finder.readingOrder({ nodes: chosen });
      expect([...order].sort((a, b) => a - b)).toEqual([...chosen].sort((a, b) => a - b));
      const circle = (at: number) => cycles.find((cycle) => cycle.includes(at));
      for (const [citing, cited] of lines) {
        if (!chosen.includes(citing) || !chosen.includes(cited)) continue;
        if (circle(citing) && circle(citing) === circle(cited)) continue;
        expect(order.indexOf(cited)).toBeLessThan(order.indexOf(citing));
      }
    }),
  );
  expect(
    finderOf([
      [1, 5],
      [1, 6],
    ]).readingOrder({ nodes: [6, 1, 2, 5] }).nodes,
  ).toEqual([2, 5, 6, 1]);
});

test('a cascade holds all that depends on a start, each by one shortest way, parted by what the way is made of', () => {
  fc.assert(
    fc.property(
      graph,
      fc.array(fc.nat({ max: 2 }), { minLength: 16, maxLength: 16 }),
      some,
      (lines, kinds, starts) => {
        const { formally, otherwise } = finderOf(lines, kinds).cascade({ starts });
        const formalLines = lines.filter((_, at) => kinds[at] === 2);
        const least = (among: readonly Line[], end: number) =>
          Math.min(
            ...starts.flatMap((start) =>
              simplePaths(stepsOf(among, 'citing'), start, new Set([end])).map(({ length }) => length - 1),
            ),
          );
        for (const end of nodes.filter((at) => !starts.includes(at))) {
          const [formal, any] = [least(formalLines, end), least(lines, end)];
          expect(formally.find((one) => one.node === end)?.steps ?? Infinity).toBe(formal);
          expect(otherwise.find((one) => one.node === end)?.steps ?? Infinity).toBe(
            formal === Infinity ? any : Infinity,
          );
        }
        for (const { path, node: end, steps } of [...formally, ...otherwise]) {
          expect(path.length - 1).toBe(steps);
          expect(starts).toContain(path[0]);
          expect(path.at(-1)).toBe(end);
          path
            .slice(1)
            .forEach((at, place) =>
              expect(lines.some(([from, to]) => from === at && to === path[place])).toBe(true),
            );
        }
      },
    ),
  );
});

test('a comparison parts what groups have by who has it', () => {
  fc.assert(
    fc.property(graph, fc.array(some, { minLength: 2, maxLength: 3 }), (lines, groups) => {
      const { references, citers } = finderOf(lines).compare({ groups });
      for (const [regions, has] of [
        [
          references,
          (group: readonly number[], at: number) =>
            lines.some(([from, to]) => group.includes(from) && to === at),
        ],
        [
          citers,
          (group: readonly number[], at: number) =>
            lines.some(([from, to]) => group.includes(to) && from === at),
        ],
      ] as const) {
        for (const at of nodes) {
          const code = groups.reduce((sum, group, place) => sum + (has(group, at) ? 2 ** place : 0), 0);
          expect(regions.filter(({ items }) => items.includes(at)).map((region) => region.groups)).toEqual(
            code === 0 ? [] : [code],
          );
        }
      }
    }),
  );
});

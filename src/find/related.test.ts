import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NetworkRows } from '../queries';
import { ALL_EVIDENCE, type EvidenceChoice, type Measure } from '../model';
import { Finder } from './finder';

interface Line {
  readonly from: number;
  readonly to: number;
  readonly document: number;
  readonly isSound: boolean;
}

const COUNT = 9;
const node = fc.integer({ min: 1, max: COUNT });
const line = fc.record({
  from: node,
  to: node,
  document: fc.integer({ min: 1, max: 3 }),
  isSound: fc.boolean(),
});
const network = fc.array(
  line.filter(({ from, to }) => from !== to),
  { maxLength: 40 },
);
const seeds = fc.uniqueArray(node, { minLength: 1, maxLength: 3 });
const choice = fc.record({
  trust: fc.constantFrom('all' as const, 'sound' as const),
  documents: fc.option(fc.subarray([1, 2, 3]), { nil: null }),
});

const nodes = Array.from({ length: COUNT }, (_, at) => at + 1);

function rowsOf(lines: readonly Line[]): NetworkRows {
  return {
    node: Int32Array.from(nodes),
    date: Int32Array.from(nodes, (at) => (2000 + at) * 10_000),
    from: Int32Array.from(lines, ({ from }) => from),
    to: Int32Array.from(lines, ({ to }) => to),
    kind: new Int32Array(lines.length),
    document: Int32Array.from(lines, ({ document }) => document),
    isSound: Int32Array.from(lines, ({ isSound }) => Number(isSound)),
  };
}

/** Sets of who cites and who is cited, by the evidence that counts. */
function sets(lines: readonly Line[], { trust, documents }: EvidenceChoice) {
  const counted = lines.filter(
    ({ document, isSound }) => (trust === 'all' || isSound) && (documents?.includes(document) ?? true),
  );
  const references = (of: number) => new Set(counted.filter(({ from }) => from === of).map(({ to }) => to));
  const citers = (of: number) => new Set(counted.filter(({ to }) => to === of).map(({ from }) => from));
  return { references, citers, near: (of: number) => new Set([...references(of), ...citers(of)]) };
}

const common = (one: Set<number>, other: Set<number>) =>
  new Set([...one].filter((value) => other.has(value)));

type Sets = ReturnType<typeof sets>;
type Slow = (sets: Sets, seeds: readonly number[], of: number) => number;

const mean = (seeds: readonly number[], of: (seed: number) => number) =>
  seeds.reduce((sum, seed) => sum + of(seed), 0) / seeds.length;

const SLOW: Partial<Record<Measure, Slow>> = {
  coupling: ({ references, citers }, from, of) =>
    mean(from, (seed) =>
      [...common(references(seed), references(of))].reduce(
        (sum, shared) => sum + 1 / Math.log(citers(shared).size),
        0,
      ),
    ),
  cocitation: ({ citers }, from, of) =>
    mean(from, (seed) => {
      const shared = common(citers(seed), citers(of)).size;
      return shared === 0 ? 0 : shared / Math.sqrt(citers(seed).size * citers(of).size);
    }),
  links: ({ near }, from, of) =>
    mean(from, (seed) => 0.1 * Number(near(seed).has(of)) + 0.01 * common(near(seed), near(of)).size),
  pagerank: ({ near }, from, of) => walked(near, from)[of - 1] ?? 0,
};

/** The ranks after so many steps that nothing of where the walk began is left. */
function walked(near: Sets['near'], from: readonly number[]): number[] {
  const start = (at: number) => (from.includes(at) ? 1 / from.length : 0);
  const share = (source: number, to: number) =>
    near(source).size === 0 ? start(to) : Number(near(source).has(to)) / near(source).size;
  const shares = nodes.map((to) => nodes.map((source) => share(source, to)));
  let ranks = nodes.map(start);
  for (let round = 0; round < 300; round++) {
    const before = ranks;
    ranks = shares.map((row, at) => {
      const inflow = row.reduce((sum, part, source) => sum + part * (before[source] ?? 0), 0);
      return 0.15 * start(at + 1) + 0.85 * inflow;
    });
  }
  return ranks;
}

const ASK = {
  evidence: ALL_EVIDENCE,
  boost: '',
  years: null,
  without: [],
  limit: 100,
  withParts: false,
} as const;

describe.each(Object.entries(SLOW) as [Measure, Slow][])('%s', (measure, slow) => {
  test('is what going through sets gives, ties by id', () => {
    fc.assert(
      fc.property(network, seeds, choice, (lines, from, evidence) => {
        const { works } = new Finder(rowsOf(lines)).related({ ...ASK, seeds: from, measure, evidence });
        const own = sets(lines, evidence);
        const expected = nodes
          .filter((of) => !from.includes(of))
          .map((of) => ({ of, score: slow(own, from, of) }))
          .filter(({ score }) => score > 1e-13);
        expect(works.map(({ node }) => node).sort((a, b) => a - b)).toEqual(expected.map(({ of }) => of));
        for (const { node, score } of works)
          expect(score).toBeCloseTo(expected.find(({ of }) => of === node)?.score ?? NaN, 9);
        works.slice(1).forEach((work, at) => {
          const before = works[at] ?? work;
          expect(work.score < before.score || (work.score === before.score && work.node > before.node)).toBe(
            true,
          );
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('words', () => {
  const texts = fc.array(
    fc.record({
      title: fc.option(
        fc
          .array(fc.constantFrom('alpha', 'beta', 'gamma', 'delta'), { maxLength: 6 })
          .map((list) => list.join(' ')),
      ),
      claims: fc.option(
        fc.array(fc.constantFrom('alpha', 'beta', 'epsilon'), { maxLength: 9 }).map((list) => list.join(' ')),
      ),
    }),
    { minLength: COUNT, maxLength: COUNT },
  );

  test('is BM25F as it is written in the book', () => {
    fc.assert(
      fc.property(texts, seeds, (written, from) => {
        const finder = new Finder(rowsOf([]));
        finder.addTexts({
          node: nodes,
          title: written.map(({ title }) => title),
          headline: nodes.map(() => null),
          abstract: nodes.map(() => null),
          claims: written.map(({ claims }) => claims),
        });
        const { works } = finder.related({ ...ASK, seeds: from, measure: 'words' });
        const words = (at: number, field: 'title' | 'claims') =>
          (written[at - 1]?.[field] ?? '').match(/[a-z]+/g)?.map(String) ?? [];
        const all = (at: number) => [...words(at, 'title'), ...words(at, 'claims')];
        const withText = nodes.filter((at) => all(at).length > 0);
        const length = (field: 'title' | 'claims') => {
          const lengths = nodes.map((at) => words(at, field).length).filter(Boolean);
          return lengths.reduce((a, b) => a + b, 0) / lengths.length;
        };
        const score = (word: string, at: number) => {
          const having = withText.filter((one) => all(one).includes(word)).length;
          const idf = Math.log(1 + (withText.length - having + 0.5) / (having + 0.5));
          const part = (field: 'title' | 'claims', weight: number) => {
            const own = words(at, field);
            const count = own.filter((one) => one === word).length;
            return count === 0 ? 0 : (weight * count) / (0.25 + (0.75 * own.length) / length(field));
          };
          const frequency = part('title', 3) + part('claims', 1);
          return (idf * frequency) / (1.2 + frequency);
        };
        const expected = (at: number) =>
          mean(from, (seed) => [...new Set(all(seed))].reduce((sum, word) => sum + score(word, at), 0));
        for (const at of nodes.filter((one) => !from.includes(one)))
          expect(works.find(({ node }) => node === at)?.score ?? 0).toBeCloseTo(expected(at), 9);
      }),
    );
  });

  test('go by stems and compounds, not by stop words', () => {
    const finder = new Finder(rowsOf([]));
    finder.addTexts({
      node: [1, 2, 3, 4],
      title: [
        'Learning to Self-Correct',
        'Self-Correction in the wild',
        'Self-supervised vision',
        'Corrections to a paper',
      ],
      headline: [null, null, null, null],
      abstract: [null, null, null, 'Ways to self-correct'],
      claims: [null, null, null, null],
    });
    const { works } = finder.related({ ...ASK, seeds: [1], measure: 'words' });
    // The fourth has the compound in its abstract and a word of it in its title.
    expect(works.map(({ node }) => node)).toEqual([2, 4]);
    expect(works.at(0)?.score).toBeGreaterThan(works.at(1)?.score ?? Infinity);
  });
});

test('combined is the mean over what can be measured, equal scores sharing the mean of their ranks', () => {
  // 1 is the seed; 2 and 3 share its reference 9; 2 alone is cited beside it, by 4.
  const lines = [
    [1, 9],
    [2, 9],
    [3, 9],
    [4, 1],
    [4, 2],
  ].map(([from = 0, to = 0]) => ({ from, to, document: 1, isSound: true }));
  const { works } = new Finder(rowsOf(lines)).related({ ...ASK, seeds: [1], measure: 'combined' });
  const score = (of: number) => works.find(({ node }) => node === of)?.score;
  const rank = (of: number) =>
    1 +
    works.filter(
      (work) => (work.parts.pagerank ?? 0) > (works.find(({ node }) => node === of)?.parts.pagerank ?? 0),
    ).length;
  // Coupled ex aequo: rank 1.5. 3 has no citers and no text, 2 has citers: one measure more.
  expect(score(3)).toBeCloseTo((1 / 61.5 + 1 / (60 + rank(3))) / 2, 12);
  expect(score(2)).toBeCloseTo((1 / 61.5 + 1 / 61 + 1 / (60 + rank(2))) / 3, 12);
});

test('keywords double a score each, what is left out is not listed, and the rank by all evidence is told', () => {
  const lines = [
    { from: 1, to: 9, document: 1, isSound: true },
    { from: 2, to: 9, document: 1, isSound: true },
    { from: 3, to: 9, document: 2, isSound: false },
    { from: 3, to: 8, document: 2, isSound: false },
    { from: 1, to: 8, document: 2, isSound: false },
  ];
  const finder = new Finder(rowsOf(lines));
  finder.addTexts({
    node: [2, 3],
    title: ['Réflexion and self correction', 'Incorrect'],
    headline: [null, null],
    abstract: [null, null],
    claims: [null, null],
  });
  const asked = { ...ASK, seeds: [1], measure: 'coupling' } as const;
  const plain = finder.related(asked).works;
  expect(plain.map(({ node }) => node)).toEqual([3, 2]);
  const boosted = finder.related({ ...asked, boost: 'self-correct|x, reflex' }).works;
  expect(boosted.map(({ node, boosts }) => [node, boosts])).toEqual([
    [2, 2],
    [3, 0],
  ]);
  expect(boosted[0]?.score).toBeCloseTo(4 * (plain[1]?.score ?? NaN), 12);
  expect(finder.related({ ...asked, boost: 'correct' }).works).toMatchObject([
    { node: 3, boosts: 0 },
    { node: 2, boosts: 1 },
  ]);
  expect(finder.related({ ...asked, without: [3] }).works.map(({ node }) => node)).toEqual([2]);
  expect(finder.related({ ...asked, years: [2003, 2003] }).works.map(({ node }) => node)).toEqual([3]);
  const sound = finder.related({ ...asked, evidence: { trust: 'sound', documents: null } });
  expect(sound.works).toMatchObject([{ node: 2, rankByAll: 2 }]);
  expect(sound.withReferences).toBe(2);
});

test('why names what is shared, and its parts add up to the score', () => {
  fc.assert(
    fc.property(network, seeds, (lines, from) => {
      const finder = new Finder(rowsOf(lines));
      for (const { node: of, score } of finder.related({ ...ASK, seeds: from, measure: 'coupling' }).works) {
        const why = finder.why({ seeds: from, node: of, evidence: ALL_EVIDENCE });
        const sum = why.seeds
          .flatMap(({ references }) => references)
          .reduce((all, one) => all + one.score, 0);
        expect(sum / from.length).toBeCloseTo(score, 9);
      }
      for (const { node: of, score } of finder.related({ ...ASK, seeds: from, measure: 'pagerank' }).works) {
        const why = finder.why({ seeds: from, node: of, evidence: ALL_EVIDENCE });
        expect(why.inflows.reduce((all, one) => all + one.score, 0)).toBeCloseTo(score, 8);
      }
    }),
  );
});

import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { Desk } from '../intake';
import { SAMPLES } from '../picture';
import {
  dependentsSql,
  firstToCiteSql,
  pathEvidenceSql,
  readBriefs,
  readHops,
  readNetwork,
  readTexts,
  regionSql,
  relatedSql,
  resolveNames,
} from '../queries';
import { loadTables, type Connection } from '../tables';
import { openTablesInNode } from '../tables/node';
import { ALL_EVIDENCE } from '../model';
import { Finder } from './finder';

let connection: Connection;
let finder: Finder;
let seeds: number[];
const NAMES = ['arXiv:2409.12917', 'arXiv:2303.17651', 'arXiv:2303.11366'];
const ASK = { boost: '', years: null, without: [], withParts: false } as const;

/** What the pipeline makes of some documents, by name. */
async function filled(documents: ReadonlyMap<string, string>): Promise<[Connection, Finder]> {
  const tables = await openTablesInNode();
  const sources = [...documents].map(([name, text]) => ({
    kind: 'file' as const,
    name,
    blob: new Blob([text]),
  }));
  const options = { signal: new AbortController().signal, onProgress: () => undefined };
  await loadTables(tables, (onBatch) => new Desk().open(sources, { ...options, onBatch }));
  const made = new Finder(await readNetwork(tables));
  for await (const texts of readTexts(tables)) made.addTexts(texts);
  return [tables, made];
}

beforeAll(async () => {
  const documents = SAMPLES[0].documents.map(
    (path) => [basename(path), readFileSync(join('static', path), 'utf8')] as const,
  );
  [connection, finder] = await filled(new Map(documents));
  seeds = [...(await resolveNames(connection, NAMES)).values()].map(({ node }) => node);
});

async function idsOf(nodes: readonly number[]): Promise<string[]> {
  const rows = await connection.query('SELECT work_id, public_id FROM works');
  const ids = new Map(rows.numbers('work_id').map((node, row) => [node, rows.texts('public_id')[row] ?? '']));
  return nodes.map((node) => ids.get(node) ?? '');
}

const PLAIN = {
  trust: 'all' as const,
  documents: null,
  boost: '',
  years: null,
  without: 0,
  of: NAMES,
};

test.each([
  { measure: 'coupling', count: 1 },
  { measure: 'coupling', count: 3 },
  { measure: 'cocitation', count: 1, trust: 'sound', of: ['arXiv:2304.05128'] },
  { measure: 'coupling', count: 3, documents: 10 },
  { measure: 'cocitation', count: 1, documents: 1, of: ['arXiv:2304.05128'] },
  { measure: 'coupling', count: 3, boost: 'self-correct|self-refine|reflexion, réason, not-in-any' },
  { measure: 'coupling', count: 3, years: [2022, 2024], boost: 'language' },
  { measure: 'cocitation', count: 1 },
  { measure: 'cocitation', count: 3 },
  { measure: 'cocitation', count: 3, without: 5, boost: 'self-correct|self-refine|reflexion' },
] as const)('%j is what the shown SQL gives, row by row', async (asked) => {
  const { measure, count, trust, documents, boost, years, without, of } = { ...PLAIN, ...asked };
  const names = of.slice(0, count);
  const evidence = { ...ALL_EVIDENCE, trust, documents: documents === null ? null : [documents] };
  const nodes = [...(await resolveNames(connection, names)).values()].map(({ node }) => node);
  const question = { ...ASK, measure, evidence, boost, years, limit: 1000, seeds: nodes };
  const known = finder
    .related(question)
    .works.slice(0, without)
    .map(({ node }) => node);
  const { works } = finder.related({ ...question, without: known });
  const sql = relatedSql({ ...question, seeds: names, without: await idsOf(known) });
  const rows = await connection.query(sql);
  expect(works.length).toBeGreaterThan(0);
  expect(await idsOf(works.map(({ node }) => node))).toEqual(rows.texts('public_id'));
  works.forEach(({ score }, row) => expect(score).toBeCloseTo(rows.numbers('score')[row] ?? NaN, 9));
});

test('what builds on some works is what the shown SQL gives', async () => {
  const { descendants, firstToCite } = finder.buildsOn({ starts: seeds, routes: 1 });
  const direct = await connection.query(firstToCiteSql(NAMES));
  expect(direct.texts('public_id')).toEqual(await idsOf(firstToCite));
  const all = await connection.query(dependentsSql(NAMES, ['cites']));
  expect(all.numbers('steps')).toEqual(descendants.map(({ hops }) => hops));
  expect(all.texts('public_id')).toEqual(await idsOf(descendants.map(({ node }) => node)));
});

test('what depends on a work is what the shown SQL gives, step by step', async () => {
  const { formally, otherwise } = finder.cascade({ starts: seeds.slice(1, 2) });
  const rows = await connection.query(dependentsSql(NAMES.slice(1, 2), ['cites', 'formal', 'uses']));
  const dependents = [...formally, ...otherwise];
  const ids = await idsOf(dependents.map(({ node }) => node));
  const stepsOf = new Map(dependents.map(({ steps }, at) => [ids[at], steps]));
  expect(stepsOf.size).toBeGreaterThan(50);
  const steps = rows.numbers('steps');
  expect(new Map(rows.texts('public_id').map((id, row) => [id, steps[row]]))).toEqual(stepsOf);
});

test('the evidence of a path is what the shown SQL gives', async () => {
  const [to] = (await resolveNames(connection, ['arXiv:1706.03762'])).values();
  const { paths } = finder.paths({
    ...{ from: seeds.slice(0, 1), to: [to?.node ?? 0], through: null, direction: 'both' },
    ...{ kinds: ['cites'], limit: 1, slack: 0 },
  });
  const path = paths[0] ?? [];
  const hops = [...(await readHops(connection, [path])).values()];
  const briefs = await readBriefs(connection, path);
  const named = hops.map(({ from, to: end }) => ({
    from: briefs.get(from)?.id ?? '',
    to: briefs.get(end)?.id ?? '',
  }));
  const rows = await connection.query(pathEvidenceSql(named));
  const pieces = named.map((_, at) => rows.numbers('step').filter((step) => step === at + 1).length);
  expect(pieces.length).toBeGreaterThan(1);
  expect(pieces).toEqual(hops.map(({ evidence }) => evidence));
});

test.each(['references', 'citers'] as const)(
  'each region of the %s of three works is what the shown SQL gives',
  async (aspect) => {
    const groups = [seeds.slice(0, 1), seeds.slice(1, 2), seeds.slice(2)];
    const names = [NAMES.slice(0, 1), NAMES.slice(1, 2), NAMES.slice(2)];
    const regions = finder.compare({ groups })[aspect];
    expect(regions).toHaveLength(7);
    for (const { groups: region, items } of regions) {
      const rows = await connection.query(regionSql({ aspect, groups: names, region }));
      expect(rows.texts('public_id'), `region ${region}`).toEqual(await idsOf(items));
    }
  },
);

test('a reader of the field finds the works on self-correction by their words', async () => {
  const { works } = finder.related({
    ...ASK,
    seeds: seeds.slice(0, 1),
    measure: 'words',
    evidence: ALL_EVIDENCE,
    limit: 5,
  });
  expect(await idsOf(works.map(({ node }) => node))).toEqual([
    'arXiv:2211.00053',
    'arXiv:2310.01798',
    'arXiv:2308.03188',
    'arXiv:2404.17140',
    'arXiv:2305.11738',
  ]);
});

/** Who is joined to whom on the sample, as the view `lines` has it. */
async function neighbours(): Promise<Map<number, Set<number>>> {
  const rows = await connection.query('SELECT DISTINCT from_node, to_node FROM lines');
  const near = new Map<number, Set<number>>();
  const [from, to] = [rows.numbers('from_node'), rows.numbers('to_node')];
  from.forEach((source, row) => {
    const target = to[row] ?? 0;
    near.set(source, (near.get(source) ?? new Set()).add(target));
    near.set(target, (near.get(target) ?? new Set()).add(source));
  });
  return near;
}

test('PageRank on the sample is where a walk is after 300 steps', async () => {
  const near = await neighbours();
  const start = (node: number) => (seeds.includes(node) ? 1 / seeds.length : 0);
  let ranks = new Map([...near.keys()].map((node) => [node, start(node)]));
  for (let round = 0; round < 300; round++) {
    const next = new Map([...near.keys()].map((node) => [node, 0.15 * start(node)]));
    for (const [node, others] of near)
      for (const other of others)
        next.set(other, (next.get(other) ?? 0) + (0.85 * (ranks.get(node) ?? 0)) / others.size);
    ranks = next;
  }
  const asked = { seeds, measure: 'pagerank', evidence: ALL_EVIDENCE, limit: 5000 } as const;
  const { works } = finder.related({ ...ASK, ...asked });
  expect(works).toHaveLength(
    [...ranks].filter(([node, rank]) => rank > 1e-12 && !seeds.includes(node)).length,
  );
  for (const { node, score } of works) expect(score).toBeCloseTo(ranks.get(node) ?? NaN, 9);
});

test('links on the sample are those that counting neighbours gives', async () => {
  const near = await neighbours();
  const asked = { seeds, measure: 'links', evidence: ALL_EVIDENCE, limit: 5000 } as const;
  const { works } = finder.related({ ...ASK, ...asked });
  const scoreOf = (node: number) =>
    seeds.reduce((sum, seed) => {
      const own = near.get(seed) ?? new Set();
      const shared = [...own].filter((one) => near.get(node)?.has(one)).length;
      return sum + (0.1 * Number(own.has(node)) + 0.01 * shared) / seeds.length;
    }, 0);
  for (const node of near.keys()) {
    if (seeds.includes(node)) continue;
    expect(works.find((work) => work.node === node)?.score ?? 0).toBeCloseTo(scoreOf(node), 9);
  }
});

test('paths on the sample are as short as going from neighbour to neighbour, and all of that length', async () => {
  const near = await neighbours();
  const [from, to] = [
    seeds[0] ?? 0,
    [...(await resolveNames(connection, ['arXiv:1706.03762'])).values()][0]?.node ?? 0,
  ];
  let ways = new Map([[from, 1]]);
  const met = new Set([from]);
  let steps = 0;
  while (!ways.has(to)) {
    const next = new Map<number, number>();
    for (const [node, count] of ways)
      for (const other of near.get(node) ?? [])
        if (!met.has(other)) next.set(other, (next.get(other) ?? 0) + count);
    for (const node of next.keys()) met.add(node);
    ways = next;
    steps += 1;
  }
  const question = {
    from: [from],
    to: [to],
    through: null,
    direction: 'both',
    limit: 1000,
    slack: 0,
  } as const;
  const found = finder.paths({ ...question, kinds: ['cites', 'formal', 'uses'] });
  expect(found.shortest).toBe(steps);
  expect(found.paths).toHaveLength(ways.get(to) ?? 0);
  for (const path of found.paths)
    path.slice(1).forEach((node, at) => expect(near.get(path[at] ?? 0)?.has(node)).toBe(true));
});

test('words of an abstract count where a document carries one', async () => {
  const rows = [
    { type: 'collection', name: 'made up for this test', version: 1 },
    { type: 'work', id: 'a', title: 'Backtracking' },
    { type: 'work', id: 'b', title: 'Another title', abstract: 'We study backtracking.' },
    { type: 'work', id: 'c', title: 'A third' },
  ];
  const text = rows.map((row) => JSON.stringify(row)).join('\n');
  const [tables, made] = await filled(new Map([['made-up.jsonl', text]]));
  const names = await resolveNames(tables, [
    'local:made up for this test/a',
    'local:made up for this test/b',
  ]);
  const [seed, other] = [...names.values()].map(({ node }) => node);
  const asked = { seeds: [seed ?? 0], measure: 'words', evidence: ALL_EVIDENCE, limit: 5 } as const;
  expect(made.related({ ...ASK, ...asked }).works.map(({ node }) => node)).toEqual([other]);
});

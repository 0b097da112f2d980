import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { crossFilter } from '../graph';
import { Desk } from '../intake';
import { LAYOUTS } from '../layout';
import { DEFAULT_VIEW, NO_FILTERS, type FacetName, type Filters, type View } from '../model';
import { loadTables, type Connection } from '../tables';
import { openTablesInNode } from '../tables/node';
import { PictureMaker } from './picture-maker';
import { SAMPLES } from './samples';

const WANTED = { particulars: true, clusters: false };
const FACETS = ['category', 'venue', 'author', 'kind', 'trust', 'document', 'role', 'word'] as const;
type Sieve = (typeof FACETS)[number] | 'years';

/** What nodes have, in SQL of its own: authors and words are split as the tables of this test have them. */
const HAS = `
  SELECT work_id AS node, 'category' AS facet, primary_cat AS value FROM works
  UNION SELECT work_id, 'venue', venue FROM works
  UNION SELECT work_id, 'author', unnest(string_split(authors_text, ', ')) FROM works
  UNION SELECT work_id, 'kind', CASE WHEN is_stub THEN 'stub' ELSE 'paper' END FROM works
  UNION SELECT work_id, 'trust', trust FROM works
  UNION SELECT work_id, 'word', unnest(string_split(lower(title), ' ')) FROM works
  UNION SELECT citing, 'document', name FROM citations JOIN documents USING (document_id)
  UNION SELECT cited, 'document', name FROM citations JOIN documents USING (document_id)
  UNION SELECT cited, 'role', role FROM citations WHERE citing IN (SELECT node FROM ball) AND role IS NOT NULL`;

const TEXTS: Readonly<Record<string, string>> = {
  '': 'TRUE',
  'title:reward': `contains(lower(coalesce(title, '')), 'reward')`,
  'NOT author:ada': `NOT contains(lower(coalesce(authors_text, '')), 'ada')`,
  'graph OR venue:iclr': `(contains(lower(concat_ws(' ', title, authors_text, public_id)), 'graph') OR contains(lower(coalesce(venue, '')), 'iclr'))`,
  'year:..2021 NOT kind:stub': `coalesce(year <= 2021, FALSE) AND NOT is_stub`,
};

const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`;

/** Counts of one facet's values, or of years, as a person would ask for them in SQL. */
function countsInSql(sieve: Sieve, { facets, years, query, off }: Filters, nodes: readonly number[]): string {
  const others = Object.entries(facets).filter(([facet]) => facet !== sieve);
  const conditions = [
    ...others.map(
      ([facet, values]) =>
        `node IN (SELECT node FROM has WHERE facet = '${facet}' AND value IN (${values.map(quoted).join()}))`,
    ),
    ...(years && sieve !== 'years' ? [`(year IS NULL OR year BETWEEN ${years[0]} AND ${years[1]})`] : []),
    ...(off.includes('kind:stub') && sieve !== 'kind' ? ['NOT is_stub'] : []),
    TEXTS[query] ?? 'FALSE',
  ];
  const values =
    sieve === 'years'
      ? 'SELECT work_id AS node, year AS value FROM works'
      : `FROM has WHERE facet = '${sieve}'`;
  return `
WITH ball AS (SELECT unnest([${nodes.join()}]) AS node),
named AS (${HAS}),
has AS (SELECT DISTINCT node, facet, value FROM named WHERE value IS NOT NULL UNION ALL
  SELECT node, facet, '' FROM ball, (SELECT unnest([${FACETS.map(quoted).join()}]) AS facet) AS facets
   WHERE NOT EXISTS (FROM named WHERE named.node = ball.node AND named.facet = facets.facet AND value IS NOT NULL))
SELECT coalesce(value::VARCHAR, '') AS value, count(*)::INTEGER AS n FROM (${values}) JOIN ball USING (node) JOIN works ON work_id = node
 WHERE ${conditions.join(' AND ')} GROUP BY 1 ORDER BY 1`;
}

async function graphOf(connection: Connection, view: View) {
  const arrange = (layout: View['layout'], input: Parameters<(typeof LAYOUTS)['timeline']>[0]) =>
    Promise.resolve(LAYOUTS[layout](input));
  return new PictureMaker({ connection, arrange }).make(view, WANTED);
}

async function expectSameCounts(connection: Connection, view: View, sieves: readonly Sieve[]): Promise<void> {
  const { picture, graph } = await graphOf(connection, view);
  const filter = crossFilter(graph, view);
  for (const sieve of sieves) {
    const found = await connection.query(countsInSql(sieve, view.filters, picture.rows.nodes.node));
    const inSql = found.texts('value').map((value, row) => [value, found.numbers('n')[row] ?? 0] as const);
    const counts =
      sieve === 'years'
        ? filter.countYears().years.map(({ year, count }) => [String(year), count] as const)
        : filter.countValues(sieve).map(({ value, count }) => [value, count] as const);
    const undated = sieve === 'years' ? [['', filter.countYears().undated] as const] : [];
    const ours = Object.fromEntries([...counts, ...undated].filter(([, count]) => count > 0));
    expect(ours, sieve).toEqual(Object.fromEntries(inSql));
  }
}

describe('counts are those of plain SQL', () => {
  let connection: Connection;
  beforeAll(async () => {
    connection = await openTablesInNode();
  });

  const maybe = (values: readonly string[]) => fc.option(fc.constantFrom(...values));
  const work = fc.record({
    title: maybe(['Reward graph', 'graph model', 'Model', 'reward Reward']),
    authors: maybe(['Ada', 'Ada, Alan', 'Alan, Grace', 'Grace, Ada, Ada']),
    year: fc.option(fc.integer({ min: 2018, max: 2024 })),
    venue: maybe(['ICLR', 'NeurIPS', "L'École"]),
    category: maybe(['cs.LG', 'cs.CL']),
    isStub: fc.boolean(),
    trust: fc.constantFrom('none', 'sound', 'broken'),
  });
  const citation = fc.record({
    citing: fc.integer({ min: 1, max: 8 }),
    cited: fc.integer({ min: 1, max: 8 }),
    document: fc.constantFrom(1, 2),
    role: maybe(['background', 'method']),
  });
  const values: Readonly<Partial<Record<FacetName, readonly string[]>>> = {
    category: ['', 'cs.LG', 'cs.CL', 'gone'],
    venue: ['', 'ICLR', "L'École"],
    author: ['', 'Ada', 'Alan'],
    kind: ['paper', 'stub'],
    trust: ['none', 'sound'],
    document: ['', 'a.jsonl', 'b.jsonl'],
    role: ['', 'method'],
    word: ['', 'graph', 'reward'],
  };
  const year = fc.integer({ min: 2017, max: 2025 });
  const filters = fc.record({
    years: fc.option(fc.tuple(year, year)),
    off: fc.constantFrom([], ['kind:stub']),
    facets: fc.record(
      Object.fromEntries(
        Object.entries(values).map(([facet, all]) => [facet, fc.subarray([...all], { minLength: 1 })]),
      ),
      { requiredKeys: [], noNullPrototype: true },
    ),
    query: fc.constantFrom(...Object.keys(TEXTS)),
  });

  test('on small tables of any content', { timeout: 120_000 }, async () => {
    const text = (value: string | null) => (value === null ? 'NULL' : quoted(value));
    await fc.assert(
      fc.asyncProperty(
        fc.array(work, { minLength: 8, maxLength: 8 }),
        fc.array(citation, { minLength: 4, maxLength: 20 }),
        filters,
        async (works, citations, made) => {
          await connection.query(`
            DELETE FROM documents; DELETE FROM works; DELETE FROM work_ids; DELETE FROM citations;
            INSERT INTO documents VALUES (1, 'a.jsonl', NULL, 'collection', 1, 'a', 'loaded', NULL), (2, 'x.zip/b.jsonl', NULL, 'collection', 1, 'b', 'loaded', NULL);
            INSERT INTO works VALUES ${works.map((one, at) => `(${at + 1}, 'n${at + 1}', ${text(one.title)}, ${text(one.authors)}, ${one.year ?? 'NULL'}, NULL, ${text(one.venue)}, ${text(one.category)}, NULL, NULL, false, ${one.isStub}, '${one.trust}', NULL)`).join()};
            INSERT INTO citations VALUES ${citations.map(({ citing, cited, document, role }) => `(${citing}, ${cited}, 0, 0, ${document}, '', NULL, NULL, NULL, NULL, ${text(role)}, NULL)`).join()};
            UPDATE documents SET name = 'b.jsonl' WHERE document_id = 2`);
          const view: View = { ...DEFAULT_VIEW, focus: 'n1', depth: 3, filters: { ...NO_FILTERS, ...made } };
          // A connection of its own: what was learnt of the tables before is kept by connection.
          await expectSameCounts({ ...connection }, view, [...FACETS, 'years']);
        },
      ),
      { numRuns: 25 },
    );
  });
});

test(
  'counts of the SCoRe sample are those of plain SQL, under filters of every kind',
  { timeout: 60_000 },
  async () => {
    const connection = await openTablesInNode();
    const sources = SAMPLES[0].documents.map((path) => {
      const blob = new Blob([readFileSync(join('static', path))]);
      return { kind: 'file' as const, name: basename(path), blob };
    });
    const options = { signal: new AbortController().signal, onProgress: () => undefined };
    await loadTables(connection, (onBatch) => new Desk().open(sources, { ...options, onBatch }));
    const choices: readonly Partial<Filters>[] = [
      {},
      { years: [2019, 2023] },
      { facets: { category: [''], kind: ['stub', 'paper'] }, years: [2022, 2024] },
      { facets: { document: ['score.bundle.json'] }, query: 'title:reward' },
      { facets: { trust: ['sound'] } },
      { off: ['kind:stub'], query: 'year:..2021 NOT kind:stub' },
    ];
    for (const made of choices) {
      const view: View = { ...SAMPLES[0].view, depth: 2, filters: { ...NO_FILTERS, ...made } };
      await expectSameCounts(connection, view, ['category', 'kind', 'trust', 'years']);
      const { picture, graph } = await graphOf(connection, view);
      const word = crossFilter(graph, view)
        .countValues('word')
        .find(({ value }) => value === 'language');
      const found = await connection.query(
        countsInSql('kind', { ...view.filters, query: 'language' }, picture.rows.nodes.node).replace(
          'FALSE',
          `regexp_matches(lower(coalesce(title, '')), '\\blanguage\\b')`,
        ),
      );
      if (view.filters.query === '')
        expect(word?.count).toBe(found.numbers('n').reduce((sum, count) => sum + count, 0));
    }
  },
);

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import {
  DATABASE_FILE,
  NAMES_TABLE,
  NEIGHBOURHOODS_FILE,
  originalsFile,
  PLACES_TABLE,
  POSTINGS_FILE,
  WORDS_FILE,
  WORDS_TABLE,
  type CardLine,
} from '../corpus';
import { Desk, type Source } from '../intake';
import { TRUSTS } from '../model';
import { rowsOf } from '../queries';
import { loadTables } from '../tables';
import { openTablesInNode } from '../tables/node';
import { pack } from './pack';
import { Database } from './pack/database';

const SCORE = 'static/samples/score';
const CONFLICT = [
  { type: 'collection', name: 'conflict', version: 1 },
  { type: 'work', arxiv_id: '2001.00001', doi: '10.1000/one', title: 'The one' },
  { type: 'work', arxiv_id: '2001.00002', doi: '10.1000/two', title: 'The other', year: 2020 },
  { type: 'work', doi: '10.1000/one', openalex_id: 'W7' },
  { type: 'work', doi: '10.1000/two', openalex_id: 'W7' },
  { type: 'work', id: 'p1', openalex_id: 'W8', title: 'Of no known date', authors_text: 'A, B' },
  { type: 'citation', citing: 'arXiv:2001.00002', cited: 'doi:10.1000/ONE', source: 'a test' },
  { type: 'citation', citing: 'arXiv:2001.00002', cited: 'arXiv:2001.00001', source: 'a test' },
  {
    type: 'citation',
    citing: 'local:p1',
    cited: 'arXiv:hep-th/9901001',
    source: 'a test',
    cited_title: 'A stub',
  },
  { type: 'citation', citing: 'openalex:W8', cited: 'local:p1', source: 'itself, under two names' },
]
  .map((row) => JSON.stringify(row))
  .join('\n');

const folders: string[] = [];

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'corollary-pack-'));
  folders.push(made);
  return made;
}

afterEach(async () => {
  for (const made of folders.splice(0)) await rm(made, { recursive: true, force: true });
});

function packed(inputs: readonly string[], to: string) {
  return pack({ inputs, folder: to, memory: '1GB', about: { name: 'test', date: '2026-01-02' } });
}

async function cards(of: string): Promise<CardLine[]> {
  const lines = (await readFile(join(of, NEIGHBOURHOODS_FILE), 'utf8')).trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as CardLine).filter((line) => 'names' in line);
}

interface WorkRow {
  readonly id: string;
  readonly title: string | null;
  readonly authors: string | null;
  readonly date: string | null;
  readonly venue: string | null;
  readonly category: string | null;
  readonly stub: boolean;
  readonly trust: string;
  readonly references: number;
  readonly citing: number;
}

/** What the tables of the app hold of the same documents. */
async function worksInTables(sources: readonly Source[]): Promise<WorkRow[]> {
  const connection = await openTablesInNode();
  const { signal } = new AbortController();
  await loadTables(connection, (onBatch) =>
    new Desk().open(sources, { signal, onBatch, onProgress: () => undefined }),
  );
  return rowsOf<WorkRow>(
    await connection.query(`
      WITH pairs AS (SELECT DISTINCT citing, cited FROM citations WHERE cited IS NOT NULL AND citing <> cited)
      SELECT public_id AS id, title, authors_text AS authors, date, venue, primary_cat AS category, is_stub AS stub, trust,
             (SELECT count(*) FROM pairs WHERE citing = work_id)::INTEGER AS references,
             (SELECT count(*) FROM pairs WHERE cited = work_id)::INTEGER AS citing
        FROM works ORDER BY id`),
  );
}

function inTheirOrder(all: readonly CardLine[]): WorkRow[] {
  return all
    .map(({ id, title, authors, date, venue, category, stub, trust, references, citing }) => ({
      ...{ id, title, authors, date, venue, category, stub, trust, references, citing },
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

test('a corpus holds the works that the tables of the app hold of the same documents', async () => {
  const [to, inputs] = [await folder(), await folder()];
  await writeFile(join(inputs, 'conflict.jsonl'), CONFLICT);
  await packed([SCORE, inputs], to);
  const names = ['picture.json', 'related-records.jsonl', 'score-citations.jsonl', 'score.bundle.json'];
  const sources = await Promise.all(
    names.map(async (name): Promise<Source> => {
      return { kind: 'file', name, blob: new Blob([await readFile(join(SCORE, name))]) };
    }),
  );
  sources.push({ kind: 'file', name: 'conflict.jsonl', blob: new Blob([CONFLICT]) });
  const [expected, found] = [await worksInTables(sources), inTheirOrder(await cards(to))];
  expect(found.length).toBe(expected.length);
  expect(found).toEqual(expected);
}, 60_000);

test('works are numbered by how many cite them, and their lines lie where the table of places says', async () => {
  const to = await folder();
  const { counts } = await packed([SCORE], to);
  const all = await cards(to);
  expect(all.map(({ work }) => work)).toEqual(all.map((_, at) => at + 1));
  expect(all.every(({ citing }, at) => citing <= (all[at - 1]?.citing ?? Infinity))).toBe(true);
  expect(all.every(({ trust }) => TRUSTS.includes(trust))).toBe(true);
  const text = await readFile(join(to, NEIGHBOURHOODS_FILE));
  const database = await Database.open(join(to, DATABASE_FILE), { memory: '1GB' });
  const lines = Number((await database.rows('SELECT count(*) FROM cites'))[0]?.[0]);
  database.close();
  expect(lines).toBe(counts.lines);
  const places = await readFile(join(to, PLACES_TABLE));
  expect(places.length).toBe(16 * all.length);
  for (const own of all) {
    const at = 16 * (own.work - 1);
    const [start, bytes, head] = [
      places.readDoubleLE(at),
      places.readUInt32LE(at + 8),
      places.readUInt32LE(at + 12),
    ];
    expect(JSON.parse(text.subarray(start, start + bytes).toString())).toEqual(own);
    const lines = text
      .subarray(start, start + head)
      .toString()
      .split('\n');
    expect(lines.length).toBe(2 + Math.min(1, own.references) + Math.min(1, own.citing));
  }
}, 60_000);

test('an original document is there byte for byte', async () => {
  const to = await folder();
  await packed([SCORE], to);
  const score = (await cards(to)).find(({ id }) => id === 'arXiv:2409.12917');
  const [document] = score?.documents ?? [];
  const bytes = (await readFile(join(to, originalsFile(0)))).subarray(
    document?.start,
    (document?.start ?? 0) + (document?.bytes ?? 0),
  );
  expect(bytes.equals(await readFile(join(SCORE, 'score.bundle.json')))).toBe(true);
}, 60_000);

test('what a document says cannot pass for the end of a row', async () => {
  const [to, inputs] = [await folder(), await folder()];
  const title = 'One \u001e two \u001f three \u001d four \ud800';
  const rows = [
    { type: 'collection', name: 'odd', version: 1 },
    { type: 'work', arxiv_id: '2001.00001', title, authors_text: '\u001d' },
    { type: 'work', arxiv_id: '2001.00002', title: 'The other' },
  ];
  await writeFile(join(inputs, 'odd.jsonl'), rows.map((row) => JSON.stringify(row)).join('\n'));
  const { counts } = await packed([inputs], to);
  expect(counts).toMatchObject({ documents: 1, works: 2, stubs: 0 });
  const of = new Map((await cards(to)).map((card) => [card.id, card]));
  expect(of.get('arXiv:2001.00001')?.title?.replace(/\s+/g, ' ')).toBe('One two three four \ufffd');
  expect(of.get('arXiv:2001.00001')?.date).toBe('2020-01');
  expect(of.get('arXiv:2001.00002')?.title).toBe('The other');
}, 60_000);

const CONTENT = [
  ...[NAMES_TABLE, PLACES_TABLE, NEIGHBOURHOODS_FILE],
  ...[WORDS_TABLE, WORDS_FILE, POSTINGS_FILE, originalsFile(0)],
];

async function content(of: string): Promise<string[]> {
  return Promise.all(CONTENT.map(async (name) => (await readFile(join(of, name))).toString('base64')));
}

test('the same input gives the same bytes, also where it came in two goes', async () => {
  const [once, again, later] = [await folder(), await folder(), await folder()];
  await packed([SCORE], once);
  await packed([SCORE], again);
  expect(await content(again)).toEqual(await content(once));
  const names = ['picture.json', 'related-records.jsonl', 'score-citations.jsonl', 'score.bundle.json'];
  await packed(
    names.slice(0, 2).map((name) => join(SCORE, name)),
    later,
  );
  await packed(
    names.map((name) => join(SCORE, name)),
    later,
  );
  expect(await content(later)).toEqual(await content(once));
}, 90_000);

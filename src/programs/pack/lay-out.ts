import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_FILE, keyIn, NAME, NAMES_TABLE, titleWords, type NeighbourRow } from '../../corpus';
import { TRUSTS } from '../../model';
import { eachRow } from './cursor';
import { quoted, type Database } from './database';
import { KeyTableWriter } from './key-table-writer';
import { writeNeighbourhoods } from './neighbourhoods';
import { NumberedTexts } from './numbered-texts';
import { writeWords } from './words';

const MOST_AUTHORS = 100;

/** What stands in many lines is made once. */
export interface Told {
  /** Each work as it begins a row of others' neighbours. */
  readonly works: NumberedTexts;
  /** Each way in which evidence ends such a row. */
  readonly ends: NumberedTexts;
  /** The names of documents, as JSON. */
  readonly documents: NumberedTexts;
}

export type OnStep = (step: string, done: number, of: number) => void;

/** Lays a settled corpus out into files to be read by ranges. */
export async function layOut(database: Database, folder: string, onStep: OnStep): Promise<void> {
  const { connection } = database;
  for (const sql of [
    `CREATE OR REPLACE TABLE postings (key DOUBLE, work INTEGER)`,
    `CREATE OR REPLACE TABLE vocabulary (key DOUBLE, word VARCHAR)`,
  ])
    await connection.run(sql);
  onStep('works', 0, 1);
  const files = ['works', 'ends', 'documents'].map((name) => join(folder, `told-${name}`));
  const [works, ends, documents] = files.map((file) => new NumberedTexts(file)) as [
    NumberedTexts,
    NumberedTexts,
    NumberedTexts,
  ];
  await tellWorks(database, works);
  await tellEnds(database, ends);
  await tellDocuments(database, documents);
  await writeNames(database, join(folder, NAMES_TABLE));
  // The database works by itself while lines are made here.
  await Promise.all([
    writeDatabase(database, join(folder, DATABASE_FILE)),
    writeNeighbourhoods(database, folder, { works, ends, documents }, onStep).then(() =>
      writeWords(database, folder, works, onStep),
    ),
  ]);
  for (const texts of [works, ends, documents]) texts.close();
  for (const file of files) rmSync(file);
}

/** Texts come as one, as JSON: each that comes by itself costs as much as all. */
async function tellWorks(database: Database, told: NumberedTexts): Promise<void> {
  const postings = await database.append('postings');
  const vocabulary = await database.append('vocabulary');
  const known = new Map<string, number>();
  const works = await database.read(
    `SELECT number, to_json([id, title, authors, date, category]), stub::INTEGER, trust, refs, citing FROM works ORDER BY number`,
  );
  for await (const row of eachRow(works)) {
    const [id, title, authors, date, category] = row.json<[string, ...(string | null)[]]>(1);
    const neighbour: NeighbourRow = [
      ...([row.int(0), id, title ?? null, cut(authors ?? null), date ?? null, category ?? null] as const),
      ...([row.int(2) === 1 ? 1 : 0, TRUSTS[row.int(3)] ?? 'none', row.int(4), row.int(5)] as const),
    ];
    told.add(JSON.stringify(neighbour).slice(1, -1));
    for (const word of titleWords(title ?? '')) {
      let key = known.get(word);
      if (key === undefined) {
        key = keyIn(createHash('sha256').update(word).digest());
        if (known.size > MOST_WORDS) known.clear();
        known.set(word, key);
        vocabulary.add(key, word);
      }
      postings.add(key, row.int(0));
    }
  }
  told.finish();
  for (const rows of [postings, vocabulary]) rows.close();
}

/** Words whose keys stay in memory. */
const MOST_WORDS = 500_000;

async function tellEnds(database: Database, told: NumberedTexts): Promise<void> {
  const ends = await database.read(
    'SELECT "end", to_json([pointer, role, relationship]) FROM ends JOIN places USING (place) ORDER BY "end"',
  );
  for await (const row of eachRow(ends)) {
    const said = row.json<(string | null)[]>(1);
    while (said.at(-1) === null) said.pop();
    told.add(`${said.map((one) => `,${JSON.stringify(one)}`).join('')}]`);
  }
  told.finish();
}

async function tellDocuments(database: Database, told: NumberedTexts): Promise<void> {
  const documents = await database.read('SELECT to_json([name]) FROM documents ORDER BY document');
  for await (const row of eachRow(documents)) told.add(JSON.stringify(row.json<[string]>(0)[0]));
  told.finish();
}

/** Keys as the door of `corpus` has them. */
async function writeNames(database: Database, path: string): Promise<void> {
  const table = new KeyTableWriter(path, NAME, await database.count('aliases'));
  const names = await database.read(
    `SELECT greatest(1, ('0x' || sha256(alias)[1:13])::BIGINT)::DOUBLE AS key, number FROM aliases ORDER BY key, number`,
  );
  for await (const row of eachRow(names)) table.add([row.int(0), row.int(1)]);
  await table.close();
}

/** Only numbers stand in it: a reader fetches whole blocks, and of texts it would fetch 2,048 rows for one. */
async function writeDatabase({ connection }: Database, file: string): Promise<void> {
  rmSync(file, { force: true });
  await connection.run(`ATTACH ${quoted(file)} AS corpus (BLOCK_SIZE 65536, STORAGE_VERSION 'v1.4.0')`);
  for (const sql of [
    `CREATE TABLE corpus.cites AS SELECT citing, cited FROM cites ORDER BY citing, cited`,
    `CREATE TABLE corpus.cited_by AS SELECT cited, citing FROM cited_by ORDER BY cited, citing`,
    `CHECKPOINT corpus`,
    `DETACH corpus`,
  ])
    await connection.run(sql);
}

function cut(authors: string | null): string | null {
  return authors !== null && authors.length > MOST_AUTHORS
    ? `${authors.slice(0, MOST_AUTHORS - 1)}…`
    : authors;
}

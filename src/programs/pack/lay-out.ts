import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  DATABASE_FILE,
  encodePostings,
  keyIn,
  NAME,
  NAMES_TABLE,
  NEIGHBOURHOODS_FILE,
  originalsFile,
  PLACE,
  PLACES_TABLE,
  POSTINGS_FILE,
  rowLength,
  stretchStarts,
  titleWords,
  WORD,
  WORDS_FILE,
  WORDS_TABLE,
  WORKS_A_WORD,
  writeRow,
  type CardLine,
  type NeighbourRow,
  type PlacedDocument,
  type StretchLine,
} from '../../corpus';
import { TRUSTS } from '../../model';
import type { Cursor } from './cursor';
import { quoted, type Database } from './database';
import { FileWriter } from './file-writer';
import { KeyTableWriter } from './key-table-writer';

/** Works that are laid out at once. */
const STEP = 20_000;
/** Parts that words are laid out in. */
const WORD_PARTS = 16;
const MOST_AUTHORS = 100;

type OnStep = (step: string, done: number, of: number) => void;

/** Lays a settled corpus out into files to be read by ranges. */
export async function layOut(database: Database, folder: string, onStep: OnStep): Promise<void> {
  const { connection } = database;
  for (const sql of [
    `CREATE OR REPLACE TABLE told (work INTEGER, row VARCHAR)`,
    `CREATE OR REPLACE TABLE postings (key BIGINT, work INTEGER)`,
    `CREATE OR REPLACE TABLE vocabulary (key BIGINT, word VARCHAR)`,
    `CREATE OR REPLACE TABLE names (key BIGINT, work INTEGER)`,
  ])
    await connection.run(sql);
  onStep('works', 0, 1);
  await tellWorks(database);
  await writeNames(database, join(folder, NAMES_TABLE));
  await writeNeighbourhoods(database, folder, onStep);
  await writeWords(database, folder, onStep);
  onStep('database', 0, 1);
  await writeDatabase(database, join(folder, DATABASE_FILE));
  for (const table of ['told', 'postings', 'vocabulary', 'names'])
    await connection.run(`DROP TABLE ${table}`);
}

async function* eachRow(cursor: Cursor): AsyncGenerator<Cursor> {
  try {
    while (await cursor.load()) {
      do yield cursor;
      while (cursor.next());
    }
  } finally {
    cursor.close();
  }
}

/** Each work as a row of others' neighbours is made once, and stays in the database: of millions it is too much to hold. */
async function tellWorks(database: Database): Promise<void> {
  const told = await database.connection.createAppender('told');
  const postings = await database.connection.createAppender('postings');
  const vocabulary = await database.connection.createAppender('vocabulary');
  const known = new Set<number>();
  const works = await database.read(
    `SELECT number, id, title, authors, date, category, stub::INTEGER, trust, refs, citing FROM works ORDER BY number`,
  );
  for await (const row of eachRow(works)) {
    const title = row.text(2);
    const neighbour: NeighbourRow = [
      ...([row.int(0), row.text(1) ?? '', title, cut(row.text(3)), row.text(4)] as const),
      ...([
        row.text(5),
        row.int(6) === 1 ? 1 : 0,
        TRUSTS[row.int(7)] ?? 'none',
        row.int(8),
        row.int(9),
      ] as const),
    ];
    told.appendInteger(row.int(0));
    told.appendVarchar(JSON.stringify(neighbour).slice(1, -1));
    told.endRow();
    for (const word of titleWords(title ?? '')) {
      const key = keyOf(word);
      postings.appendBigInt(BigInt(key));
      postings.appendInteger(row.int(0));
      postings.endRow();
      if (known.has(key)) continue;
      if (known.size > MOST_KEYS) known.clear();
      known.add(key);
      vocabulary.appendBigInt(BigInt(key));
      vocabulary.appendVarchar(word);
      vocabulary.endRow();
    }
  }
  for (const appender of [told, postings, vocabulary]) appender.closeSync();
}

async function writeNames(database: Database, path: string): Promise<void> {
  const names = await database.connection.createAppender('names');
  for await (const row of eachRow(await database.read('SELECT alias, number FROM aliases'))) {
    names.appendBigInt(BigInt(keyOf(row.text(0) ?? '')));
    names.appendInteger(row.int(1));
    names.endRow();
  }
  names.closeSync();
  const table = new KeyTableWriter(path, NAME, await countOf(database, 'names'));
  for await (const row of eachRow(await database.read('SELECT key, work FROM names ORDER BY key, work')))
    table.add([row.int(0), row.int(1)]);
  table.close();
}

async function countOf(database: Database, table: string): Promise<number> {
  return Number((await database.rows(`SELECT count(*) FROM ${table}`))[0]?.[0] ?? 0);
}

interface Line {
  /** The beginning of its row: the neighbour. */
  readonly told: string;
  /** The end of its row: the evidence. */
  readonly said: string;
  readonly document: number;
}

async function writeNeighbourhoods(database: Database, folder: string, onStep: OnStep): Promise<void> {
  const works = await countOf(database, 'works');
  const places = new FileWriter(join(folder, PLACES_TABLE));
  const placeRow = new DataView(new ArrayBuffer(rowLength(PLACE)));
  const writer = new Neighbourhoods(new FileWriter(join(folder, NEIGHBOURHOODS_FILE)));
  for (let from = 1; from <= works; from += STEP) {
    onStep('neighbourhoods', from - 1, works);
    const to = from + STEP;
    const documents = await documentNames(database, from, to);
    const references = await database.read(linesSql('cites', 'citing', 'cited', from, to));
    const citing = await database.read(linesSql('cited_by', 'cited', 'citing', from, to));
    const originals = await database.read(originalsSql(from, to));
    const aliases = await database.read(
      `SELECT number, alias FROM aliases WHERE number >= ${from} AND number < ${to} ORDER BY number, place`,
    );
    const cards = await database.read(
      `SELECT number, id, title, authors, date, venue, category, stub::INTEGER, trust, refs, citing FROM works
        WHERE number >= ${from} AND number < ${to} ORDER BY number`,
    );
    for await (const row of eachRow(cards)) {
      const work = row.int(0);
      const parts = {
        names: await rowsOf(aliases, work, (name) => name.text(1) ?? ''),
        references: await rowsOf(references, work, lineIn),
        citing: await rowsOf(citing, work, lineIn),
        documents: await rowsOf(originals, work, originalIn),
      };
      const place = writer.write(row, parts, documents);
      writeRow(placeRow, 0, PLACE, [place.start, place.card, place.head]);
      places.bytes(new Uint8Array(placeRow.buffer));
    }
    for (const cursor of [references, citing, originals, aliases]) cursor.close();
  }
  places.close();
  writer.close();
}

/** All rows whose first column is this work, which come in the order of the works. */
async function rowsOf<T>(cursor: Cursor, work: number, make: (row: Cursor) => T): Promise<T[]> {
  const rows: T[] = [];
  let isHere = await cursor.load();
  while (isHere && cursor.int(0) === work) {
    rows.push(make(cursor));
    isHere = cursor.next() || (await cursor.load());
  }
  return rows;
}

function linesSql(table: string, of: string, neighbour: string, from: number, to: number): string {
  return `
    SELECT ${of}, evidence, document, pointer, role, relationship, row FROM ${table} JOIN told ON work = ${neighbour}
     WHERE ${of} >= ${from} AND ${of} < ${to} ORDER BY ${of}, ${neighbour}`;
}

function lineIn(row: Cursor): Line {
  const said: (string | number | null)[] = [row.text(3), row.text(4), row.text(5)];
  while (said.at(-1) === null) said.pop();
  return {
    told: row.text(6) ?? '',
    document: row.int(2),
    said: `${row.int(1)},#${said.map((one) => `,${JSON.stringify(one)}`).join('')}]`,
  };
}

function originalsSql(from: number, to: number): string {
  return `
    SELECT number, name, kind, sha256, shard, start, bytes FROM about JOIN documents USING (document)
     WHERE number >= ${from} AND number < ${to} AND shard IS NOT NULL ORDER BY number, document`;
}

function originalIn(row: Cursor): PlacedDocument {
  return {
    ...{ name: row.text(1) ?? '', kind: row.text(2) ?? '', sha256: row.text(3) ?? '' },
    ...{ file: originalsFile(row.int(4)), start: row.int(5), bytes: row.int(6) },
  };
}

async function documentNames(
  database: Database,
  from: number,
  to: number,
): Promise<ReadonlyMap<number, string>> {
  const rows = await database.rows(
    `SELECT document, name FROM documents WHERE document IN (
       SELECT document FROM cites WHERE citing >= ${from} AND citing < ${to}
       UNION SELECT document FROM cited_by WHERE cited >= ${from} AND cited < ${to})`,
  );
  return new Map(rows.map(([document, name]) => [Number(document), String(name)]));
}

interface Parts {
  readonly names: readonly string[];
  readonly references: readonly Line[];
  readonly citing: readonly Line[];
  readonly documents: readonly PlacedDocument[];
}

/** A work's own line says how long those after it are, so these are made first. */
class Neighbourhoods {
  readonly #file: FileWriter;

  constructor(file: FileWriter) {
    this.#file = file;
  }

  write(
    row: Cursor,
    { names, references, citing, documents }: Parts,
    documentNames: ReadonlyMap<number, string>,
  ) {
    const id = row.text(1) ?? '';
    const stretches = {
      references: stretchesOf(id, 'references', references, documentNames),
      citing: stretchesOf(id, 'citing', citing, documentNames),
    };
    const card: CardLine = {
      ...{ work: row.int(0), id, names, title: row.text(2), authors: row.text(3), date: row.text(4) },
      ...{
        venue: row.text(5),
        category: row.text(6),
        stub: row.int(7) === 1,
        trust: TRUSTS[row.int(8)] ?? 'none',
      },
      ...{ references: row.int(9), citing: row.int(10), documents },
      stretches: { references: stretches.references.map(length), citing: stretches.citing.map(length) },
    };
    const line = `${JSON.stringify(card)}\n`;
    const [firstReferences, ...moreReferences] = stretches.references;
    const [firstCiting, ...moreCiting] = stretches.citing;
    const start = this.#file.size;
    this.#file.text(line);
    const afterCard = this.#file.size;
    for (const one of [firstReferences, firstCiting]) if (one) this.#file.bytes(one);
    const place = { start, card: afterCard - start, head: this.#file.size - start };
    for (const one of [...moreReferences, ...moreCiting]) this.#file.bytes(one);
    return place;
  }

  close(): void {
    this.#file.close();
  }
}

function stretchesOf(
  id: string,
  direction: StretchLine['direction'],
  lines: readonly Line[],
  names: ReadonlyMap<number, string>,
): Buffer[] {
  const starts = stretchStarts(lines.length);
  return starts.map((from, at) => {
    const documents: string[] = [];
    const places = new Map<number, number>();
    const rows = lines.slice(from, starts[at + 1]).map(({ told, said, document }) => {
      const place = places.get(document) ?? documents.push(names.get(document) ?? '') - 1;
      places.set(document, place);
      return `[${told},${said.replace('#', String(place))}`;
    });
    const head = JSON.stringify({ id, direction, from, total: lines.length, documents }).slice(0, -1);
    return Buffer.from(`${head},"rows":[${rows.join(',')}]}\n`);
  });
}

const length = (bytes: Buffer) => bytes.length;

/** A word's line: in how many titles it stands, and the most cited of their works. */
async function writeWords(database: Database, folder: string, onStep: OnStep): Promise<void> {
  const file = new FileWriter(join(folder, WORDS_FILE));
  const all = new FileWriter(join(folder, POSTINGS_FILE));
  const distinct = Number((await database.rows('SELECT count(DISTINCT key) FROM postings'))[0]?.[0] ?? 0);
  const table = new KeyTableWriter(join(folder, WORDS_TABLE), WORD, distinct);
  for (let part = 0; part < WORD_PARTS; part++) {
    onStep('words', part, WORD_PARTS);
    const range = `key >= ${(part * 2 ** 52) / WORD_PARTS} AND key < ${((part + 1) * 2 ** 52) / WORD_PARTS}`;
    const postings = await database.read(`SELECT key, work FROM postings WHERE ${range} ORDER BY key, work`);
    const told = await database.read(`
      SELECT key, row FROM (
        SELECT key, work FROM postings WHERE ${range}
        QUALIFY row_number() OVER (PARTITION BY key ORDER BY work) <= ${WORKS_A_WORD}) JOIN told USING (work)
       ORDER BY key, work`);
    const words = await database.read(
      `SELECT key, min(word) FROM vocabulary WHERE ${range} GROUP BY key ORDER BY key`,
    );
    for await (const row of eachRow(words)) {
      const key = row.int(0);
      const works = await rowsOf(postings, key, (posting) => posting.int(1));
      const rows = await rowsOf(told, key, (work) => `[${work.text(1) ?? ''}]`);
      const [start, first] = [file.size, all.size];
      const line = JSON.stringify({ word: row.text(1), works: works.length }).slice(0, -1);
      file.text(`${line},"rows":[${rows.join(',')}]}\n`);
      all.bytes(encodePostings(works));
      table.add([key, works.length, start, file.size - start, first, all.size - first]);
    }
    for (const cursor of [postings, told]) cursor.close();
  }
  for (const one of [file, all, table]) one.close();
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

const MOST_KEYS = 500_000;
const keys = new Map<string, number>();

/** As the door of `corpus` has it; hashed here without waiting. */
function keyOf(text: string): number {
  const known = keys.get(text);
  if (known !== undefined) return known;
  const key = keyIn(createHash('sha256').update(text).digest());
  if (keys.size > MOST_KEYS) keys.clear();
  keys.set(text, key);
  return key;
}

function cut(authors: string | null): string | null {
  return authors !== null && authors.length > MOST_AUTHORS
    ? `${authors.slice(0, MOST_AUTHORS - 1)}…`
    : authors;
}

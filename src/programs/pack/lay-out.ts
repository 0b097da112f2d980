import type { DuckDBValue } from '@duckdb/node-api';
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  DATABASE_FILE,
  keyIn,
  NEIGHBOURHOODS_FILE,
  originalsFile,
  stretchStarts,
  titleWords,
  WORDS_FILE,
  WORKS_A_WORD,
  type CardLine,
  type NeighbourRow,
  type StretchLine,
} from '../../corpus';
import { TRUSTS } from '../../model';
import { quoted, type Database } from './database';
import { FileWriter } from './file-writer';

/** Works that are laid out at once. */
const STEP = 20_000;
const MOST_AUTHORS = 100;

type Progress = (step: string, done: number, of: number) => void;

/** Lays a settled corpus out into files to be read by ranges. */
export async function layOut(database: Database, folder: string, onProgress: Progress): Promise<void> {
  const { connection } = database;
  await connection.run(`CREATE OR REPLACE TABLE places (work INTEGER, start BIGINT, head INTEGER)`);
  await connection.run(`CREATE OR REPLACE TABLE postings (key INTEGER, work INTEGER, word VARCHAR)`);
  await connection.run(`CREATE OR REPLACE TABLE aliases_by_key (key INTEGER, alias VARCHAR, work INTEGER)`);
  await new Neighbourhoods(database, folder, onProgress).write();
  await writeWords(database, folder, onProgress);
  await writeDatabase(database, folder, onProgress);
}

class Neighbourhoods {
  readonly #database: Database;
  readonly #file: FileWriter;
  readonly #onProgress: Progress;

  constructor(database: Database, folder: string, onProgress: Progress) {
    this.#database = database;
    this.#file = new FileWriter(join(folder, NEIGHBOURHOODS_FILE));
    this.#onProgress = onProgress;
  }

  async write(): Promise<void> {
    const { connection } = this.#database;
    await connection.run(`CREATE OR REPLACE TABLE told (work INTEGER, id VARCHAR, line VARCHAR)`);
    await this.#tell();
    const works = await countOf(this.#database, 'works');
    const names = await connection.createAppender('aliases_by_key');
    for await (const [alias, number] of this.#database.stream('SELECT alias, number FROM aliases')) {
      names.appendInteger(keyOf(String(alias)));
      names.appendVarchar(String(alias));
      names.appendInteger(Number(number));
      names.endRow();
    }
    names.closeSync();
    for (let from = 1; from <= works; from += STEP) {
      this.#onProgress('neighbourhoods', from - 1, works);
      await this.#writeStep(from, from + STEP);
    }
    this.#file.close();
  }

  /** Each work as a row of a neighbour, made once. */
  async #tell(): Promise<void> {
    const rows = await this.#database.connection.createAppender('told');
    const postings = await this.#database.connection.createAppender('postings');
    const sql = `SELECT number, id, title, authors, date, category, stub, trust, refs, citing FROM works ORDER BY number`;
    for await (const [
      number,
      id,
      title,
      authors,
      date,
      category,
      stub,
      trust,
      refs,
      citing,
    ] of this.#database.stream(sql)) {
      const row: NeighbourRow = [
        ...([Number(number), String(id), textOf(title), cut(textOf(authors)), textOf(date)] as const),
        ...([textOf(category), stub ? 1 : 0, TRUSTS[Number(trust)] ?? 'none'] as const),
        ...([Number(refs), Number(citing)] as const),
      ];
      rows.appendInteger(Number(number));
      rows.appendVarchar(String(id));
      rows.appendVarchar(JSON.stringify(row).slice(1, -1));
      rows.endRow();
      for (const word of titleWords(textOf(title) ?? '')) {
        postings.appendInteger(keyOf(word));
        postings.appendInteger(Number(number));
        postings.appendVarchar(word);
        postings.endRow();
      }
    }
    rows.closeSync();
    postings.closeSync();
  }

  async #writeStep(from: number, to: number): Promise<void> {
    const database = this.#database;
    const places = await database.connection.createAppender('places');
    const references = groupsOf(database, neighboursSql('citing', 'cited', from, to));
    const citing = groupsOf(database, neighboursSql('cited', 'citing', from, to));
    const documents = groupsOf(database, documentsSql(from, to));
    const aliases = groupsOf(
      database,
      `SELECT number, alias FROM aliases WHERE number >= ${from} AND number < ${to} ORDER BY number, rowid`,
    );
    const cards = `
      SELECT number, id, title, authors, date, venue, category, stub, trust, refs, citing FROM works
       WHERE number >= ${from} AND number < ${to} ORDER BY number`;
    for await (const [
      number,
      id,
      title,
      authors,
      date,
      venue,
      category,
      stub,
      trust,
      refs,
      cited,
    ] of database.stream(cards)) {
      const work = Number(number);
      const stretches = {
        references: stretchesOf(String(id), 'references', Number(refs), await references.of(work)),
        citing: stretchesOf(String(id), 'citing', Number(cited), await citing.of(work)),
      };
      const card: CardLine = {
        work,
        id: String(id),
        names: (await aliases.of(work)).map(([, alias]) => String(alias)),
        ...{ title: textOf(title), authors: textOf(authors), date: textOf(date) },
        ...{ venue: textOf(venue), category: textOf(category), stub: Boolean(stub) },
        trust: TRUSTS[Number(trust)] ?? 'none',
        ...{ references: Number(refs), citing: Number(cited) },
        documents: (await documents.of(work)).map(([, name, kind, sha256, shard, start, bytes]) => ({
          ...{ name: String(name), kind: String(kind), sha256: String(sha256) },
          ...{ file: originalsFile(Number(shard)), start: Number(start), bytes: Number(bytes) },
        })),
        stretches: { references: stretches.references.map(length), citing: stretches.citing.map(length) },
      };
      const [headOfReferences, ...moreReferences] = stretches.references;
      const [headOfCiting, ...moreCiting] = stretches.citing;
      const head = [Buffer.from(`${JSON.stringify(card)}\n`), headOfReferences, headOfCiting].filter(
        (one) => one !== undefined,
      );
      const start = this.#file.size;
      for (const line of [...head, ...moreReferences, ...moreCiting]) this.#file.write(line);
      places.appendInteger(work);
      places.appendBigInt(BigInt(start));
      places.appendInteger(head.reduce((sum, line) => sum + line.length, 0));
      places.endRow();
    }
    places.closeSync();
    for (const groups of [references, citing, documents, aliases]) await groups.end();
  }
}

const length = (bytes: Buffer) => bytes.length;

function neighboursSql(of: string, neighbour: string, from: number, to: number): string {
  return `
    SELECT ${of}, line, evidence, d.name, pointer, role, relationship
      FROM cites JOIN told ON told.work = ${neighbour} JOIN documents d USING (document)
     WHERE ${of} >= ${from} AND ${of} < ${to} ORDER BY ${of}, ${neighbour}`;
}

function documentsSql(from: number, to: number): string {
  return `
    SELECT number, name, kind, sha256, shard, start, bytes FROM about JOIN documents USING (document)
     WHERE number >= ${from} AND number < ${to} AND shard IS NOT NULL ORDER BY number, document`;
}

type Row = DuckDBValue[];

/** Rows that come in the order of their first column, work by work. */
function groupsOf(database: Database, sql: string) {
  const rows = database.stream(sql);
  let next: Promise<IteratorResult<Row>> | null = null;
  return {
    of: async (work: number): Promise<Row[]> => {
      const group: Row[] = [];
      for (;;) {
        const { done, value } = await (next ??= rows.next());
        if (done || Number(value[0]) !== work) return group;
        group.push(value);
        next = null;
      }
    },
    end: () => rows.return(undefined),
  };
}

function stretchesOf(
  id: string,
  direction: StretchLine['direction'],
  total: number,
  rows: readonly Row[],
): Buffer[] {
  const starts = stretchStarts(rows.length);
  return starts.map((from, at) => {
    const documents: string[] = [];
    const places = new Map<string, number>();
    const texts = rows
      .slice(from, starts[at + 1])
      .map(([, line, evidence, document, pointer, role, relationship]) => {
        const name = String(document);
        const place = places.get(name) ?? documents.push(name) - 1;
        places.set(name, place);
        const said = [Number(evidence), place, String(pointer), textOf(role), textOf(relationship)];
        while (said.at(-1) === null) said.pop();
        return `[${String(line)},${JSON.stringify(said).slice(1, -1)}]`;
      });
    const head = JSON.stringify({ id, direction, from, total, documents }).slice(0, -1);
    return Buffer.from(`${head},"rows":[${texts.join(',')}]}\n`);
  });
}

interface WordRows {
  readonly key: number;
  readonly word: string;
  readonly count: number;
  readonly lines: string[];
}

/** Rows that come word by word. */
async function* wordsIn(rows: AsyncIterable<Row>): AsyncGenerator<WordRows> {
  let current = null as WordRows | null;
  for await (const [key, stated, count, line] of rows) {
    const word = String(stated);
    if (current?.word !== word) {
      if (current) yield current;
      current = { key: Number(key), word, count: Number(count), lines: [] };
    }
    current.lines.push(`[${String(line)}]`);
  }
  if (current) yield current;
}

/** A word's line: in how many titles it stands, and the most cited of their works. */
async function writeWords(database: Database, folder: string, onProgress: Progress): Promise<void> {
  const { connection } = database;
  await connection.run(
    `CREATE OR REPLACE TABLE words (key INTEGER, works INTEGER, start BIGINT, bytes INTEGER)`,
  );
  onProgress('words', 0, 1);
  const file = new FileWriter(join(folder, WORDS_FILE));
  const words = await connection.createAppender('words');
  const sql = `
    SELECT key, word, count, line FROM (
      SELECT key, word, work, count(*) OVER (PARTITION BY key, word) AS count,
             row_number() OVER (PARTITION BY key, word ORDER BY work) AS place FROM postings)
      JOIN told USING (work) WHERE place <= ${WORKS_A_WORD} ORDER BY key, word, work`;
  const put = ({ key, word, count, lines }: WordRows) => {
    const line = Buffer.from(
      `${JSON.stringify({ word, works: count }).slice(0, -1)},"rows":[${lines.join(',')}]}\n`,
    );
    words.appendInteger(key);
    words.appendInteger(count);
    words.appendBigInt(BigInt(file.size));
    words.appendInteger(line.length);
    words.endRow();
    file.write(line);
  };
  for await (const rows of wordsIn(database.stream(sql))) put(rows);
  words.closeSync();
  file.close();
}

/**
 * Only numbers and names stand in it, in narrow tables by the number they are looked up by: a reader fetches whole
 * blocks, and of texts it would fetch 2,048 rows for one.
 */
async function writeDatabase({ connection }: Database, folder: string, onProgress: Progress): Promise<void> {
  onProgress('database', 0, 1);
  const file = join(folder, DATABASE_FILE);
  rmSync(file, { force: true });
  await connection.run(`ATTACH ${quoted(file)} AS corpus (BLOCK_SIZE 65536, STORAGE_VERSION 'v1.4.0')`);
  for (const sql of [
    `CREATE TABLE corpus.names AS SELECT key, alias, work FROM aliases_by_key ORDER BY key, alias`,
    `CREATE TABLE corpus.places AS SELECT work, start, head FROM places ORDER BY work`,
    `CREATE TABLE corpus.cites AS SELECT citing, cited FROM cites ORDER BY citing, cited`,
    `CREATE TABLE corpus.cited_by AS SELECT cited, citing FROM cites ORDER BY cited, citing`,
    `CREATE TABLE corpus.words AS SELECT key, works, start, bytes FROM words ORDER BY key, start`,
    `CREATE TABLE corpus.postings AS SELECT key, work FROM postings ORDER BY key, work`,
    `CHECKPOINT corpus`,
    `DETACH corpus`,
  ])
    await connection.run(sql);
}

const keys = new Map<string, number>();

/** As the door of `corpus` has it; hashed here without waiting. */
function keyOf(text: string): number {
  const known = keys.get(text);
  if (known !== undefined) return known;
  const key = keyIn(createHash('sha256').update(text).digest());
  if (keys.size > 200_000) keys.clear();
  keys.set(text, key);
  return key;
}

async function countOf(database: Database, table: string): Promise<number> {
  return Number((await database.rows(`SELECT count(*) FROM ${table}`))[0]?.[0] ?? 0);
}

function textOf(value: Row[number] | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function cut(authors: string | null): string | null {
  return authors !== null && authors.length > MOST_AUTHORS
    ? `${authors.slice(0, MOST_AUTHORS - 1)}…`
    : authors;
}

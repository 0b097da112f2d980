import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { trustOf } from '../../checks';
import { originalsFile } from '../../corpus';
import type { CheckedDocument, CitationFact } from '../../documents';
import { rankOf, RANK } from '../../intake';
import { compareNames, type Problem } from '../../model';
import { eachRow } from './cursor';
import type { Database } from './database';
import { FileWriter } from './file-writer';
import { Hashes } from './hashes';
import schema from './staging.sql?raw';

const BATCH_BYTES = 32 * 1024 * 1024;
const BATCH_DOCUMENTS = 5000;
const SHARD_BYTES = 1024 * 1024 * 1024;
/** Rows that go into the database as one text. */
const ROWS_A_TEXT = 500;

/**
 * Between rows of such a text, between their values, and in place of none. As JSON they would take twice the time on
 * either side.
 */
const [ROW, VALUE, NONE] = ['\u001e', '\u001f', '\u001d'];
/** Nobody means these by what they write: a space stands for them, so that rows stay apart. */
const OURS = new RegExp(`[${NONE}-${VALUE}]`, 'g');

/** How many values a row has. */
const PARTS = {
  documents: 8,
  said: 9,
  asides: 4,
  unions: 2,
  cited: 6,
  records: 4,
  problems: 4,
  sources: 3,
} as const;
type Part = keyof typeof PARTS;
type Value = string | number | null;

/** An input file as it was when it was read. */
export interface InputFile {
  readonly name: string;
  readonly bytes: number;
  readonly modified: number;
}

/**
 * What was read so far. Rows and original bytes go out together in batches: after a kill the files are cut to what the
 * tables know of, and reading goes on at the first input that is not whole.
 */
export class Staging {
  readonly #database: Database;
  readonly #folder: string;
  readonly #hashes: Hashes;
  readonly #sources: Hashes;
  #batch: Batch = new Map();
  #committing: Promise<void> = Promise.resolve();
  #documents: number;
  #shard: number;
  #file: FileWriter;
  #bytes = 0;
  #inBatch = 0;

  private constructor(parts: {
    database: Database;
    folder: string;
    hashes: Hashes;
    sources: Hashes;
    documents: number;
    shard: number;
    start: number;
  }) {
    this.#database = parts.database;
    this.#folder = parts.folder;
    this.#hashes = parts.hashes;
    this.#sources = parts.sources;
    this.#documents = parts.documents;
    this.#shard = parts.shard;
    this.#file = this.#openShard(parts.start);
  }

  static async open(database: Database, folder: string): Promise<Staging> {
    await database.connection.run(schema);
    const [[documents = 0] = []] = await database.rows('SELECT coalesce(max(document), 0) FROM documents');
    const [[shard = 0, start = 0n] = []] = await database.rows(
      `SELECT shard, max(start + bytes) FROM documents WHERE shard IS NOT NULL GROUP BY shard ORDER BY shard DESC LIMIT 1`,
    );
    const hashes = new Hashes();
    for await (const row of eachRow(await database.read(`SELECT sha256 FROM documents WHERE sha256 <> ''`)))
      hashes.add(row.text(0) ?? '');
    const sources = new Hashes();
    for await (const row of eachRow(await database.read('SELECT name, bytes, modified FROM sources')))
      sources.add(hashOf({ name: row.text(0) ?? '', bytes: row.int(1), modified: row.int(2) }));
    return new Staging({
      ...{ database, folder, hashes, sources },
      documents: Number(documents),
      shard: Number(shard),
      start: Number(start),
    });
  }

  has(file: InputFile): boolean {
    return this.#sources.has(hashOf(file));
  }

  /** False where the same document is there already. */
  async add(document: CheckedDocument, bytes: Uint8Array | null): Promise<boolean> {
    const { sha256 } = document;
    if (sha256 !== '' && !this.#hashes.add(sha256)) return false;
    const id = ++this.#documents;
    const isKept = document.kind !== 'unknown' && bytes !== null;
    const place = isKept ? await this.#write(bytes) : null;
    this.#push('documents', [
      [
        ...[id, document.name, document.kind, statusOf(document), sha256],
        ...[place?.shard ?? null, place?.start ?? null, document.bytes],
      ],
    ]);
    this.#push('problems', document.problems.map(problemRow));
    this.#addFacts(id, document);
    this.#inBatch += 1;
    if (this.#bytes >= BATCH_BYTES || this.#inBatch >= BATCH_DOCUMENTS) await this.commit();
    return true;
  }

  finish(file: InputFile): void {
    this.#push('sources', [[file.name, file.bytes, file.modified]]);
    this.#sources.add(hashOf(file));
  }

  #push(part: Part, rows: readonly (readonly Value[])[]): void {
    const texts = this.#batch.get(part) ?? [];
    this.#batch.set(part, texts);
    for (let at = 0; at < rows.length; at += ROWS_A_TEXT)
      texts.push(textOf(rows.slice(at, at + ROWS_A_TEXT)));
  }

  #addFacts(id: number, document: CheckedDocument): void {
    const { works, citations, records } = document.facts;
    const named = works.filter(({ names }) => names.length > 0);
    this.#push(
      'said',
      named.map((fact) => {
        const { title = null, authorsText = null, year = null, date = null, venue = null } = fact;
        return [
          ...[fact.names[0] ?? null, rankOf(fact, document), title, authorsText, year, date, venue],
          ...[fact.primaryCat ?? null, id],
        ];
      }),
    );
    this.#push(
      'unions',
      named
        .filter(({ names }) => names.length > 1)
        .map((fact) => [[...new Set(fact.names)].sort(compareNames).join('\n'), rankOf(fact, document)]),
    );
    const cited = citations.filter((fact) => fact.cited !== null);
    this.#push(
      'cited',
      cited.map((fact) => [fact.citing, fact.cited, id, fact.pointer, fact.role, fact.relationship]),
    );
    this.#push('asides', cited.flatMap(asideRow));
    this.#push(
      'records',
      records.map((record) => {
        const own = document.checks.filter(({ subject }) => subject === record.pithNumber);
        const trust = record.hasCanonicalRecord ? trustOf(own) : 'unchecked';
        return [record.pithNumber, record.work, trust, id];
      }),
    );
  }

  async #write(bytes: Uint8Array): Promise<{ readonly shard: number; readonly start: number }> {
    if (this.#file.size > 0 && this.#file.size + bytes.length > SHARD_BYTES) {
      await this.#committing;
      await this.#file.close();
      this.#shard += 1;
      this.#file = this.#openShard(0);
    }
    const place = { shard: this.#shard, start: this.#file.size };
    this.#file.bytes(bytes);
    this.#bytes += bytes.length;
    return place;
  }

  /** While a batch goes into the database, the next is read; one that failed is told with the next. */
  async commit(): Promise<void> {
    await this.#committing;
    const batch = this.#batch;
    this.#batch = new Map();
    this.#bytes = 0;
    this.#inBatch = 0;
    this.#committing = this.#put(batch);
    this.#committing.catch(() => undefined);
  }

  async #put(batch: Batch): Promise<void> {
    await this.#file.sync();
    const { connection } = this.#database;
    await connection.run('CREATE OR REPLACE TEMP TABLE batch (part VARCHAR, rows VARCHAR)');
    const rows = await this.#database.append('batch');
    for (const [part, texts] of batch) for (const text of texts) rows.add(part, text);
    rows.close();
    await connection.run('BEGIN TRANSACTION');
    for (const part of batch.keys()) await connection.run(fillSql(part));
    await connection.run('COMMIT');
  }

  async close(): Promise<void> {
    await this.commit();
    await this.#committing;
    await this.#database.connection.run('DROP TABLE batch');
    await this.#file.close();
  }

  #openShard(start: number): FileWriter {
    return new FileWriter(join(this.#folder, originalsFile(this.#shard)), start);
  }
}

function hashOf({ name, bytes, modified }: InputFile): string {
  return createHash('sha256').update(`${name}\n${bytes}\n${modified}`).digest('hex');
}

function fillSql(part: Part): string {
  const rows = `SELECT string_split(unnest(string_split(rows, '${ROW}')), '${VALUE}') AS r FROM batch WHERE part = '${part}'`;
  const values = Array.from({ length: PARTS[part] }, (_, at) => `nullif(r[${at + 1}], '${NONE}')`);
  if (part !== 'asides') return `INSERT INTO ${part} SELECT ${values.join()} FROM (${rows})`;
  const [name, ...said] = values;
  const least = said.map((value) => `min(${value}) FILTER (WHERE ${value} <> '')`);
  return `INSERT INTO said SELECT ${name}, ${RANK.aside}, ${least.join()}, NULL, NULL, NULL, 0 FROM (${rows}) GROUP BY ALL`;
}

function textOf(rows: readonly (readonly Value[])[]): string {
  return rows.map((row) => row.map(valueText).join(VALUE)).join(ROW);
}

function valueText(value: Value): string {
  if (value === null) return NONE;
  return typeof value === 'string' ? value.replace(OURS, ' ') : String(value);
}

/** Of each part the rows, some hundreds as one text. */
type Batch = Map<Part, string[]>;

function asideRow({ citing, cited, aside }: CitationFact): Value[][] {
  if (!aside || (aside.title ?? aside.authorsText ?? aside.year) === null) return [];
  return [[aside.about === 'citing' ? citing : cited, aside.title, aside.authorsText, aside.year]];
}

function statusOf({ kind, problems }: CheckedDocument): string {
  if (kind === 'unknown') return 'refused';
  return problems.some(({ severity }) => severity === 'error') ? 'partly' : 'loaded';
}

function problemRow({ document, pointer, severity, message }: Problem): Value[] {
  return [document, pointer, severity, message];
}

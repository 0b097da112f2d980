import type { DuckDBConnection } from '@duckdb/node-api';
import { closeSync, fsyncSync, openSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { trustOf } from '../../checks';
import { originalsFile } from '../../corpus';
import type { CheckedDocument } from '../../documents';
import { rankOf, RANK } from '../../intake';
import { compareNames, type Problem } from '../../model';
import { rowsOf } from './database';
import schema from './staging.sql?raw';

const BATCH_BYTES = 64 * 1024 * 1024;
const BATCH_DOCUMENTS = 5000;
const SHARD_BYTES = 1024 * 1024 * 1024;
const TABLES = ['documents', 'said', 'unions', 'cited', 'records', 'checks', 'problems', 'sources'] as const;
type Table = (typeof TABLES)[number];
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
  readonly #connection: DuckDBConnection;
  readonly #folder: string;
  readonly #hashes: Set<string>;
  readonly #sources: Set<string>;
  #rows = emptyRows();
  #documents: number;
  #shard: number;
  #start: number;
  #file: number;
  #bytes = 0;
  #inBatch = 0;

  private constructor(parts: {
    connection: DuckDBConnection;
    folder: string;
    hashes: Set<string>;
    sources: Set<string>;
    documents: number;
    shard: number;
    start: number;
  }) {
    this.#connection = parts.connection;
    this.#folder = parts.folder;
    this.#hashes = parts.hashes;
    this.#sources = parts.sources;
    this.#documents = parts.documents;
    this.#shard = parts.shard;
    this.#start = parts.start;
    this.#file = this.#openShard();
  }

  static async open(connection: DuckDBConnection, folder: string): Promise<Staging> {
    await connection.run(schema);
    const [[documents = 0] = []] = await rowsOf(
      connection,
      'SELECT coalesce(max(document), 0) FROM documents',
    );
    const [[shard = 0, start = 0n] = []] = await rowsOf(
      connection,
      `SELECT shard, max(start + bytes) FROM documents WHERE shard IS NOT NULL GROUP BY shard ORDER BY shard DESC LIMIT 1`,
    );
    const hashes = await rowsOf(connection, `SELECT sha256 FROM documents WHERE sha256 <> ''`);
    const sources = await rowsOf(connection, 'SELECT name, bytes, modified FROM sources');
    return new Staging({
      connection,
      folder,
      hashes: new Set(hashes.map(([hash]) => shortened(String(hash)))),
      sources: new Set(sources.map((row) => row.join('\n'))),
      documents: Number(documents),
      shard: Number(shard),
      start: Number(start),
    });
  }

  has({ name, bytes, modified }: InputFile): boolean {
    return this.#sources.has([name, bytes, modified].join('\n'));
  }

  /** False where the same document is there already. */
  async add(document: CheckedDocument, bytes: Uint8Array | null): Promise<boolean> {
    const { sha256 } = document;
    if (sha256 !== '' && this.#hashes.has(shortened(sha256))) return false;
    if (sha256 !== '') this.#hashes.add(shortened(sha256));
    const id = ++this.#documents;
    const isKept = document.kind !== 'unknown' && bytes !== null;
    const place = isKept ? this.#write(bytes) : null;
    this.#rows.documents.push([
      ...[id, document.name, document.kind, statusOf(document), sha256],
      ...[place?.shard ?? null, place?.start ?? null, document.bytes],
    ]);
    for (const problem of document.problems) this.#rows.problems.push(problemRow(problem));
    this.#addFacts(id, document);
    this.#inBatch += 1;
    if (this.#bytes >= BATCH_BYTES || this.#inBatch >= BATCH_DOCUMENTS) await this.commit();
    return true;
  }

  finish({ name, bytes, modified }: InputFile): void {
    this.#rows.sources.push([name, bytes, modified]);
    this.#sources.add([name, bytes, modified].join('\n'));
  }

  #addFacts(id: number, document: CheckedDocument): void {
    const { said, unions, cited, records, checks } = this.#rows;
    for (const fact of document.facts.works) {
      const [first] = fact.names;
      if (first === undefined) continue;
      const rank = rankOf(fact, document);
      const {
        title = null,
        authorsText = null,
        year = null,
        date = null,
        venue = null,
        primaryCat = null,
      } = fact;
      said.push([first, rank, title, authorsText, year, date, venue, primaryCat, id]);
      if (fact.names.length > 1) unions.push([[...new Set(fact.names)].sort(compareNames).join('\n'), rank]);
    }
    for (const fact of document.facts.citations) {
      if (fact.cited === null) continue;
      cited.push([fact.citing, fact.cited, id, fact.pointer, fact.role, fact.relationship]);
      const { aside } = fact;
      if (aside && (aside.title ?? aside.authorsText ?? aside.year) !== null)
        said.push([
          ...[aside.about === 'citing' ? fact.citing : fact.cited, RANK.aside],
          ...[aside.title, aside.authorsText, aside.year, null, null, null, id],
        ]);
    }
    for (const record of document.facts.records) {
      const own = document.checks.filter(({ subject }) => subject === record.pithNumber);
      const trust = record.hasCanonicalRecord ? trustOf(own) : 'unchecked';
      records.push([record.pithNumber, record.work, trust, id]);
    }
    for (const { subject, check, verdict } of document.checks) checks.push([id, subject, check, verdict]);
  }

  #write(bytes: Uint8Array): { readonly shard: number; readonly start: number } {
    if (this.#start > 0 && this.#start + bytes.length > SHARD_BYTES) {
      this.#closeShard();
      this.#shard += 1;
      this.#start = 0;
      this.#file = this.#openShard();
    }
    const place = { shard: this.#shard, start: this.#start };
    writeSync(this.#file, bytes, 0, bytes.length, this.#start);
    this.#start += bytes.length;
    this.#bytes += bytes.length;
    return place;
  }

  async commit(): Promise<void> {
    fsyncSync(this.#file);
    await this.#connection.run('BEGIN TRANSACTION');
    for (const table of TABLES)
      if (this.#rows[table].length > 0) await this.#append(table, this.#rows[table]);
    await this.#connection.run('COMMIT');
    this.#rows = emptyRows();
    this.#bytes = 0;
    this.#inBatch = 0;
  }

  async #append(table: Table, rows: readonly (readonly Value[])[]): Promise<void> {
    const appender = await this.#connection.createAppender(table);
    const types = Array.from({ length: appender.columnCount }, (_, column) => appender.columnType(column));
    for (const row of rows) {
      row.forEach((value, column) => {
        if (value === null) appender.appendNull();
        else if (typeof value === 'string') appender.appendVarchar(value);
        else appender.appendValue(isWide(String(types[column])) ? BigInt(value) : value, types[column]);
      });
      appender.endRow();
    }
    appender.closeSync();
  }

  async close(): Promise<void> {
    await this.commit();
    this.#closeShard();
  }

  #openShard(): number {
    const path = join(this.#folder, originalsFile(this.#shard));
    const file = openSync(path, this.#start === 0 ? 'w' : 'r+');
    truncateSync(path, this.#start);
    return file;
  }

  #closeShard(): void {
    fsyncSync(this.#file);
    closeSync(this.#file);
  }
}

const isWide = (type: string) => type === 'BIGINT';

/** Enough of a hash to know a document by, in a quarter of the memory. */
function shortened(hash: string): string {
  return hash.slice(0, 16);
}

function emptyRows(): Record<Table, Value[][]> {
  return {
    documents: [],
    said: [],
    unions: [],
    cited: [],
    records: [],
    checks: [],
    problems: [],
    sources: [],
  };
}

function statusOf({ kind, problems }: CheckedDocument): string {
  if (kind === 'unknown') return 'refused';
  return problems.some(({ severity }) => severity === 'error') ? 'partly' : 'loaded';
}

function problemRow({ document, pointer, severity, message }: Problem): Value[] {
  return [document, pointer, severity, message];
}

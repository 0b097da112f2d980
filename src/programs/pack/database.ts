import { DuckDBDataChunk, DuckDBInstance, type DuckDBAppender } from '@duckdb/node-api';
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Cursor } from './cursor';

const ROWS_A_CHUNK = 2048;
/** Memory that tasks of the database let go of until it is given back: else much more stays with the process. */
const KEPT_FREE = '32MB';
/** Each needs its part of the memory: eight do not sort in half a gigabyte. */
const MOST_THREADS = 4;

/** DuckDB as it runs in Node: what it cannot hold in memory goes to a folder beside the file. */
export class Database {
  readonly connection: DuckDBConnection;
  readonly #instance: DuckDBInstance;
  #path: string | null = null;
  #scratch: string | null = null;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.connection = connection;
  }

  static async open(file: string, { memory }: { readonly memory: string }): Promise<Database> {
    const instance = await DuckDBInstance.create(file, {
      memory_limit: memory,
      threads: String(Math.min(MOST_THREADS, availableParallelism())),
      allocator_flush_threshold: KEPT_FREE,
      allocator_bulk_deallocation_flush_threshold: KEPT_FREE,
    });
    return new Database(instance, await instance.connect());
  }

  /**
   * From here on tables are made in this file, which is gone when all is closed; those that there are already are read as
   * before. In a file they take less memory than in memory, where what has no room goes to the disk as it is.
   */
  async makeScratch(path: string): Promise<void> {
    const [[file] = []] = await this.rows('SELECT current_database()');
    this.#scratch = path;
    removeDatabase(path);
    await this.connection.run(`ATTACH ${quoted(path)} AS scratch`);
    // Nobody reads it again, so nothing is put in order in it.
    await this.connection.run(`SET checkpoint_threshold = '1TB'`);
    this.#path = `SET search_path = ${quoted(`scratch,${String(file)}`)}`;
    await this.connection.run(this.#path);
  }

  /** Rows as they come, on a connection of their own: one has one such answer at a time. To be closed. */
  async read(sql: string): Promise<Cursor> {
    const connection = await this.#instance.connect();
    if (this.#path !== null) await connection.run(this.#path);
    return new Cursor(await connection.stream(sql), () => connection.closeSync());
  }

  async rows(sql: string): Promise<DuckDBValue[][]> {
    return (await this.connection.runAndReadAll(sql)).getRows();
  }

  /** Rows of a table, or of a question in parentheses. */
  async count(table: string): Promise<number> {
    return Number((await this.rows(`SELECT count(*) FROM ${table}`))[0]?.[0] ?? 0);
  }

  /** To be closed. */
  async append(table: string): Promise<Rows> {
    return new Rows(await this.connection.createAppender(table));
  }

  close(): void {
    this.connection.closeSync();
    this.#instance.closeSync();
    if (this.#scratch !== null) removeDatabase(this.#scratch);
  }
}

/** With what was still to be written into it. */
function removeDatabase(path: string): void {
  for (const file of [path, `${path}.wal`]) rmSync(file, { force: true });
}

/** Many rows on their way into a table: they go in by columns. */
export class Rows {
  readonly #appender: DuckDBAppender;
  readonly #types;
  readonly #columns: (string | number)[][];

  constructor(appender: DuckDBAppender) {
    this.#appender = appender;
    this.#types = Array.from({ length: appender.columnCount }, (_, column) => appender.columnType(column));
    this.#columns = this.#types.map(() => []);
  }

  add(...row: readonly (string | number)[]): void {
    row.forEach((value, column) => this.#columns[column]?.push(value));
    if (this.#columns[0]?.length === ROWS_A_CHUNK) this.#flush();
  }

  close(): void {
    this.#flush();
    this.#appender.closeSync();
  }

  #flush(): void {
    const chunk = DuckDBDataChunk.create(this.#types);
    chunk.setColumns(this.#columns);
    this.#appender.appendDataChunk(chunk);
    for (const column of this.#columns) column.length = 0;
  }
}

/** A text in the words of SQL. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

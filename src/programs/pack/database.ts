import { Cursor } from './cursor';
import { DuckDBInstance, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api';

/** DuckDB as it runs in Node: what it cannot hold in memory goes to a folder beside the file. */
export class Database {
  readonly connection: DuckDBConnection;
  readonly #instance: DuckDBInstance;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.connection = connection;
  }

  static async open(file: string, { memory }: { readonly memory: string }): Promise<Database> {
    const instance = await DuckDBInstance.create(file, { memory_limit: memory });
    return new Database(instance, await instance.connect());
  }

  /** Rows as they come, on a connection of their own: one has one such answer at a time. To be closed. */
  async read(sql: string): Promise<Cursor> {
    const connection = await this.#instance.connect();
    return new Cursor(await connection.stream(sql), () => connection.closeSync());
  }

  /** The same row by row, for few. */
  async *stream(sql: string): AsyncGenerator<DuckDBValue[]> {
    const connection = await this.#instance.connect();
    try {
      const result = await connection.stream(sql);
      for (
        let chunk = await result.fetchChunk();
        chunk && chunk.rowCount > 0;
        chunk = await result.fetchChunk()
      )
        yield* chunk.getRows();
    } finally {
      connection.closeSync();
    }
  }

  async rows(sql: string): Promise<DuckDBValue[][]> {
    return rowsOf(this.connection, sql);
  }

  close(): void {
    this.connection.closeSync();
    this.#instance.closeSync();
  }
}

export async function rowsOf(connection: DuckDBConnection, sql: string): Promise<DuckDBValue[][]> {
  return (await connection.runAndReadAll(sql)).getRows();
}

/** A text in the words of SQL. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

import type { DuckDBDataChunk, DuckDBResult, DuckDBVector } from '@duckdb/node-api';

/** Rows of an answer one after the other, read from the columns they come in. */
export class Cursor {
  readonly #result: DuckDBResult;
  readonly #close: () => void;
  #chunk: DuckDBDataChunk | null = null;
  #columns: DuckDBVector[] = [];
  #row = 0;
  #rows = 0;
  #isOver = false;

  constructor(result: DuckDBResult, close: () => void) {
    this.#result = result;
    this.#close = close;
  }

  /** Whether there is a row, at the first and after each `next` that gave false. */
  async load(): Promise<boolean> {
    if (this.#row < this.#rows) return true;
    if (this.#isOver) return false;
    this.#chunk = await this.#result.fetchChunk();
    this.#row = 0;
    this.#rows = this.#chunk?.rowCount ?? 0;
    // Asked again after its end, the database takes milliseconds to say so.
    this.#isOver = this.#rows === 0;
    const chunk = this.#chunk;
    this.#columns =
      chunk && this.#rows > 0
        ? Array.from({ length: chunk.columnCount }, (_, column) => chunk.getColumnVector(column))
        : [];
    return this.#rows > 0;
  }

  /** Whether the next row is here already: else `load` says whether there is one. */
  next(): boolean {
    this.#row += 1;
    return this.#row < this.#rows;
  }

  /** 0 for NULL. */
  int(column: number): number {
    return Number(this.#columns[column]?.getItem(this.#row) ?? 0);
  }

  text(column: number): string | null {
    const value = this.#columns[column]?.getItem(this.#row);
    return typeof value === 'string' ? value : null;
  }

  /** A text that the question made with `to_json`. */
  json<T>(column: number): T {
    return JSON.parse(this.text(column) ?? 'null') as T;
  }

  close(): void {
    this.#close();
  }
}

/** All rows; it is closed after the last. */
export async function* eachRow(cursor: Cursor): AsyncGenerator<Cursor> {
  try {
    while (await cursor.load()) {
      do yield cursor;
      while (cursor.next());
    }
  } finally {
    cursor.close();
  }
}

/** All rows whose first column is this number, which come in the order of these numbers. */
export async function rowsOf<T>(cursor: Cursor, number: number, make: (row: Cursor) => T): Promise<T[]> {
  const rows: T[] = [];
  let isHere = await cursor.load();
  while (isHere && cursor.int(0) === number) {
    rows.push(make(cursor));
    isHere = cursor.next() || (await cursor.load());
  }
  return rows;
}

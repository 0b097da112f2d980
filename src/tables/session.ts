import type { AsyncDuckDB } from '@duckdb/duckdb-wasm';
import { Failure } from '../model';
import type { Lifeline } from './lifeline';

/** One connection of a running database. */
export interface Session {
  readonly database: AsyncDuckDB;
  readonly id: number;
  readonly lifeline: Lifeline;
}

/** What goes wrong becomes a Failure with the database's words and the SQL. */
export async function guarded<T>({ lifeline }: Session, sql: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await lifeline.hold(ask);
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw new Failure('database', `${databaseMessage(cause)}\n\n${sql}`, { cause });
  }
}

/** What is asked sees the tables as they are now and can change nothing. */
export async function inReadOnly<T>({ database, id }: Session, ask: () => Promise<T>): Promise<T> {
  await database.runQuery(id, 'BEGIN TRANSACTION READ ONLY');
  try {
    return await ask();
  } finally {
    await database.runQuery(id, 'ROLLBACK');
  }
}

/** DuckDB gives some of its errors as JSON. */
export function databaseMessage(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  const found = /"exception_message":"((?:[^"\\]|\\.)*)"/.exec(text);
  return found?.[1] ? found[1].replaceAll('\\n', '\n').replaceAll('\\"', '"') : text;
}

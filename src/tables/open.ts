import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { Failure } from '../model';
import { bindable, decodeColumns, type Connection, type Parameter } from './connection';
import { DATABASE_CONFIG, OPENING_SQL } from './lock';

export interface Tables {
  readonly connection: Connection;
  /** For `loadTables` alone: its transaction is not seen by the others until it is whole. */
  readonly loader: Connection;
  /** A person's own SQL: read-only, one statement, on a connection of its own. */
  readonly askOnly: Connection['query'];
  close(): Promise<void>;
}

/** Starts the database in its own worker, makes the tables and locks it. Takes about a second. */
export async function openTables(): Promise<Tables> {
  const worker = new Worker(new URL(workerUrl, import.meta.url));
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  await database.instantiate(new URL(wasmUrl, import.meta.url).href);
  await database.open(DATABASE_CONFIG);
  const own = await database.connectInternal();
  await database.runQuery(own, OPENING_SQL);
  const visitor = await database.connectInternal();
  const loader = await database.connectInternal();
  return {
    connection: connectionOn(database, own),
    loader: connectionOn(database, loader),
    askOnly: inTurn((sql, parameters) => readOnly(database, visitor, sql, parameters)),
    close: () => database.terminate(),
  };
}

function connectionOn(database: AsyncDuckDB, id: number): Connection {
  return {
    query: asker(database, id),
    insert: (table, ipc) =>
      guarded(`INSERT INTO ${table}`, () =>
        database.insertArrowFromIPCStream(id, ipc, { name: table, create: false }),
      ),
  };
}

/** Planning costs more than running: our own questions, which are few and of fixed text, stay prepared. */
function asker(database: AsyncDuckDB, id: number): Connection['query'] {
  const statements = new Map<string, Promise<number>>();
  return (sql, parameters = []) =>
    guarded(sql, async () => {
      if (parameters.length === 0) return decodeColumns(await database.runQuery(id, sql));
      const statement = statements.get(sql) ?? database.createPrepared(id, sql);
      statements.set(sql, statement);
      statement.catch(() => statements.delete(sql));
      return decodeColumns(await database.runPrepared(id, await statement, parameters.map(bindable)));
    });
}

async function prepared(database: AsyncDuckDB, id: number, sql: string, parameters: readonly Parameter[]) {
  const statement = await database.createPrepared(id, sql);
  try {
    return decodeColumns(await database.runPrepared(id, statement, parameters.map(bindable)));
  } finally {
    await database.closePrepared(id, statement);
  }
}

/** Preparing refuses several statements, and the transaction refuses writes. */
async function readOnly(
  database: AsyncDuckDB,
  id: number,
  sql: string,
  parameters: readonly Parameter[] = [],
) {
  return guarded(sql, async () => {
    await database.runQuery(id, 'BEGIN TRANSACTION READ ONLY');
    try {
      return await prepared(database, id, sql, parameters);
    } finally {
      await database.runQuery(id, 'ROLLBACK');
    }
  });
}

/** One question after the other: two would share one transaction. */
function inTurn(ask: Connection['query']): Connection['query'] {
  let last: Promise<unknown> = Promise.resolve();
  return (sql, parameters) => {
    const mine = last.then(() => ask(sql, parameters));
    last = mine.catch(() => undefined);
    return mine;
  };
}

async function guarded<T>(sql: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw new Failure('database', `${databaseMessage(cause)}\n\n${sql}`, { cause });
  }
}

/** DuckDB gives some of its errors as JSON. */
function databaseMessage(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  const found = /"exception_message":"((?:[^"\\]|\\.)*)"/.exec(text);
  return found?.[1] ? found[1].replaceAll('\\n', '\n').replaceAll('\\"', '"') : text;
}

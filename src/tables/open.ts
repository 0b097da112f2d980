import type { Answer } from './answer';
import { bound, decodeColumns, type Connection, type Parameter } from './connection';
import { DATABASE_CONFIG, LOCK_SQL, OPENING_SQL, USE_SQL } from './lock';
import { Plans } from './plans';
import { readAnswer } from './read-answer';
import { guarded, inReadOnly, type Session } from './session';
import { Timings, type QueryTime } from './timings';
import { startDatabase, type RunningDatabase } from './start-database';

export interface Tables {
  readonly connection: Connection;
  /** For `loadTables` alone: its transaction is not seen by the others until it is whole. */
  readonly loader: Connection;
  /** A person's own SQL: read-only, one statement, on a connection of its own. */
  readonly askOnly: Connection['query'];
  /** The same for the screen: only so much of it, and it can be cancelled between two steps of the database. */
  read(sql: string, signal: AbortSignal): Promise<Answer>;
  /** All rows of all tables at one moment, as Arrow files. */
  rows(): Promise<(readonly [table: string, ipc: Uint8Array])[]>;
  /** How long the questions on `connection` took so far. */
  timings(): readonly QueryTime[];
  /** What is under way rejects. */
  close(): void;
}

/**
 * Starts the database in its own worker, makes the tables and locks it. Takes about a second. Should it stop by itself,
 * everything that is asked of it rejects, and `onStopped` is called once.
 */
export async function openTables(onStopped: () => void = () => undefined): Promise<Tables> {
  const running = await startDatabase(DATABASE_CONFIG, onStopped);
  try {
    return { ...(await running.lifeline.hold(() => sessionsOf(running))), close: () => running.close() };
  } catch (failure) {
    running.close();
    throw failure;
  }
}

async function sessionsOf({ database, lifeline }: RunningDatabase): Promise<Omit<Tables, 'close'>> {
  const own = await database.connectInternal();
  await database.runQuery(own, OPENING_SQL);
  const visitor = await database.connectInternal();
  const loader = await database.connectInternal();
  for (const id of [visitor, loader]) await database.runQuery(id, USE_SQL);
  await database.runQuery(own, LOCK_SQL);
  const on = (id: number): Session => ({ database, id, lifeline });
  const inTurn = queue();
  const plans = new Plans(on(own));
  const timings = new Timings();
  return {
    connection: timed(connectionOn(on(own), plans), timings),
    loader: writing(connectionOn(on(loader), new Plans(on(loader))), () => plans.drop()),
    askOnly: (sql, parameters) => inTurn(() => readOnly(on(visitor), sql, parameters)),
    read: (sql, signal) => inTurn(() => readAnswer(on(visitor), sql, signal)),
    rows: () => inTurn(() => allRows(on(visitor))),
    timings: () => timings.list(),
  };
}

function connectionOn(session: Session, plans: Plans): Connection {
  const { database, id } = session;
  return {
    query: (sql, parameters = []) =>
      guarded(session, sql, async () => {
        if (parameters.length === 0) return decodeColumns(await database.runQuery(id, sql));
        return decodeColumns(await database.runPrepared(id, await plans.of(sql), bound(parameters)));
      }),
    insert: (table, ipc) =>
      guarded(session, `INSERT INTO ${table}`, () =>
        database.insertArrowFromIPCStream(id, ipc, { name: table, create: false }),
      ),
  };
}

function timed(connection: Connection, timings: Timings): Connection {
  return {
    ...connection,
    query: (sql, parameters) => timings.time(sql, () => connection.query(sql, parameters)),
  };
}

/** Says so after everything that may have changed the tables. */
function writing(loader: Connection, onWritten: () => void): Connection {
  return {
    query: (sql, parameters) => loader.query(sql, parameters).finally(onWritten),
    insert: (table, ipc) => loader.insert(table, ipc).finally(onWritten),
  };
}

async function prepared({ database, id }: Session, sql: string, parameters: readonly Parameter[]) {
  const statement = await database.createPrepared(id, sql);
  try {
    return decodeColumns(await database.runPrepared(id, statement, bound(parameters)));
  } finally {
    await database.closePrepared(id, statement);
  }
}

/** Preparing refuses several statements, and the transaction refuses writes. */
async function readOnly(session: Session, sql: string, parameters: readonly Parameter[] = []) {
  return guarded(session, sql, () => inReadOnly(session, () => prepared(session, sql, parameters)));
}

async function allRows(session: Session) {
  const { database, id } = session;
  const sql = `SELECT table_name FROM duckdb_tables() WHERE NOT internal`;
  return guarded(session, sql, () =>
    inReadOnly(session, async () => {
      const rows: (readonly [string, Uint8Array])[] = [];
      for (const table of decodeColumns(await database.runQuery(id, sql)).texts('table_name'))
        rows.push([table, await database.runQuery(id, `SELECT * FROM "${table}"`)]);
      return rows;
    }),
  );
}

/** One question after the other: two would share one transaction. */
function queue() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(ask: () => Promise<T>): Promise<T> => {
    const mine = last.then(ask);
    last = mine.catch(() => undefined);
    return mine;
  };
}

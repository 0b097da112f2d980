import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bound, decodeColumns, type Connection } from './connection';
import { DATABASE_CONFIG, LOCK_SQL, OPENING_SQL } from './lock';

type Blocking = typeof import('@duckdb/duckdb-wasm/blocking');

/** The same database in Node, for programs and tests: the same wasm, blocking. */
export async function openTablesInNode(): Promise<Connection> {
  const require = createRequire(import.meta.url);
  const file = require.resolve('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs');
  const duckdb = require(file) as Blocking;
  const wasm = (name: string) => ({ mainModule: join(dirname(file), name), mainWorker: '' });
  const database = await duckdb.createDuckDB(
    { eh: wasm('duckdb-eh.wasm'), mvp: wasm('duckdb-mvp.wasm') },
    new duckdb.VoidLogger(),
    duckdb.NODE_RUNTIME,
  );
  await database.instantiate();
  database.open(DATABASE_CONFIG);
  // The door of a connection returns apache-arrow tables; its number opens the plain bytes beneath.
  const id = (database.connect() as unknown as { readonly _conn: number })._conn;
  database.runQuery(id, OPENING_SQL);
  database.runQuery(id, LOCK_SQL);
  return {
    query: (sql, parameters = []) => {
      if (parameters.length === 0) return Promise.resolve(decodeColumns(database.runQuery(id, sql)));
      // Planned anew each time: a plan goes by what the tables held when it was made.
      const statement = database.createPrepared(id, sql);
      const answer = decodeColumns(database.runPrepared(id, statement, bound(parameters)));
      database.closePrepared(id, statement);
      return Promise.resolve(answer);
    },
    insert: (table, ipc) => {
      database.insertArrowFromIPCStream(id, ipc, { name: table, create: false });
      return Promise.resolve();
    },
  };
}

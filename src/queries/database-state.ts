import type { Connection } from '../tables';
import { rowsOf } from './rows';

export interface DatabaseState {
  readonly version: string;
  /** Bytes that it holds in memory. */
  readonly memory: number;
}

const STATE = `SELECT version() AS version, (SELECT sum(memory_usage_bytes)::DOUBLE FROM duckdb_memory()) AS memory`;

export async function readDatabaseState(connection: Connection): Promise<DatabaseState> {
  const [state] = rowsOf<DatabaseState>(await connection.query(STATE));
  return state ?? { version: 'unknown', memory: 0 };
}

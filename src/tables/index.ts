/**
 * The database: DuckDB-WASM in its own worker, the tables of `schema.sql`, and the lock on it. The only room that
 * knows DuckDB. `Connection` is all that others see; a failed query rejects with a Failure of kind `database`
 * whose message holds the database's words and the SQL.
 */
export { openTables, type Tables } from './open';
export { loadTables } from './load';
export { openCopy, type Copy } from './copy';
export { databaseFile } from './database-file';
export { schemaNotes } from './schema-notes';
export { replaceChecks } from './replace-checks';
export { openRemote, type Remote } from './remote';
export { blockFileBytes, forgetBlockFiles } from './block-file';
export { rangeFailure } from './range-answer';
export type { RemoteFile, RemoteUsage } from './remote-blocks';
export { Timings, type QueryTime } from './timings';
export type { Answer, Cell } from './answer';
export type { Columns, Connection, Parameter } from './connection';

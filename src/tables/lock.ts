import schema from './schema.sql?raw';

/** Compressed, rows take a tenth of the room; what is committed is compressed once it is some megabytes. */
const ATTACH = `ATTACH ':memory:' AS loaded (COMPRESS);`;

/** Each connection is to look where the tables are, before the lock. */
export const USE_SQL = `USE loaded;`;

/** Run right after opening: makes the tables. */
export const OPENING_SQL = `${ATTACH} ${USE_SQL} ${schema}`;

/**
 * Run on one connection when all are made, before any document: shuts every way out, because a page's content security
 * policy does not bind the network of a worker.
 */
export const LOCK_SQL = `SET autoinstall_known_extensions=false;
SET autoload_known_extensions=false;
SET enable_external_access=false;
SET lock_configuration=true;`;

/** For a database that is written into a file and asked nothing: the tables, and no extensions. */
export const FILE_SQL = `SET autoinstall_known_extensions=false;
SET autoload_known_extensions=false;
${schema}`;

export const DATABASE_CONFIG = { path: ':memory:', query: { castBigIntToDouble: false } };

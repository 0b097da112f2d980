import schema from './schema.sql?raw';

/**
 * Run right after opening, before any document: makes the tables and shuts every way out, because a page's
 * content security policy does not bind the network of a worker.
 */
export const OPENING_SQL = `${schema}
SET autoinstall_known_extensions=false;
SET autoload_known_extensions=false;
SET enable_external_access=false;
SET lock_configuration=true;`;

/** For a database that is written into a file and asked nothing: the tables, and no extensions. */
export const FILE_SQL = `SET autoinstall_known_extensions=false;
SET autoload_known_extensions=false;
${schema}`;

export const DATABASE_CONFIG = { path: ':memory:', query: { castBigIntToDouble: false } };

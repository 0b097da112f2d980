import type { Connection } from '../tables';
import { rowsOf } from './rows';

export interface SchemaColumn {
  readonly name: string;
  readonly type: string;
}

/** A table or a view that a person can ask. */
export interface SchemaTable {
  readonly name: string;
  /** Whether its rows are made of those of tables. */
  readonly isView: boolean;
  readonly rowCount: number;
  readonly columns: readonly SchemaColumn[];
}

const COLUMNS = `
SELECT table_name AS "table", table_type = 'VIEW' AS "isView", column_name AS name, data_type AS type
  FROM information_schema.columns JOIN information_schema.tables USING (table_catalog, table_schema, table_name)
 WHERE table_schema = 'main' ORDER BY table_name, ordinal_position`;

/** The tables as they are in the database, not as anybody wrote them down. */
export async function readSchema(connection: Connection): Promise<SchemaTable[]> {
  const columns = rowsOf<SchemaColumn & { table: string; isView: boolean }>(await connection.query(COLUMNS));
  const names = [...new Set(columns.map(({ table }) => table))];
  const counts = rowsOf<{ name: string; n: number }>(await connection.query(countsOf(names)));
  return names.map((name) => ({
    name,
    isView: columns.some(({ table, isView }) => table === name && isView),
    rowCount: counts.find((count) => count.name === name)?.n ?? 0,
    columns: columns.filter(({ table }) => table === name).map(({ name, type }) => ({ name, type })),
  }));
}

function countsOf(names: readonly string[]): string {
  return names
    .map(
      (name) =>
        `SELECT '${name.replaceAll("'", "''")}' AS name, count(*) AS n FROM "${name.replaceAll('"', '""')}"`,
    )
    .join(' UNION ALL ');
}

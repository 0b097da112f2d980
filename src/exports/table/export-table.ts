/** `text` also holds what no other type does: decimals, times, lists, whole numbers of more than 64 bits. */
export type ColumnType = 'text' | 'integer' | 'double' | 'boolean' | 'date';

/** Rows as columns of one length. A value is a number, bigint, text, boolean, Date, null, or nested (written as JSON). */
export interface ExportTable {
  readonly names: readonly string[];
  readonly types: readonly ColumnType[];
  readonly columns: readonly (readonly unknown[])[];
}

/** The answer to a person's own SQL, as the room `tables` gives it. */
export interface AnswerToExport {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rowCount: number;
  readonly cell: (row: number, column: number) => unknown;
}

const TYPES: Readonly<Record<string, ColumnType>> = {
  ...{ TINYINT: 'integer', SMALLINT: 'integer', INTEGER: 'integer', BIGINT: 'integer' },
  ...{ UTINYINT: 'integer', USMALLINT: 'integer', UINTEGER: 'integer', UBIGINT: 'integer' },
  ...{ FLOAT: 'double', DOUBLE: 'double', BOOLEAN: 'boolean', DATE: 'date' },
};

/** All rows that were fetched, as plain data that a worker takes. */
export function exportTable({ columns, rowCount, cell }: AnswerToExport): ExportTable {
  return {
    names: columns.map(({ name }) => name),
    types: columns.map(({ type }) => TYPES[type] ?? 'text'),
    columns: columns.map((_, column) => Array.from({ length: rowCount }, (_, row) => cell(row, column))),
  };
}

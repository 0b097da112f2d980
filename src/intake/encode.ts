import { type Column, bool, columnFromArray, float64, tableFromColumns, tableToIPC } from '@uwdata/flechette';
import type { TableColumns, TableName } from '../model';
import { intColumn, textColumn, wordColumn } from './arrow-columns';
import { COLUMNS, rowsIn, TABLE_NAMES, type ColumnType } from './columns';

const COLUMN_OF: Readonly<Record<ColumnType, (values: unknown[]) => Column<unknown>>> = {
  int: (values) => intColumn(values as (number | null)[]),
  float: (values) => columnFromArray(values, float64()),
  text: (values) => textColumn(values as (string | null)[]),
  word: (values) => wordColumn(values as (string | null)[]),
  bool: (values) => columnFromArray(values, bool()),
};

/** Rows of one table as an Arrow IPC stream. */
export type Batch = readonly [table: TableName, ipc: Uint8Array];

/** Every one of the tables that has rows. */
export function encodeTables(tables: TableColumns, names: readonly TableName[] = TABLE_NAMES): Batch[] {
  return names
    .filter((table) => rowsIn(tables, table) > 0)
    .map((table) => [table, encode(tables, table)] as const);
}

function encode(tables: TableColumns, table: TableName): Uint8Array {
  const columns = tables[table] as unknown as Record<string, unknown[]>;
  const entries = Object.entries(COLUMNS[table]).map(([name, type]): [string, Column<unknown>] => [
    name,
    COLUMN_OF[type](columns[name] ?? []),
  ]);
  const ipc = tableToIPC(tableFromColumns(Object.fromEntries(entries)), { format: 'stream' });
  if (!ipc) throw new Error('Arrow gave no bytes');
  return ipc;
}

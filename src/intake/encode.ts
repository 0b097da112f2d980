import {
  type Column,
  bool,
  columnFromArray,
  dictionary,
  float64,
  tableFromColumns,
  tableToIPC,
  utf8,
} from '@uwdata/flechette';
import type { TableColumns, TableName } from '../model';
import { intColumn, textColumn } from './arrow-columns';
import { COLUMNS, rowsIn, TABLE_NAMES, type ColumnType } from './columns';

const COLUMN_OF: Readonly<Record<ColumnType, (values: unknown[]) => Column<unknown>>> = {
  int: (values) => intColumn(values as (number | null)[]),
  float: (values) => columnFromArray(values, float64()),
  text: (values) => textColumn(values as (string | null)[]),
  word: (values) => columnFromArray(values, dictionary(utf8())),
  bool: (values) => columnFromArray(values, bool()),
};

/** Every table that has rows as an Arrow IPC stream. */
export function encodeTables(tables: TableColumns): [TableName, Uint8Array][] {
  return TABLE_NAMES.filter((table) => rowsIn(tables, table) > 0).map((table) => [
    table,
    encode(tables, table),
  ]);
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

import {
  type Column,
  bool,
  columnFromArray,
  dictionary,
  float64,
  int32,
  tableFromColumns,
  tableToIPC,
  utf8,
} from '@uwdata/flechette';
import type { TableColumns, TableName } from '../model';
import { COLUMNS, rowsIn, TABLE_NAMES } from './columns';

const TYPES = { int: int32, float: float64, text: utf8, word: () => dictionary(utf8()), bool };

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
    columnFromArray(columns[name] ?? [], TYPES[type]()),
  ]);
  const ipc = tableToIPC(tableFromColumns(Object.fromEntries(entries)), { format: 'stream' });
  if (!ipc) throw new Error('Arrow gave no bytes');
  return ipc;
}

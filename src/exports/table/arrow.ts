import {
  bool,
  dateDay,
  float64,
  int64,
  tableFromArrays,
  tableToIPC,
  utf8,
  type DataType,
} from '@uwdata/flechette';
import { columnsOf, type Column } from './column';
import type { ExportTable } from './export-table';

const DAY = 86_400_000;

const TYPES: Readonly<Record<Column['type'], () => DataType>> = {
  text: utf8,
  integer: int64,
  double: float64,
  boolean: bool,
  date: dateDay,
};

/** Arrow's IPC file format (https://arrow.apache.org/docs/format/Columnar.html), also known as Feather V2, uncompressed. */
export function arrow(table: ExportTable): Uint8Array {
  const columns = columnsOf(table);
  const values = columns.map(({ name, type, values }): [string, readonly unknown[]] => [
    name,
    type === 'date' ? values.map((day) => (day === null ? null : new Date(day * DAY))) : values,
  ]);
  const types = Object.fromEntries(columns.map(({ name, type }) => [name, TYPES[type]()]));
  return (
    tableToIPC(tableFromArrays(values as [string, unknown[]][], { types }), { format: 'file' }) ??
    new Uint8Array()
  );
}

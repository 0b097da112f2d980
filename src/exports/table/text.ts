import { csvOf, type CsvCell } from '../../model';
import { columnsOf, dateText, type Column } from './column';
import type { ExportTable } from './export-table';

/** RFC 4180, UTF-8; what is not known is an empty cell, which an empty text is too. */
export function csv(table: ExportTable): string {
  const columns = columnsOf(table);
  const cells = columns.map((column) => column.values.map((value) => cellOf(column, value)));
  return csvOf([columns.map(({ name }) => name), ...rowsOf(cells)]);
}

/**
 * https://jsonlines.org, an object a row. JSON holds no whole number beyond 2^53 exactly, and no infinity: these are texts.
 */
export function jsonLines(table: ExportTable): string {
  const columns = columnsOf(table);
  const names = columns.map(({ name }) => JSON.stringify(name));
  const cells = columns.map((column) => column.values.map((value) => JSON.stringify(cellOf(column, value))));
  return rowsOf(cells)
    .map((row) => `{${row.map((cell, place) => `${names[place]}:${cell}`).join(',')}}\n`)
    .join('');
}

function cellOf({ type }: Column, value: Column['values'][number]): CsvCell {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value !== 'number') return value;
  if (type === 'date') return dateText(value);
  return Number.isFinite(value) ? value : String(value);
}

function rowsOf<T>(columns: readonly (readonly T[])[]): T[][] {
  const [first = []] = columns;
  return first.map((_, row) => columns.map((column) => column[row] as T));
}

import type { Columns } from '../tables';

/** Columns as row objects, for lists that a person reads. */
export function rowsOf<T>(columns: Columns): T[] {
  const lists = columns.names.map((name) => columns.values(name));
  const rows: T[] = [];
  for (let row = 0; row < columns.rowCount; row++) {
    const object: Record<string, unknown> = {};
    columns.names.forEach((name, column) => (object[name] = lists[column]?.[row]));
    rows.push(object as T);
  }
  return rows;
}

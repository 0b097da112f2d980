import type { Columns } from '../tables';

/** A few columns as row objects, for lists that a person reads. */
export function rowsOf<T>(columns: Columns): T[] {
  const lists = columns.names.map((name) => [name, columns.values(name)] as const);
  return Array.from({ length: columns.rowCount }, (_, row) =>
    Object.fromEntries(lists.map(([name, values]) => [name, values[row]])),
  ) as T[];
}

import type { FacetTable } from './facet-table';
import { isMistake, parseQuery, type Query } from './query';

/** 1 for each row that a query describes; every row for a query with a mistake. Case and accents aside. */
export function matching(table: FacetTable, text: string): Uint8Array {
  const query = parseQuery(text);
  return matched(table, isMistake(query) ? { kind: 'all' } : query);
}

function matched(table: FacetTable, query: Query): Uint8Array {
  switch (query.kind) {
    case 'all':
      return new Uint8Array(table.ids.length).fill(1);
    case 'and':
      return query.parts
        .map((part) => matched(table, part))
        .reduce((a, b) => a.map((is, row) => is & (b[row] as number)));
    case 'or':
      return query.parts
        .map((part) => matched(table, part))
        .reduce((a, b) => a.map((is, row) => is | (b[row] as number)));
    case 'not':
      return matched(table, query.part).map((is) => 1 - is);
    case 'years':
      return Uint8Array.from(table.facts, ({ year }) =>
        Number(year !== null && year >= query.from && year <= query.to),
      );
    case 'has':
      return Uint8Array.from(table.texts(query.field), (text) => Number(text.includes(query.text)));
  }
}

import type { ExportLine, ExportNode } from './export-graph';

export type FieldValue = string | number | boolean | null;

/** What a node or line has besides what formats have a place of their own for: id, label, position, size, colour, ends. */
export interface Field<Of> {
  readonly name: string;
  readonly type: 'text' | 'whole' | 'yes or no';
  readonly of: (one: Of) => FieldValue;
}

export const NODE_FIELDS: readonly Field<ExportNode>[] = [
  { name: 'kind', type: 'text', of: ({ kind }) => kind },
  { name: 'title', type: 'text', of: ({ title }) => title },
  { name: 'authors', type: 'text', of: ({ authors }) => authors },
  { name: 'year', type: 'whole', of: ({ year }) => year },
  { name: 'date', type: 'text', of: ({ date }) => date },
  { name: 'venue', type: 'text', of: ({ venue }) => venue },
  { name: 'category', type: 'text', of: ({ category }) => category },
  { name: 'trust', type: 'text', of: ({ trust }) => trust },
  { name: 'standing', type: 'text', of: ({ standing }) => standing },
  { name: 'status', type: 'text', of: ({ status }) => status },
  { name: 'library', type: 'text', of: ({ library }) => library },
  { name: 'cluster', type: 'text', of: ({ cluster }) => cluster },
  { name: 'hops', type: 'whole', of: ({ hops }) => hops },
  { name: 'lines_in', type: 'whole', of: ({ linesIn }) => linesIn },
  { name: 'lines_out', type: 'whole', of: ({ linesOut }) => linesOut },
  { name: 'url', type: 'text', of: ({ url }) => url },
  { name: 'change', type: 'text', of: ({ change = null }) => change },
];

export const LINE_FIELDS: readonly Field<ExportLine>[] = [
  { name: 'kind', type: 'text', of: ({ kind }) => kind },
  { name: 'relation', type: 'text', of: ({ relation }) => relation },
  { name: 'evidence', type: 'whole', of: ({ evidence }) => evidence },
  { name: 'weak', type: 'yes or no', of: ({ weak }) => weak },
  { name: 'change', type: 'text', of: ({ change = null }) => change },
];

/** The fields that say something, by name. */
export function toldFields<Of>(
  fields: readonly Field<Of>[],
  one: Of,
): Record<string, string | number | boolean> {
  const told: Record<string, string | number | boolean> = {};
  for (const { name, of } of fields) {
    const value = of(one);
    if (value !== null) told[name] = value;
  }
  return told;
}

import { folded } from '../model';
import type { NodeFacts } from './build-graph';
import type { QueryField } from './query';

export type TextField = Exclude<QueryField, 'year'> | 'any';

/** What a query looks for its words in, folded. */
export function textOf(field: TextField, id: string, facts: NodeFacts): string {
  return folded(READERS[field](id, facts));
}

const READERS: Readonly<Record<TextField, (id: string, facts: NodeFacts) => string>> = {
  any: (id, { title, authors }) => [title, authors, id].join(' \n '),
  title: (_, { title }) => title ?? '',
  author: (_, { authors }) => authors ?? '',
  venue: (_, { particulars }) => particulars?.venue ?? '',
  category: (_, { category }) => category ?? '',
  id: (id) => id,
  kind: (_, { kind }) => kind,
  claim: (_, { particulars }) => particulars?.claims ?? '',
};

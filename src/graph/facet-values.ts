import { authorsIn, NOT_STATED, type FacetName } from '../model';
import type { NodeFacts } from './build-graph';
import { wordsIn } from './title-words';

/** Which values of each facet a node has; one that states none has the value of that alone. */
export function valuesOf(facet: FacetName, facts: NodeFacts): readonly string[] {
  const values = READERS[facet](facts);
  return values.length > 0 ? values : [NOT_STATED];
}

const READERS: Readonly<Record<FacetName, (facts: NodeFacts) => readonly string[]>> = {
  kind: ({ kind }) => [kind],
  // A theorem has no record to be trusted.
  trust: (facts) => (isPaper(facts) ? [facts.trust] : []),
  category: ({ category }) => stated(category),
  venue: ({ particulars }) => stated(particulars?.venue),
  // A theorem's line of authors is its library.
  author: (facts) => (isPaper(facts) ? authorsIn(facts.authors) : []),
  document: ({ particulars }) => particulars?.documents ?? [],
  role: ({ particulars }) => particulars?.roles ?? [],
  word: (facts) => (isPaper(facts) ? wordsIn(facts.title) : []),
  cluster: ({ cluster }) => stated(cluster),
  standing: ({ formal }) => stated(formal?.standing),
  statement: ({ formal }) => stated(formal?.statement),
  library: ({ formal }) => stated(formal?.library),
  module: ({ formal }) => stated(formal?.module),
};

function stated(value: string | null | undefined): string[] {
  return value === null || value === undefined ? [] : [value];
}

function isPaper({ kind }: Pick<NodeFacts, 'kind'>): boolean {
  return kind === 'paper' || kind === 'stub';
}

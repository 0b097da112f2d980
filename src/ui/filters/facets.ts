import { FACETS, NOT_STATED, STANDING_WORDS, type FacetName, type Filters } from '../../model';
import type { ValueCount } from '../shown';

interface FacetWords {
  readonly name: string;
  /** What a node is that has no value. */
  readonly none: string;
}

/** In the order of the panel. */
export const FACET_WORDS: Readonly<Record<FacetName, FacetWords>> = {
  word: { name: 'Word of the title', none: 'no word' },
  author: { name: 'Author', none: 'not stated' },
  cluster: { name: 'Cluster', none: 'in none' },
  category: { name: 'Category', none: 'not stated' },
  venue: { name: 'Venue', none: 'not stated' },
  document: { name: 'Document', none: 'none' },
  role: { name: 'Role', none: 'not stated' },
  kind: { name: 'Kind', none: 'none' },
  trust: { name: 'Trust in the record', none: 'not a paper' },
  standing: { name: 'Proof status', none: 'not a formal statement' },
  statement: { name: 'Kind of statement', none: 'not stated' },
  library: { name: 'Library', none: 'not a formal statement' },
  module: { name: 'Module', none: 'in none' },
};

const KNOWN: Readonly<Partial<Record<FacetName, Readonly<Record<string, string>>>>> = {
  kind: { reference: 'reference without any id' },
  trust: { none: 'no record loaded' },
  standing: STANDING_WORDS,
};

export function valueInWords(facet: FacetName, value: string): string {
  return value === NOT_STATED ? FACET_WORDS[facet].none : (KNOWN[facet]?.[value] ?? value);
}

interface Wanted {
  /** What a person looks for in the names of values. */
  readonly text: string;
  readonly chosen: readonly string[];
  readonly most: number;
}

/** The values with the most nodes left, and all that are chosen; what is not stated comes last. */
export function valuesToList(
  facet: FacetName,
  counts: readonly ValueCount[],
  { text, chosen, most }: Wanted,
): { readonly listed: readonly ValueCount[]; readonly more: number } {
  const gone = chosen.filter((value) => counts.every((one) => one.value !== value));
  const all = [...counts, ...gone.map((value) => ({ value, count: 0, all: 0 }))];
  const found = all.filter(({ value }) =>
    valueInWords(facet, value).toLowerCase().includes(text.trim().toLowerCase()),
  );
  const isLast = ({ value }: ValueCount) => Number(value === NOT_STATED);
  found.sort(
    (a, b) => isLast(a) - isLast(b) || b.count - a.count || b.all - a.all || (a.value < b.value ? -1 : 1),
  );
  const listed = found.filter(
    ({ value }, place) => place < most || value === NOT_STATED || chosen.includes(value),
  );
  return { listed, more: found.length - listed.length };
}

export function withToggledValue(
  facets: Filters['facets'],
  facet: FacetName,
  value: string,
): Filters['facets'] {
  const chosen = facets[facet] ?? [];
  return withChosen(
    facets,
    facet,
    chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value],
  );
}

/** In one order whatever was chosen first, so that the same choice is the same View. */
export function withChosen(
  facets: Filters['facets'],
  facet: FacetName,
  chosen: readonly string[],
): Filters['facets'] {
  const all = { ...facets, [facet]: [...chosen].sort() };
  const names = FACETS.filter((name) => (all[name] ?? []).length > 0);
  return Object.fromEntries(names.map((name) => [name, all[name] ?? []]));
}

/** How many filters take something away: years, text, degree, k-core, largest part, each facet, each kind of legend key. */
export function countFilters({ years, off, facets, query, degree, core, largest }: Filters): number {
  const switched = new Set(off.map((key) => key.split(':')[0]));
  const single = [years !== null, query.trim() !== '', degree !== null, core !== null, largest].filter(
    Boolean,
  );
  return single.length + new Set([...switched, ...Object.keys(facets)]).size;
}

import { FACETS, NOT_STATED, type FacetName, type Filters } from '../model';
import type { FacetTable } from './facet-table';
import { matching } from './match';
import type { Neighbours } from './neighbours';

/** A filter that counts may be lifted for; `hops` and `line` are switched by the legend alone. */
export type Sieve = FacetName | 'years' | 'query' | 'hops' | 'line';
export const SIEVES: readonly Sieve[] = [...FACETS, 'years', 'query', 'hops', 'line'];

/** What a sieve goes by, as text: the same text on the same table lets the same rows through; null lets all. */
export function settingOf(sieve: Sieve, { years, off, facets, query }: Filters): string | null {
  if (sieve === 'years') return years && years.join();
  if (sieve === 'query') return query.trim() || null;
  const gone = off.filter((key) => key.startsWith(`${sieve}:`));
  const chosen = sieve === 'hops' || sieve === 'line' ? [] : (facets[sieve] ?? []);
  return gone.length + chosen.length === 0 ? null : JSON.stringify([gone, chosen]);
}

/** 1 for each row that the filter takes away. */
export function failing(table: FacetTable, sieve: Sieve, filters: Filters): Uint8Array {
  if (sieve === 'years') return failingYears(table, filters.years);
  if (sieve === 'query') return matching(table, filters.query).map((matches) => 1 - matches);
  if (sieve === 'hops') return failingHops(table, filters.off);
  if (sieve === 'line') return failingLines(table, filters.off);
  return failingFacet(table, sieve, filters);
}

/** What has no year stays. */
function failingYears({ facts }: FacetTable, years: Filters['years']): Uint8Array {
  const [from, to] = years ?? [-Infinity, Infinity];
  return Uint8Array.from(facts, ({ year }) => Number(year !== null && (year < from || year > to)));
}

function failingHops({ facts }: FacetTable, off: Filters['off']): Uint8Array {
  const gone = new Set(off);
  return Uint8Array.from(facts, ({ hops }) => Number(gone.has(`hops:${hops}`)));
}

/** What no line is left of that had some. */
function failingLines(table: FacetTable, off: Filters['off']): Uint8Array {
  const [all, left] = [table.neighbours([]), table.neighbours(off)];
  return Uint8Array.from(table.ids, (_, row) => Number(degreeOf(all, row) > 0 && degreeOf(left, row) === 0));
}

function degreeOf({ starts }: Neighbours, row: number): number {
  return (starts[row + 1] as number) - (starts[row] as number);
}

/** The legend's keys take a value away; the chosen values of a facet keep what has at least one of them. */
function failingFacet(table: FacetTable, facet: FacetName, { off, facets }: Filters): Uint8Array {
  const { values, starts, numbers } = table.column(facet);
  const gone = new Set(off);
  const chosen = new Set(facets[facet]);
  const isGone = values.map((value) => gone.has(`${facet}:${value === NOT_STATED ? '?' : value}`));
  const isChosen = values.map((value) => chosen.size === 0 || chosen.has(value));
  const fails = new Uint8Array(table.ids.length);
  for (let row = 0; row < fails.length; row++) {
    let isKept = false;
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
      const value = numbers[at] as number;
      if (isChosen[value]) isKept = true;
      if (isGone[value]) fails[row] = 1;
    }
    if (!isKept) fails[row] = 1;
  }
  return fails;
}

import type { View } from '../model';
import type { EvidenceGraph } from './build-graph';
import { CrossFilter } from './cross-filter';
import { FacetTable } from './facet-table';
import { failing, settingOf, type Sieve } from './failing';

/** What each filter took away at its last setting: a change of one filter asks the others nothing. */
class Sieves {
  readonly table: FacetTable;
  readonly #known = new Map<Sieve, { readonly setting: string; readonly fails: Uint8Array }>();
  #last: { readonly key: string; readonly filter: CrossFilter } | null = null;

  constructor(graph: EvidenceGraph) {
    this.table = new FacetTable(graph);
  }

  filter(view: View): CrossFilter {
    const { focus, seeds, hidden, filters } = view;
    const key = JSON.stringify([focus, seeds, hidden, filters]);
    if (this.#last?.key !== key)
      this.#last = { key, filter: new CrossFilter(this.table, view, (sieve) => this.#failing(sieve, view)) };
    return this.#last.filter;
  }

  #failing(sieve: Sieve, { filters }: View): Uint8Array | null {
    const setting = settingOf(sieve, filters);
    if (setting === null) return null;
    const known = this.#known.get(sieve);
    if (known?.setting === setting) return known.fails;
    const fails = failing(this.table, sieve, filters);
    this.#known.set(sieve, { setting, fails });
    return fails;
  }
}

const made = new WeakMap<EvidenceGraph, Sieves>();

function sievesOf(graph: EvidenceGraph): Sieves {
  const sieves = made.get(graph) ?? new Sieves(graph);
  made.set(graph, sieves);
  return sieves;
}

/** Ids in the View must be public ids. What was made for the last View of a graph is used again. */
export function crossFilter(graph: EvidenceGraph, view: View): CrossFilter {
  return sievesOf(graph).filter(view);
}

/** The graph must not change any more. */
export function facetTable(graph: EvidenceGraph): FacetTable {
  return sievesOf(graph).table;
}

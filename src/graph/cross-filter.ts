import { type FacetName, type View } from '../model';
import { claimsOf } from './claims-on-stage';
import type { FacetTable } from './facet-table';
import { SIEVES, type Sieve } from './failing';
import { degreesOf } from './neighbours';
import { hasStructure, sifted, withRows, type StructureFilters } from './structure';

export interface ValueCount {
  readonly value: string;
  /** Nodes with it that would be on the stage if this facet's own filter were lifted. */
  readonly count: number;
  /** Nodes of the neighbourhood with it, whatever the filters; what a person hid is not counted. */
  readonly all: number;
}

export interface YearCount {
  readonly year: number;
  readonly count: number;
  readonly all: number;
}

/**
 * Which nodes a View's filters leave, and what the other values of each filter would leave. Text, facets, years and
 * the legend come first, each by itself; degree, k-core and the largest part after them, in this order, on what they
 * left. Counts are of nodes that pass: the focus and the seeds stay on the stage in any case, and are counted only
 * where they pass too. Claims are not counted: they follow their papers.
 */
export class CrossFilter {
  readonly #table: FacetTable;
  readonly #view: View;
  readonly #kept: readonly number[];
  /** How many filters take each row away; what a person hid is out for good. */
  readonly #failures: Uint8Array;
  readonly #isHidden: Uint8Array;
  readonly #failing: ReadonlyMap<Sieve, Uint8Array>;
  readonly #lifted = new Map<Sieve, Uint8Array>();
  #passing: Uint8Array | null = null;

  constructor(table: FacetTable, view: View, failingRows: (sieve: Sieve) => Uint8Array | null) {
    this.#table = table;
    this.#view = view;
    const hidden = new Set(view.hidden);
    this.#isHidden = Uint8Array.from(table.ids, (id) => Number(hidden.has(id)));
    this.#kept = [view.focus ?? '', ...view.seeds].flatMap((id) =>
      hidden.has(id) ? [] : (table.rowOf.get(id) ?? []),
    );
    const rows = SIEVES.map((sieve) => [sieve, failingRows(sieve)] as const);
    this.#failing = new Map(rows.filter((entry): entry is [Sieve, Uint8Array] => entry[1] !== null));
    this.#failures = this.#isHidden.slice();
    for (const fails of this.#failing.values())
      for (let row = 0; row < fails.length; row++)
        this.#failures[row] = (this.#failures[row] as number) + (fails[row] as number);
  }

  /** The nodes on the stage. */
  get stage(): Set<string> {
    const rows = withRows(this.passing, this.#kept);
    const stage = new Set(this.#table.ids.filter((_, row) => rows[row] === 1));
    for (const claim of claimsOf(this.#table.graph, stage, this.#view)) stage.add(claim);
    return stage;
  }

  get passing(): Uint8Array {
    return (this.#passing ??= this.#sift(this.#failures.map((failures) => Number(failures === 0))));
  }

  /** How many nodes pass, how many stay though they do not, and of how many. */
  get total(): { readonly count: number; readonly kept: number; readonly all: number } {
    const kept = new Set(this.#kept.filter((row) => this.passing[row] === 0)).size;
    return { count: sum(this.passing), kept, all: this.#isHidden.length - sum(this.#isHidden) };
  }

  /** Every value of a facet, also those that nothing left has, in the order of the nodes. */
  countValues(facet: FacetName): ValueCount[] {
    const { values, starts, numbers } = this.#table.column(facet);
    const [counts, all] = [new Int32Array(values.length), new Int32Array(values.length)];
    const passing = this.#withoutOwn(facet);
    for (let row = 0; row < passing.length; row++) {
      if (this.#isHidden[row] === 1) continue;
      for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
        const value = numbers[at] as number;
        counts[value] = (counts[value] as number) + (passing[row] as number);
        all[value] = (all[value] as number) + 1;
      }
    }
    return values.map((value, at) => ({ value, count: counts[at] as number, all: all[at] as number }));
  }

  /** From the first year to the last, also those of no node; and what has no year. */
  countYears(): { readonly years: readonly YearCount[]; readonly undated: number } {
    const passing = this.#withoutOwn('years');
    const counts = new Map<number | null, { count: number; all: number }>();
    this.#table.facts.forEach(({ year }, row) => {
      if (this.#isHidden[row] === 1) return;
      const own = counts.get(year) ?? { count: 0, all: 0 };
      counts.set(year, own);
      own.count += passing[row] as number;
      own.all += 1;
    });
    const known = [...counts.keys()].filter((year) => year !== null).sort((a, b) => a - b);
    const [first = 0, last = -1] = [known[0], known.at(-1)];
    const years = Array.from({ length: last - first + 1 }, (_, index) => {
      return { year: first + index, ...(counts.get(first + index) ?? { count: 0, all: 0 }) };
    });
    return { years, undated: counts.get(null)?.count ?? 0 };
  }

  /**
   * How many nodes have each degree, as the degree filter counts it: neighbours that text, facets, years and the legend
   * left; and how many do when nothing is filtered.
   */
  countDegrees(): { readonly counts: Int32Array; readonly all: Int32Array } {
    const neighbours = this.#table.neighbours(this.#view.filters.off);
    const untouched = this.#isHidden.map((isHidden) => 1 - isHidden);
    const first = this.#failures.map((failures) => Number(failures === 0));
    const passing = this.#sift(first, { ...this.#view.filters, degree: null });
    return {
      counts: tally(degreesOf(neighbours, withRows(first, this.#kept)), passing),
      all: tally(degreesOf(neighbours, untouched), untouched),
    };
  }

  /** What passes all filters but this one. */
  #withoutOwn(sieve: Sieve): Uint8Array {
    const own = this.#failing.get(sieve);
    if (!own) return this.passing;
    const known =
      this.#lifted.get(sieve) ?? this.#sift(this.#failures.map((all, row) => Number(all === own[row])));
    this.#lifted.set(sieve, known);
    return known;
  }

  #sift(passing: Uint8Array, filters: StructureFilters = this.#view.filters): Uint8Array {
    if (!hasStructure(filters)) return passing;
    return sifted(this.#table.neighbours(this.#view.filters.off), passing, { kept: this.#kept, filters });
  }
}

/** How many of these rows have each value, from 0 to the greatest. */
function tally(values: Int32Array, isIn: Uint8Array): Int32Array {
  const counts = new Int32Array(values.reduce((most, value) => Math.max(most, value), 0) + 1);
  values.forEach((value, row) => (counts[value] = (counts[value] as number) + (isIn[row] as number)));
  return counts;
}

function sum(rows: Uint8Array): number {
  return rows.reduce((all, row) => all + row, 0);
}

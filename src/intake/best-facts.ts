import { compareText } from '../model';
import { Texts } from './texts';

const FIELDS = [
  'title',
  'authorsText',
  'year',
  'date',
  'venue',
  'primaryCat',
  'headline',
  'abstract',
  'statedCitedBy',
] as const;
export type Field = (typeof FIELDS)[number];
type Value = string | number;
export type Said = { readonly [F in Field]?: Value | null };

/** Paragraphs, which only a work's own documents have: they make most of what is remembered, and are seldom compared. */
const LONG: readonly Field[] = ['headline', 'abstract'];

/**
 * The best that is said of each name: the better source wins, then the smaller value, so order does not matter. What is
 * no better than what is known already is left out.
 */
export class BestFacts {
  readonly #columns: readonly FieldColumn[];

  constructor(known?: BestFacts) {
    this.#columns = FIELDS.map((field, at) => new FieldColumn(field, known && known.#columns[at]));
  }

  offer(name: number, rank: number, said: Said): void {
    for (const column of this.#columns) {
      const value = said[column.field];
      if (value !== null && value !== undefined && value !== '') column.put(name, rank, value);
    }
  }

  /** Takes over all that another holds; the names of which something else is said now. */
  add(other: BestFacts): Set<number> {
    const changed = new Set<number>();
    this.#columns.forEach((column, at) => {
      other.#columns[at]?.each((name, rank, value) => {
        if (column.put(name, rank, value)) changed.add(name);
      });
    });
    return changed;
  }

  best(field: Field, names: readonly number[]): Value | null {
    return this.#columns[FIELDS.indexOf(field)]?.best(names) ?? null;
  }
}

class FieldColumn {
  readonly field: Field;
  readonly #ranks: number[] = [];
  /** Where it is long the place of it among texts. */
  readonly #values: Value[] = [];
  readonly #texts: Texts | null;
  readonly #known: FieldColumn | undefined;

  constructor(field: Field, known: FieldColumn | undefined) {
    this.field = field;
    this.#known = known;
    this.#texts = LONG.includes(field) ? new Texts() : null;
  }

  each(visit: (name: number, rank: number, value: Value) => void): void {
    this.#ranks.forEach((rank, name) => visit(name, rank, this.#at(name)));
  }

  put(name: number, rank: number, value: Value): boolean {
    if (this.#known?.isNoWorse(name, rank, value) || this.isNoWorse(name, rank, value)) return false;
    this.#ranks[name] = rank;
    this.#values[name] = this.#texts ? this.#texts.put(String(value)) : value;
    return true;
  }

  /** Whether what is held of a name is as good. */
  isNoWorse(name: number, rank: number, value: Value): boolean {
    const heldRank = this.#ranks[name];
    if (heldRank === undefined || heldRank > rank) return false;
    return heldRank < rank || !beats(rank, value, heldRank, this.#at(name));
  }

  best(names: readonly number[]): Value | null {
    let best: { readonly rank: number; readonly value: Value } | null = null;
    for (const name of names) {
      const rank = this.#ranks[name];
      if (rank === undefined || (best && rank > best.rank)) continue;
      const value = this.#at(name);
      if (!best || beats(rank, value, best.rank, best.value)) best = { rank, value };
    }
    return best?.value ?? null;
  }

  #at(name: number): Value {
    const value = this.#values[name] as Value;
    return this.#texts ? this.#texts.at(value as number) : value;
  }
}

/** Whether a value of some rank is better than another. */
function beats(rank: number, value: Value, heldRank: number, held: Value): boolean {
  if (rank !== heldRank) return rank < heldRank;
  if (typeof value === 'number' && typeof held === 'number') return value < held;
  return compareText(String(value), String(held)) < 0;
}

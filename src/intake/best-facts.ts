import { compareText } from '../model';

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

interface FieldColumn {
  readonly field: Field;
  readonly ranks: number[];
  readonly values: Value[];
}

/** The best that is said of each name: the better source wins, then the smaller value, so order does not matter. */
export class BestFacts {
  readonly #columns: readonly FieldColumn[] = FIELDS.map((field) => ({ field, ranks: [], values: [] }));

  offer(name: number, rank: number, said: Said): void {
    for (const column of this.#columns) {
      const value = said[column.field];
      if (value !== null && value !== undefined && value !== '') put(column, name, rank, value);
    }
  }

  /** Takes over all that another holds; the names of which something else is said now. */
  add(other: BestFacts): Set<number> {
    const changed = new Set<number>();
    this.#columns.forEach((column, at) => {
      const { ranks, values } = other.#columns[at] as FieldColumn;
      ranks.forEach((rank, name) => {
        if (put(column, name, rank, values[name] as Value)) changed.add(name);
      });
    });
    return changed;
  }

  best(field: Field, names: readonly number[]): Value | null {
    const column = this.#columns[FIELDS.indexOf(field)] as FieldColumn;
    let best: number | null = null;
    for (const name of names) {
      if (column.ranks[name] === undefined) continue;
      if (best === null || beats(column, best, column.ranks[name], column.values[name] as Value)) best = name;
    }
    return best === null ? null : (column.values[best] ?? null);
  }
}

function put(column: FieldColumn, name: number, rank: number, value: Value): boolean {
  const heldRank = column.ranks[name];
  if (
    heldRank !== undefined &&
    (value === column.values[name] ? rank >= heldRank : !beats(column, name, rank, value))
  )
    return false;
  column.ranks[name] = rank;
  column.values[name] = value;
  return true;
}

/** Whether a value of some rank is better than what the column holds of a name. */
function beats({ ranks, values }: FieldColumn, name: number, rank: number, value: Value): boolean {
  const [heldRank, held] = [ranks[name] as number, values[name] as Value];
  if (rank !== heldRank) return rank < heldRank;
  if (typeof value === 'number' && typeof held === 'number') return value < held;
  return compareText(String(value), String(held)) < 0;
}

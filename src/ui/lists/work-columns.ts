import type { Brief } from '../../explorer';
import { spelled } from '../../model';

/** One row of a list of works: what it is of, and what its columns say. */
export interface WorkRow {
  readonly brief: Brief;
  readonly cells: readonly (string | number | null)[];
  /** Said beneath its name instead of authors, which then stand in two lines. */
  readonly note?: string;
}

export interface WorkColumn {
  readonly name: string;
  /** What it means, in full. */
  readonly words: string;
}

export interface WorkOrder {
  /** The place of a column; -1 is the order in which the rows came. */
  readonly column: number;
  readonly isDescending: boolean;
}

export function nameOf({ kind, title, id }: Brief): string {
  return kind === 'theorem' ? spelled(title ?? id) : (title ?? spelled(id));
}

/** Equal ones stay in the order they came; what is not known comes last. */
export function ordered(rows: readonly WorkRow[], { column, isDescending }: WorkOrder): readonly WorkRow[] {
  if (column < 0) return rows;
  const sign = isDescending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [one, other] = [a.cells[column] ?? null, b.cells[column] ?? null];
    if (one === other) return 0;
    if (one === null) return 1;
    if (other === null) return -1;
    return sign * (one < other ? -1 : 1);
  });
}

import type { AskedLine } from '../model';
import { idsIn } from '../queries';
import type { Answer, Cell, Connection } from '../tables';

/** A column whose values name works or theorems, and the public ids of those. */
export interface IdColumn {
  readonly column: number;
  readonly name: string;
  readonly ids: ReadonlyMap<Cell, string>;
}

/** Ids are looked for in so many rows. */
export const MOST_ROWS = 5_000;

export async function idColumnsOf(connection: Connection, answer: Answer): Promise<IdColumn[]> {
  const found: IdColumn[] = [];
  for (const [column, { name }] of answer.columns.entries()) {
    const ids = await idsIn(connection, name, valuesOf(answer, column));
    if (ids !== null) found.push({ column, name, ids });
  }
  return found;
}

/** What the first two such columns say row by row, each pair once. */
export function pairsOf(answer: Answer, [from, to]: readonly IdColumn[]): AskedLine[] {
  if (!from || !to) return [];
  const pairs = new Map<string, AskedLine>();
  for (let row = 0; row < rowsLookedAt(answer); row++) {
    const start = from.ids.get(answer.cell(row, from.column));
    const end = to.ids.get(answer.cell(row, to.column));
    if (start !== undefined && end !== undefined && start !== end)
      pairs.set(`${start} → ${end}`, { from: start, to: end });
  }
  return [...pairs.values()];
}

function valuesOf(answer: Answer, column: number): Set<Cell> {
  const values = new Set<Cell>();
  for (let row = 0; row < rowsLookedAt(answer); row++) values.add(answer.cell(row, column));
  return values;
}

function rowsLookedAt({ rowCount }: Answer): number {
  return Math.min(MOST_ROWS, rowCount);
}

import { compareText } from '../model';

/** Where a library states something, by which its statements of one name are told apart. */
export interface Declared {
  readonly library: string;
  readonly declaration: string;
  readonly module?: string | null;
  readonly line?: number | null;
}

/**
 * Rows with their public ids: `lean:<library>/<declaration>`, and `…#2` and on where a library states a name several
 * times, in the order of module and line.
 */
export function* withIds<Row extends Declared>(
  rows: Iterable<Row>,
): Generator<{ readonly row: Row; readonly id: string }> {
  for (const [id, same] of sameNames(rows)) {
    same.sort(byPlace);
    for (const [index, row] of same.entries()) yield { row, id: index === 0 ? id : `${id}#${index + 1}` };
  }
}

export function leanId(library: string, declaration: string): string {
  return `lean:${library}/${declaration}`;
}

function sameNames<Row extends Declared>(rows: Iterable<Row>): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const id = leanId(row.library, row.declaration);
    const group = groups.get(id);
    if (group) group.push(row);
    else groups.set(id, [row]);
  }
  return groups;
}

export function byPlace(a: Declared, b: Declared): number {
  return compareText(a.module ?? '', b.module ?? '') || (a.line ?? 0) - (b.line ?? 0);
}

import type { Change } from '../model';

/** In the order they are listed. */
export const GROUPS = [
  ...(['works', 'citations', 'claims', 'theorems'] as const),
  ...(['ties', 'uses', 'verdicts', 'signers'] as const),
] as const;
export type Group = (typeof GROUPS)[number];

export const CHANGES: readonly Change[] = ['new', 'gone', 'changed'];

/**
 * Where what says it stands in the other snapshot: `other-files`, it has no such file; `changed-files`, its file has
 * other bytes; `same-files`, it has the very file, which says something else there for what else is loaded; `untold`, no
 * row tells.
 */
export type Reason = 'other-files' | 'changed-files' | 'same-files' | 'untold';

export interface FieldChange {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** One thing that is not the same in both snapshots. */
export interface Entry {
  readonly group: Group;
  readonly change: Change;
  /** Its node (a public id), or its line as `from → to`. */
  readonly on: string;
  readonly name: string;
  /** Of what is changed, each field that is; of a check that only one snapshot has, its verdict. */
  readonly fields: readonly FieldChange[];
  readonly reason: Reason;
}

/** The same, with before and after exchanged. */
export function mirrored(entry: Entry): Entry {
  const fields = entry.fields.map(({ name, before, after }) => ({ name, before: after, after: before }));
  return { ...entry, change: mirroredChange(entry.change), fields };
}

export function mirroredChange(change: Change): Change {
  return change === 'new' ? 'gone' : change === 'gone' ? 'new' : 'changed';
}

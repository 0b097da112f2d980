import { GROUPS, type Entry, type Group } from '../difference';
import type { Keepable } from '../workspace';
import { EarlierSnapshot, type SnapshotCounts } from './earlier-snapshot.svelte';
import type { Explorer } from './explorer.svelte';

/** What `compareWith` gives: of each group how many, the files of both, and each thing that is not the same. */
export interface SnapshotDifference {
  /** What the earlier snapshot is called. */
  readonly name: string;
  readonly counts: Readonly<Record<Group, SnapshotCounts>>;
  readonly files: NonNullable<EarlierSnapshot['files']>;
  /** The first 20,000 of each group. */
  readonly lists: Readonly<Record<Group, readonly Entry[]>>;
}

/** The console verb `compareWith`. */
export async function differenceFrom(
  explorer: Explorer,
  sources: readonly Keepable[],
): Promise<SnapshotDifference | null> {
  const snapshot = explorer.tool(EarlierSnapshot);
  if (sources.length === 0) {
    await snapshot.end();
    return null;
  }
  await snapshot.open(sources);
  const { name, counts, files } = snapshot;
  if (name === null || counts === null || files === null) return null;
  const lists = GROUPS.map((group) => [group, snapshot.list(group)] as const);
  return { name, counts, files, lists: Object.fromEntries(lists) as SnapshotDifference['lists'] };
}

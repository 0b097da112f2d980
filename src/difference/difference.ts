import type { Change } from '../model';
import { fatesOf, type DocumentDifference, type Fate, type Fates } from './documents';
import { CHANGES, GROUPS, type Entry, type FieldChange, type Group, type Reason } from './entry';
import { identityOf } from './identity';
import { FIELDS, itemsOf, type Item, type Items } from './items';
import type { Snapshot } from './snapshot';

/** So many of each change; of what is new or gone, how many stand only in files that the other snapshot does not have. */
export type Counts = Readonly<Record<Change, number>> & {
  readonly inOtherFiles: Readonly<Record<'new' | 'gone', number>>;
};

export interface Difference {
  /** By group, then change, then where it is on the stage. */
  readonly entries: readonly Entry[];
  readonly counts: Readonly<Record<Group, Counts>>;
  readonly documents: DocumentDifference;
  /** Ids of the earlier snapshot that are others in the later one. */
  readonly renamed: Readonly<Record<string, string>>;
}

export function differenceBetween(before: Snapshot, after: Snapshot): Difference {
  const ids = identityOf(before, after);
  const fates = fatesOf(before.documents, after.documents);
  const names = new Map([...namesIn(before, ids.before), ...namesIn(after, ids.after)]);
  const earlier = itemsOf({ snapshot: before, ids: ids.before, names });
  const later = itemsOf({ snapshot: after, ids: ids.after, names });
  const entries = GROUPS.flatMap((group) => {
    const [old, now] = inBoth(group, [before, earlier[group]], [after, later[group]]);
    return entriesOf(group, { before: old, after: now }, fates);
  });
  return {
    entries,
    counts: countsOf(entries),
    documents: fates.difference,
    renamed: renamedIn(before, ids.before),
  };
}

/** What a check or a key says of a record is only compared where both snapshots have the record. */
function inBoth(
  group: Group,
  [before, earlier]: readonly [Snapshot, Items],
  [after, later]: readonly [Snapshot, Items],
): [Items, Items] {
  if (group !== 'verdicts' && group !== 'signers') return [earlier, later];
  const known = new Set(after.records.record);
  const shared = new Set(before.records.record.filter((record) => known.has(record)));
  const kept = (items: Items) => new Map([...items].filter(([key]) => shared.has(key.split(' ')[0] ?? '')));
  return [kept(earlier), kept(later)];
}

function namesIn({ works, theorems }: Snapshot, ids: ReadonlyMap<number, string>): Map<string, string> {
  const names = new Map<string, string>();
  for (const { node, title } of [works, theorems]) {
    node.forEach((number, row) => {
      const id = ids.get(number);
      const words = title[row] ?? null;
      if (id !== undefined && words !== null && !names.has(id)) names.set(id, words);
    });
  }
  return names;
}

function entriesOf(
  group: Group,
  { before, after }: { readonly before: Items; readonly after: Items },
  fates: Fates,
): Entry[] {
  const entries: Entry[] = [];
  for (const [key, item] of after) {
    const was = before.get(key);
    const fields = was || group === 'verdicts' ? fieldsOf(group, was ?? null, item) : [];
    if (was && fields.length === 0) continue;
    const told = [...fatesIn(item, fates.after), ...(was ? fatesIn(was, fates.before) : [])];
    entries.push(entryOf(group, was ? 'changed' : 'new', item, { fields, told }));
  }
  for (const [key, item] of before) {
    if (after.has(key)) continue;
    const fields = group === 'verdicts' ? fieldsOf(group, item, null) : [];
    entries.push(entryOf(group, 'gone', item, { fields, told: fatesIn(item, fates.before) }));
  }
  const place = ({ change, on, name }: Entry) => `${CHANGES.indexOf(change)} ${on} ${name}`;
  return entries
    .map((entry) => ({ entry, at: place(entry) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ entry }) => entry);
}

function entryOf(
  group: Group,
  change: Change,
  { on, name }: Item,
  { fields, told }: { readonly fields: readonly FieldChange[]; readonly told: readonly Fate[] },
): Entry {
  return { group, change, on, name, fields, reason: reasonOf(told) };
}

function fieldsOf(group: Group, before: Item | null, after: Item | null): FieldChange[] {
  return FIELDS[group].flatMap((name, place) => {
    const [old, now] = [before?.values[place] ?? null, after?.values[place] ?? null];
    return old === now ? [] : [{ name, before: old, after: now }];
  });
}

function fatesIn({ documents }: Item, fates: ReadonlyMap<string, Fate>): Fate[] {
  return documents.split(' ').flatMap((number) => fates.get(number) ?? []);
}

function reasonOf(fates: readonly Fate[]): Reason {
  if (fates.length === 0) return 'untold';
  if (fates.includes('changed')) return 'changed-files';
  return fates.includes('same') ? 'same-files' : 'other-files';
}

function countsOf(entries: readonly Entry[]): Record<Group, Counts> {
  const none = () => ({ new: 0, gone: 0, changed: 0, inOtherFiles: { new: 0, gone: 0 } });
  const counts = Object.fromEntries(GROUPS.map((group) => [group, none()])) as Record<
    Group,
    ReturnType<typeof none>
  >;
  for (const { group, change, reason } of entries) {
    counts[group][change] += 1;
    if (change !== 'changed' && reason === 'other-files') counts[group].inOtherFiles[change] += 1;
  }
  return counts;
}

function renamedIn({ works }: Snapshot, ids: ReadonlyMap<number, string>): Record<string, string> {
  return Object.fromEntries(
    works.id.flatMap((id, row) => {
      const now = ids.get(works.node[row] ?? 0) ?? id;
      return now === id ? [] : [[id, now] as const];
    }),
  );
}

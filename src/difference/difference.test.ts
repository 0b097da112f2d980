import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SEPARATOR } from '../model';
import { differenceBetween } from './difference';
import { GROUPS, mirrored, type Entry } from './entry';
import { FIELDS, itemsOf } from './items';
import { identityOf } from './identity';
import { marksOf } from './marks';
import { SnapshotBook, type Snapshot } from './snapshot';

interface GivenWork {
  readonly title?: string | null;
  readonly trust?: string;
  readonly names?: readonly string[];
  readonly cites?: readonly string[];
  readonly file?: string;
}

/** A snapshot of works by id, each in a file; `hashes` are those of the files, by default their names. */
function snapshot(works: Record<string, GivenWork>, hashes: Record<string, string> = {}): Snapshot {
  const book = new SnapshotBook();
  const given = Object.entries(works);
  const files = [...new Set(given.map(([, { file = 'a' }]) => file))];
  const numberOf = (id: string) => given.findIndex(([one]) => one === id) * 7 + 1;
  const documentOf = ({ file = 'a' }: GivenWork) => String(files.indexOf(file) + 1);
  book.add({
    table: 'documents',
    columns: {
      document: files.map((_, at) => at + 1),
      name: files.map((file) => `some/where/${file}`),
      sha256: files.map((file) => hashes[file] ?? file),
    },
  });
  const texts = (of: (id: string, work: GivenWork) => string | null) =>
    given.map(([id, work]) => of(id, work));
  book.add({
    table: 'works',
    columns: {
      node: given.map(([id]) => numberOf(id)),
      id: given.map(([id]) => id),
      names: texts((id, { names = [] }) => [id, ...names].join(SEPARATOR)),
      title: texts((_, { title = null }) => title),
      ...{ authors: texts(() => null), date: texts(() => '2024'), venue: texts(() => null) },
      ...{ category: texts(() => null), known: texts(() => 'listed') },
      trust: texts((_, { trust = 'none' }) => trust),
      documents: texts((_, work) => documentOf(work)),
    },
  });
  const lines = given.flatMap(([id, work]) =>
    (work.cites ?? []).filter((to) => to in works && to !== id).map((to) => ({ id, to, work })),
  );
  book.add({
    table: 'lines',
    columns: {
      kind: lines.map(() => 'cites'),
      from: lines.map(({ id }) => numberOf(id)),
      to: lines.map(({ to }) => numberOf(to)),
      claim: lines.map(() => null),
      stated: lines.map(() => null),
      documents: lines.map(({ work }) => documentOf(work)),
    },
  });
  return book.snapshot;
}

const briefly = ({ change, on, reason }: Entry) => `${change} ${on} ${reason}`;

test('what is new, gone and changed is told, each field with what it was', () => {
  const before = snapshot({
    'arXiv:1': { title: 'One', cites: ['arXiv:2'] },
    'arXiv:2': { title: 'Two' },
    'arXiv:3': {},
  });
  const after = snapshot(
    { 'arXiv:1': { title: 'One, again', cites: ['arXiv:4'] }, 'arXiv:2': { title: 'Two' }, 'arXiv:4': {} },
    { a: 'other bytes' },
  );
  const { entries, counts, documents } = differenceBetween(before, after);
  expect(entries.map(briefly)).toEqual([
    'new arXiv:4 changed-files',
    'gone arXiv:3 changed-files',
    'changed arXiv:1 changed-files',
    'new arXiv:1 → arXiv:4 changed-files',
    'gone arXiv:1 → arXiv:2 changed-files',
  ]);
  expect(entries[2]?.fields).toEqual([{ name: 'title', before: 'One', after: 'One, again' }]);
  expect(entries[3]?.name).toBe('One, again → arXiv:4');
  expect(counts.works).toEqual({ new: 1, gone: 1, changed: 1, inOtherFiles: { new: 0, gone: 0 } });
  expect(documents).toEqual({
    ...{ same: 0, gone: [], new: [] },
    changed: [{ name: 'some/where/a', before: 'a', after: 'other bytes' }],
  });
  const marks = marksOf(entries);
  expect(marks.nodes.get('arXiv:3')).toBe('gone');
  expect(marks.lines.get('arXiv:1 → arXiv:4')).toBe('new');
});

test('what stands in a file that the earlier snapshot never had is said to', () => {
  const before = snapshot({ 'arXiv:1': {} });
  const after = snapshot({ 'arXiv:1': {}, 'arXiv:2': { file: 'b', cites: ['arXiv:1'] } });
  const { entries, counts, documents } = differenceBetween(before, after);
  expect(entries.map(briefly)).toEqual(['new arXiv:2 other-files', 'new arXiv:2 → arXiv:1 other-files']);
  expect(counts.works.inOtherFiles.new).toBe(1);
  expect(documents).toEqual({ same: 1, changed: [], gone: [], new: ['some/where/b'] });
});

test('a work under a better name, or one that was taken for two, is the same work', () => {
  const before = snapshot({
    'doi:10.1/x': { title: 'X', cites: ['arXiv:9'] },
    'local:x': { title: 'X' },
    'arXiv:9': {},
  });
  const after = snapshot({
    'arXiv:1': { title: 'X', names: ['doi:10.1/x', 'local:x'], cites: ['arXiv:9'] },
    'arXiv:9': {},
  });
  const { entries, renamed } = differenceBetween(before, after);
  expect(entries.map(briefly)).toEqual(['changed arXiv:1 same-files']);
  expect(entries[0]?.fields).toEqual([{ name: 'id', before: 'doi:10.1/x, local:x', after: 'arXiv:1' }]);
  expect(renamed).toEqual({ 'doi:10.1/x': 'arXiv:1', 'local:x': 'arXiv:1' });
});

test('checks and signers are told where both snapshots have the record, and mark its work', () => {
  const of = (verdict: string, signers: string | null, more: readonly string[] = []) => {
    const whole = snapshot({ 'arXiv:1': {} });
    const book = new SnapshotBook();
    for (const table of ['documents', 'works'] as const)
      book.add({ table, columns: whole[table] } as Parameters<SnapshotBook['add']>[0]);
    const records = ['pith:1', ...more];
    const all = <T>(value: T) => records.map(() => value);
    book.add({
      table: 'records',
      columns: {
        ...{ node: all(1), record: records, hash: all('h'), signers: all(signers) },
        ...{ events: all(null), documents: all('1') },
      },
    });
    book.add({
      table: 'verdicts',
      columns: { record: records, check: all('signature'), verdict: all(verdict) },
    });
    return book.snapshot;
  };
  const { entries } = differenceBetween(of('not-checkable', null), of('pass', 'a mirror', ['pith:2']));
  expect(
    entries.map(({ group, on, fields }) => [
      group,
      on,
      ...fields.map(({ before, after }) => [before, after]),
    ]),
  ).toEqual([
    ['verdicts', 'arXiv:1', ['not-checkable', 'pass']],
    ['signers', 'arXiv:1', [null, 'a mirror']],
  ]);
  expect(marksOf(entries).nodes.get('arXiv:1')).toBe('changed');
});

test('several ties of claims to one statement are one changed line of their paper', () => {
  const tie = (change: Entry['change'], claim: string): Entry => ({
    ...{ group: 'ties', change, name: '', fields: [], reason: 'untold' },
    on: `arXiv:1#${claim} → lean:l/t`,
  });
  expect(marksOf([tie('new', 'C1')]).lines.get('arXiv:1 → lean:l/t')).toBe('new');
  expect(marksOf([tie('new', 'C1'), tie('gone', 'C2')]).lines.get('arXiv:1 → lean:l/t')).toBe('changed');
});

const ids = fc.constantFrom('arXiv:1', 'arXiv:2', 'arXiv:3', 'arXiv:4', 'doi:5', 'local:6');
const works = fc.dictionary(
  ids,
  fc.record({
    title: fc.constantFrom(null, 'A', 'B'),
    trust: fc.constantFrom('none', 'sound', 'broken'),
    cites: fc.array(ids, { maxLength: 3 }),
    file: fc.constantFrom('a', 'b', 'c'),
  }),
);
const snapshots = fc
  .tuple(works, fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y')))
  .map(([given, hashes]) => snapshot(given, hashes));

function withFields(
  values: readonly (string | null)[],
  names: readonly string[],
  fields: Entry['fields'],
): readonly (string | null)[] {
  return values.map((value, place) => {
    const field = fields.find(({ name }) => name === names[place]);
    if (field) expect(field.before).toBe(value);
    return field ? field.after : value;
  });
}

/** Every key with its values, of what a snapshot has. */
function contents(snapshotOf: Snapshot, other: Snapshot): Map<string, readonly (string | null)[]> {
  const named = identityOf(other, snapshotOf).after;
  const items = itemsOf({ snapshot: snapshotOf, ids: named, names: new Map() });
  return new Map<string, readonly (string | null)[]>(
    GROUPS.flatMap((group) =>
      [...items[group].values()].map((item) => [`${group} ${item.on}`, item.values] as const),
    ),
  );
}

test('nothing is new, gone or changed between a snapshot and itself', () => {
  fc.assert(
    fc.property(snapshots, (one) => {
      expect(differenceBetween(one, one).entries).toEqual([]);
    }),
  );
});

test('the difference the other way round is its mirror', () => {
  const sorted = (entries: readonly Entry[]) => entries.map((entry) => JSON.stringify(entry)).sort();
  fc.assert(
    fc.property(snapshots, snapshots, (one, other) => {
      const there = differenceBetween(one, other).entries.map((entry) => ({ ...mirrored(entry), name: '' }));
      const back = differenceBetween(other, one).entries.map((entry) => ({ ...entry, name: '' }));
      expect(sorted(there)).toEqual(sorted(back));
    }),
  );
});

test('what a snapshot has, changed by the difference, is what the other has', () => {
  fc.assert(
    fc.property(snapshots, snapshots, (before, after) => {
      const kept = contents(before, after);
      const later = contents(after, before);
      for (const { group, change, on, fields } of differenceBetween(before, after).entries) {
        const key = `${group} ${on}`;
        if (change === 'gone') expect(kept.delete(key)).toBe(true);
        else if (change === 'new') expect(kept.has(key)).toBe(false);
        else expect(fields.length).toBeGreaterThan(0);
        if (change === 'new') kept.set(key, later.get(key) ?? []);
        if (change === 'changed') kept.set(key, withFields(kept.get(key) ?? [], FIELDS[group], fields));
      }
      expect(new Map([...kept].sort())).toEqual(new Map([...later].sort()));
    }),
  );
});

import type { Group } from './entry';
import type { Snapshot } from './snapshot';

/** One thing that a snapshot has, under a key that is the same in every snapshot. */
export interface Item {
  /** What it is on the stage: a node, or a line as `from → to`. */
  readonly on: string;
  readonly name: string;
  /** By the names of the group's fields. */
  readonly values: readonly (string | null)[];
  /** Numbers of the documents that say it, with spaces between. */
  readonly documents: string;
}

export type Items = ReadonlyMap<string, Item>;

/** What is compared of each; nothing else is. */
export const FIELDS: Readonly<Record<Group, readonly string[]>> = {
  works: [
    ...[
      'id',
      'title',
      'authors',
      'date',
      'venue',
      'category',
      'known as',
      'verdict',
      'record hash',
      'events',
    ],
  ],
  citations: ['states'],
  claims: ['text', 'kind', 'status', 'attestation'],
  theorems: ['title', 'kind', 'module', 'status', 'stage', 'contains sorry', 'axioms'],
  ties: ['states'],
  uses: ['stands in'],
  verdicts: ['verdict'],
  signers: ['signed by'],
};

interface Side {
  readonly snapshot: Snapshot;
  /** What each node goes by in both snapshots. */
  readonly ids: ReadonlyMap<number, string>;
  /** What each such id is called. */
  readonly names: ReadonlyMap<string, string>;
}

export function itemsOf(side: Side): Readonly<Record<Group, Items>> {
  return {
    works: worksOf(side),
    citations: linesOf(side, 'cites'),
    claims: claimsOf(side),
    theorems: theoremsOf(side),
    ties: linesOf(side, 'formal'),
    uses: linesOf(side, 'uses'),
    verdicts: verdictsOf(side),
    signers: signersOf(side),
  };
}

/** Works that the other snapshot holds to be one are compared as one: of two titles the first is taken. */
function worksOf({ snapshot: { works, records }, ids, names }: Side): Items {
  const items = new Map<string, Item>();
  const recordsOf = rowsBy(records.node);
  const rowsOfId = rowsBy(works.node.map((node) => ids.get(node) ?? ''));
  for (const [id, rows] of rowsOfId) {
    const sorted = [...rows].sort((a, b) => ((works.id[a] ?? '') < (works.id[b] ?? '') ? -1 : 1));
    const own = sorted.flatMap((row) => recordsOf.get(works.node[row] ?? 0) ?? []);
    const first = (column: readonly (string | null)[]) => firstOf(sorted, column);
    items.set(id, {
      on: id,
      name: names.get(id) ?? id,
      values: [
        sorted.map((row) => works.id[row]).join(', '),
        ...[first(works.title), first(works.authors), first(works.date), first(works.venue)],
        ...[first(works.category), first(works.known), first(works.trust)],
        ...[together(own, records.hash), together(own, records.events)],
      ],
      documents: sorted.map((row) => works.documents[row] ?? '').join(' '),
    });
  }
  return items;
}

function claimsOf({ snapshot: { claims }, ids, names }: Side): Items {
  return new Map(
    claims.node.map((node, row) => {
      const work = ids.get(node) ?? '';
      const on = `${work}#${claims.claim[row]}`;
      const values = [claims.text, claims.kind, claims.status, claims.attestation].map(
        (of) => of[row] ?? null,
      );
      const name = `${claims.claim[row]} of ${names.get(work) ?? work}`;
      return [on, { on, name, values, documents: claims.documents[row] ?? '' }];
    }),
  );
}

function theoremsOf({ snapshot: { theorems }, names }: Side): Items {
  const { title, kind, module, status, stage, sorry, axioms } = theorems;
  const columns = [title, kind, module, status, stage, sorry, axioms];
  return new Map(
    theorems.id.map((id, row) => [
      id,
      {
        ...{ on: id, name: names.get(id) ?? id },
        values: columns.map((of) => of[row] ?? null),
        documents: theorems.documents[row] ?? '',
      },
    ]),
  );
}

/** Works that are one may give one line twice: what they state is put together. */
function linesOf({ snapshot: { lines }, ids, names }: Side, kind: 'cites' | 'formal' | 'uses'): Items {
  const items = new Map<string, Item>();
  lines.kind.forEach((own, row) => {
    const [from, to] = [ids.get(lines.from[row] ?? 0), ids.get(lines.to[row] ?? 0)];
    if (own !== kind || from === undefined || to === undefined || from === to) return;
    const claim = lines.claim[row] ?? null;
    const start = claim === null ? from : `${from}#${claim}`;
    const on = `${start} → ${to}`;
    const known = items.get(on);
    const words = [known?.values[0], lines.stated[row]].filter((text) => text !== null && text !== undefined);
    items.set(on, {
      on,
      name: `${names.get(from) ?? from}${claim === null ? '' : ` (${claim})`} → ${names.get(to) ?? to}`,
      values: [words.length === 0 ? null : [...new Set(words)].sort().join(', ')],
      documents: `${known?.documents ?? ''} ${lines.documents[row] ?? ''}`,
    });
  });
  return items;
}

function verdictsOf({ snapshot: { verdicts, records }, ids, names }: Side): Items {
  const rowOf = new Map(records.record.map((record, row) => [record, row]));
  return new Map(
    verdicts.record.map((record, row) => {
      const at = rowOf.get(record) ?? -1;
      const on = ids.get(records.node[at] ?? 0) ?? record;
      const check = verdicts.check[row] ?? '';
      const name = `${check} of ${names.get(on) ?? on}`;
      const item = {
        on,
        name,
        values: [verdicts.verdict[row] ?? null],
        documents: records.documents[at] ?? '',
      };
      return [`${record} ${check}`, item];
    }),
  );
}

function signersOf({ snapshot: { records }, ids, names }: Side): Items {
  return new Map(
    records.record.map((record, row) => {
      const on = ids.get(records.node[row] ?? 0) ?? record;
      const item = {
        ...{ on, name: names.get(on) ?? on, values: [records.signers[row] ?? null] },
        documents: records.documents[row] ?? '',
      };
      return [record, item];
    }),
  );
}

function rowsBy<Key>(column: readonly Key[]): Map<Key, number[]> {
  const rows = new Map<Key, number[]>();
  column.forEach((key, row) => {
    const own = rows.get(key);
    if (own) own.push(row);
    else rows.set(key, [row]);
  });
  return rows;
}

function firstOf(rows: readonly number[], column: readonly (string | null)[]): string | null {
  for (const row of rows) if (column[row] !== null && column[row] !== undefined) return column[row];
  return null;
}

function together(rows: readonly number[], column: readonly (string | null)[]): string | null {
  const found = rows.flatMap((row) => column[row] ?? []);
  return found.length === 0 ? null : [...new Set(found)].sort().join(', ');
}

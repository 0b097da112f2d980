import type { SnapshotColumns, SnapshotPart, SnapshotTable } from '../queries';

/** All rows of one snapshot. */
export type Snapshot = SnapshotColumns;

type Lists = Record<string, unknown[]>;

const EMPTY: Readonly<Record<SnapshotTable, readonly string[]>> = {
  documents: ['document', 'name', 'sha256'],
  works: [
    ...[
      'node',
      'id',
      'names',
      'title',
      'authors',
      'date',
      'venue',
      'category',
      'known',
      'trust',
      'documents',
    ],
  ],
  claims: ['node', 'claim', 'text', 'kind', 'status', 'attestation', 'documents'],
  theorems: [...['node', 'id', 'title', 'kind', 'module', 'status', 'stage', 'sorry', 'axioms', 'documents']],
  lines: ['kind', 'from', 'to', 'claim', 'stated', 'documents'],
  records: ['node', 'record', 'hash', 'signers', 'events', 'documents'],
  verdicts: ['record', 'check', 'verdict'],
};

/** Puts parts together as they come. */
export class SnapshotBook {
  readonly #tables = Object.fromEntries(
    Object.entries(EMPTY).map(([table, columns]) => [
      table,
      Object.fromEntries(columns.map((column) => [column, [] as unknown[]])),
    ]),
  ) as Record<SnapshotTable, Lists>;

  add({ table, columns }: SnapshotPart): void {
    const lists = this.#tables[table];
    for (const [name, values] of Object.entries(columns as Record<string, readonly unknown[]>)) {
      const list = lists[name];
      if (list) for (const value of values) list.push(value);
    }
  }

  get snapshot(): Snapshot {
    return this.#tables as unknown as Snapshot;
  }
}

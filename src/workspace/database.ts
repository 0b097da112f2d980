import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Entry } from './pack';
import type { Shelf } from './shelf';

/**
 * `begun`: its bytes are being written. `arriving`: they are there, the documents are not in the tables yet. `kept`:
 * they were. `leaving`: its bytes are being removed. What is found begun or leaving at the next start is swept.
 */
export type LoadState = 'begun' | 'arriving' | 'kept' | 'leaving';

export interface LoadRow {
  readonly id: number;
  readonly address: string;
  readonly state: LoadState;
  readonly shelf: 'files' | 'database';
  readonly entries: readonly Entry[];
}

interface Schema extends DBSchema {
  loads: { key: number; value: LoadRow; indexes: { address: string } };
  /** Packs, where there are no private files. */
  packs: { key: number; value: Blob };
}

export type Database = IDBPDatabase<Schema>;

export function openDatabase(): Promise<Database> {
  return openDB<Schema>('corollary', 1, {
    upgrade: (database) => {
      const loads = database.createObjectStore('loads', { keyPath: 'id', autoIncrement: true });
      loads.createIndex('address', 'address');
      database.createObjectStore('packs');
    },
    // Another tab has a newer version of the app: it must not wait for this one.
    blocking: (_current, _wanted, { target }) => (target as IDBDatabase).close(),
  });
}

export async function addRow(database: Database, row: Omit<LoadRow, 'id'>): Promise<number> {
  // The key is the store's to give.
  return database.add('loads', row as LoadRow);
}

/** What was removed meanwhile stays so. */
export async function setState(database: Database, id: number, state: LoadState): Promise<void> {
  const transaction = database.transaction('loads', 'readwrite', { durability: 'strict' });
  const row = await transaction.store.get(id);
  if (row) await transaction.store.put({ ...row, state });
  await transaction.done;
}

/** Packs as Blobs in the database. */
export function shelfIn(database: Database): Shelf {
  return {
    write: async (pack, blobs, signal) => {
      // A Blob of a person's files would point to them; these bytes are to stay as they came.
      const bytes = await new Blob([...blobs]).arrayBuffer();
      signal.throwIfAborted();
      await database.put('packs', new Blob([bytes]), pack);
    },
    read: async (pack) => (await database.get('packs', pack)) ?? null,
    remove: (pack) => database.delete('packs', pack),
  };
}

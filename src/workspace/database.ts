import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Contents } from './pack';
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
}

interface KeptPicture {
  readonly key: string;
  readonly picture: object;
}

interface Schema extends DBSchema {
  loads: { key: number; value: LoadRow; indexes: { address: string } };
  /** By the ids of their loads, and apart from them: a load's state changes, what it holds does not. */
  contents: { key: number; value: Contents };
  /** By address: the picture last stored, and what it is of. */
  pictures: { key: string; value: KeptPicture };
  /** Packs, where there are no private files. */
  packs: { key: number; value: Blob };
}

export type Database = IDBPDatabase<Schema>;

export function openDatabase(): Promise<Database> {
  return openDB<Schema>('corollary', 2, {
    upgrade: (database) => {
      // Version 1 was in no release.
      for (const name of [...database.objectStoreNames]) database.deleteObjectStore(name);
      const loads = database.createObjectStore('loads', { keyPath: 'id', autoIncrement: true });
      loads.createIndex('address', 'address');
      database.createObjectStore('contents');
      database.createObjectStore('pictures');
      database.createObjectStore('packs');
    },
    // Another tab has a newer version of the app: it must not wait for this one.
    blocking: (_current, _wanted, { target }) => (target as IDBDatabase).close(),
  });
}

export async function addRow(
  database: Database,
  row: Omit<LoadRow, 'id'>,
  contents: Contents,
): Promise<number> {
  const transaction = database.transaction(['loads', 'contents'], 'readwrite');
  // The key is the store's to give.
  const id = await transaction.objectStore('loads').add(row as LoadRow);
  await transaction.objectStore('contents').put(contents, id);
  await transaction.done;
  return id;
}

export async function deleteRow(database: Database, id: number): Promise<void> {
  const transaction = database.transaction(['loads', 'contents'], 'readwrite');
  await transaction.objectStore('loads').delete(id);
  await transaction.objectStore('contents').delete(id);
  await transaction.done;
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

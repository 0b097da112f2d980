import { DuckDBAccessMode } from '@duckdb/duckdb-wasm';
import { Failure } from '../model';
import { streamIn } from './arrow-file';
import { FILE_SQL } from './lock';
import type { Tables } from './open';
import { startDatabase } from './start-database';

/**
 * All tables as a DuckDB file (of storage version 1.4 or less), made by a third database in a worker of its own that
 * writes into the browser's private files, which it leaves as they were.
 */
export async function databaseFile(tables: Tables, signal: AbortSignal): Promise<Blob> {
  const folder = await privateFolder();
  const name = `corollary-${crypto.randomUUID()}.duckdb`;
  try {
    await write(tables, name, signal);
    const file = await (await folder.getFileHandle(name)).getFile();
    return new Blob([await file.arrayBuffer()], { type: 'application/vnd.duckdb.file' });
  } finally {
    for (const one of [name, `${name}.wal`]) await folder.removeEntry(one).catch(() => undefined);
  }
}

async function write(tables: Tables, name: string, signal: AbortSignal): Promise<void> {
  const running = await startDatabase({ path: `opfs://${name}`, accessMode: DuckDBAccessMode.READ_WRITE });
  const { database, lifeline } = running;
  const close = () => running.close();
  signal.addEventListener('abort', close, { once: true });
  try {
    signal.throwIfAborted();
    await lifeline.hold(async () => {
      const id = await database.connectInternal();
      await database.runQuery(id, FILE_SQL);
      for (const [table, ipc] of await tables.rows())
        await database.insertArrowFromIPCStream(id, streamIn(ipc), { name: table, create: false });
      await database.runQuery(id, 'CHECKPOINT');
      await database.disconnect(id);
      await database.reset();
    });
  } catch (failure) {
    if (signal.aborted) throw new Failure('cancelled', 'Cancelled.');
    throw failure;
  } finally {
    signal.removeEventListener('abort', close);
    close();
  }
}

async function privateFolder(): Promise<FileSystemDirectoryHandle> {
  try {
    return await navigator.storage.getDirectory();
  } catch (cause) {
    throw new Failure(
      'unreadable',
      'This browser has no private files here, as in a private window; save single tables instead.',
      { cause },
    );
  }
}

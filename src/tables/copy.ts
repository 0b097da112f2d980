import { Failure } from '../model';
import type { Answer } from './answer';
import { streamIn } from './arrow-file';
import { openTables, type Tables } from './open';

/** A person's own SQL, beside everything else. */
export interface Copy {
  read(sql: string, signal: AbortSignal): Promise<Answer>;
  close(): void;
}

/** How long the database is given to stop by itself. */
const PATIENCE = 300;

/**
 * A second database with the same rows, in a worker of its own. A single step of a query can take minutes (a cross
 * join's does), and no step can be interrupted: in the one database, what is drawn would wait for it.
 */
export async function openCopy(tables: Tables, onStopped: () => void): Promise<Copy> {
  const copy = await openTables(onStopped);
  try {
    for (const [table, ipc] of await tables.rows()) await copy.loader.insert(table, streamIn(ipc));
  } catch (failure) {
    copy.close();
    throw failure;
  }
  return { read: (sql, signal) => stoppable(copy, sql, signal, onStopped), close: () => copy.close() };
}

/** Where it does not stop by itself, its worker is ended, and the copy with it. */
async function stoppable(
  copy: Tables,
  sql: string,
  signal: AbortSignal,
  onStopped: () => void,
): Promise<Answer> {
  const end = () => {
    copy.close();
    onStopped();
  };
  if (signal.aborted) throw new Failure('cancelled', 'Cancelled.');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onAbort = () => (timer = setTimeout(end, PATIENCE));
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await copy.read(sql, signal);
  } catch (failure) {
    if (signal.aborted) throw new Failure('cancelled', 'Cancelled.');
    throw failure;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}

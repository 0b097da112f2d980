import { Failure } from '../model';
import { decodeColumns, type Columns } from './connection';
import type { RemoteFile, RemoteUsage } from './remote-blocks';
import { guarded } from './session';
import { startDatabase, type NamedWorker } from './start-database';

/** A DuckDB file that lies on another machine, of which only what is asked for is read. */
export interface Remote {
  /** Of text that holds no words of others: nothing can be bound. */
  query(sql: string): Promise<Columns>;
  usage(): RemoteUsage;
  close(): void;
}

const CONFIG = {
  path: ':memory:',
  filesystem: { reliableHeadRequests: true, allowFullHTTPReads: false, forceFullHTTPReads: false },
} as const;

const LOCK = `
SET autoinstall_known_extensions=false;
SET autoload_known_extensions=false;
SET enable_external_access=false;
SET lock_configuration=true`;

/**
 * In a database of its own, because the other is locked against every network; this one is locked to the one address.
 * Rejects with a Failure `network` whose words say what to do where its host does not give what is needed.
 */
export async function openRemote(file: RemoteFile, onUsage: (usage: RemoteUsage) => void): Promise<Remote> {
  let usage: RemoteUsage = { requests: 0, bytes: 0, kept: 0 };
  const channel = `corpus ${crypto.randomUUID()}`;
  const news = new BroadcastChannel(channel);
  news.addEventListener('message', ({ data }) => {
    usage = data as RemoteUsage;
    onUsage(usage);
  });
  const running = await startDatabase(CONFIG, () => undefined, remoteWorker(file, channel));
  const { database, lifeline } = running;
  const close = () => {
    news.close();
    running.close();
  };
  try {
    const id = await database.connectInternal();
    const run = async (sql: string): Promise<Columns> => {
      try {
        const session = { database, id, lifeline };
        return await guarded(session, sql, async () => decodeColumns(await database.runQuery(id, sql)));
      } catch (cause) {
        throw networkFailure(cause) ?? cause;
      }
    };
    await run(`ATTACH '${file.url.replaceAll("'", '%27')}' AS corpus (READ_ONLY)`);
    await run(LOCK);
    return { query: run, usage: () => usage, close };
  } catch (failure) {
    close();
    throw failure;
  }
}

/** What the worker threw while it read, which the database hands on among words of its own. */
function networkFailure(cause: unknown): Failure | null {
  const words = /Failure: (.+?)"/s.exec(cause instanceof Error ? cause.message : '')?.[1];
  return words === undefined ? null : new Failure('network', words, { cause });
}

function remoteWorker(file: RemoteFile, channel: string): NamedWorker {
  const name = JSON.stringify({ file, channel });
  return {
    name,
    worker: new Worker(new URL('./remote-database.worker.ts', import.meta.url), { type: 'module', name }),
  };
}

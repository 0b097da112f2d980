import { AsyncDuckDB, VoidLogger, type DuckDBConfig } from '@duckdb/duckdb-wasm';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { Lifeline } from './lifeline';

export interface RunningDatabase {
  readonly database: AsyncDuckDB;
  readonly lifeline: Lifeline;
  /** What is under way rejects; nobody is told that it stopped. */
  close(): void;
}

/**
 * DuckDB in a worker of its own. Should it stop by itself, everything that is asked of it rejects, and `onStopped` is
 * called once.
 */
export async function startDatabase(
  config: DuckDBConfig,
  onStopped: () => void = () => undefined,
  { name, worker }: NamedWorker = ownWorker(),
): Promise<RunningDatabase> {
  let isOpen = false;
  const lifeline = new Lifeline(() => {
    worker.terminate();
    if (isOpen) onStopped();
  });
  worker.addEventListener('error', () => lifeline.cut());
  try {
    const database = await lifeline.hold(async () => {
      await isAlive(worker);
      void navigator.locks.request(name, () => lifeline.cut());
      const started = new AsyncDuckDB(new VoidLogger(), worker);
      await started.instantiate(new URL(wasmUrl, import.meta.url).href);
      await started.open(config);
      return started;
    });
    isOpen = true;
    const close = () => {
      isOpen = false;
      lifeline.cut();
    };
    return { database, lifeline, close };
  } catch (failure) {
    worker.terminate();
    throw failure;
  }
}

/** A worker that holds the lock of its name as long as it lives. */
export interface NamedWorker {
  readonly name: string;
  readonly worker: Worker;
}

function ownWorker(): NamedWorker {
  const name = `database ${crypto.randomUUID()}`;
  return {
    name,
    worker: new Worker(new URL('./database.worker.ts', import.meta.url), { type: 'module', name }),
  };
}

function isAlive(worker: Worker): Promise<void> {
  return new Promise((resolve) => worker.addEventListener('message', () => resolve(), { once: true }));
}

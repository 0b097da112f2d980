import { Failure } from '../model';
import { Reader } from './reader';
import { watch } from './worker-life';

/** More would wait for the one that numbers what they read. */
const MOST_READERS = 4;

/** A reader for each core, each in a worker of its own; none where one is enough, or workers cannot start workers. */
export function hireReaders(): Reader[] {
  const count = Math.min(navigator.hardwareConcurrency, MOST_READERS);
  if (count < 2 || typeof Worker === 'undefined') return [];
  return Array.from({ length: count }, hire);
}

function hire(): Reader {
  const name = `reader ${crypto.randomUUID()}`;
  const worker = new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module', name });
  const reader = new Reader(worker, {
    close: () => worker.terminate(),
    onAlive: () => watch(name, () => stop('its worker ended')),
  });
  const stop = (why: string) => reader.stop(new Failure('unreadable', `Reading stopped: ${why}.`));
  worker.onerror = ({ message }) => stop(message || 'its worker could not be started');
  worker.onmessageerror = () => stop('its worker sent something unreadable');
  return reader;
}

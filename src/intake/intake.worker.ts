import { describeFailure, Failure, isCancelled } from '../model';
import type { Source, Wanted, WantedPart } from '../documents';
import { Desk } from './desk';
import type { MergeQuestion } from './merge';
import { hireReaders } from './hire-readers';
import type { FromWorker, ToWorker } from './messages';
import { live } from './worker-life';

interface Run {
  readonly sources: Source[];
  readonly abort: AbortController;
  /** Batches that are not in the tables yet. */
  batches: number;
  onTaken: () => void;
}

/** Batches that may be on their way: where the database is slower than the readers, they wait for it. */
const MOST_BATCHES = 40;

live(() => send({ type: 'alive' }));

const desk = new Desk(hireReaders);
const runs = new Map<number, Run>();
let last: Promise<void> = Promise.resolve();

function send(message: FromWorker, transfer: Transferable[] = []): void {
  postMessage(message, { transfer });
}

function runOf(id: number): Run {
  const run = runs.get(id) ?? {
    sources: [],
    abort: new AbortController(),
    batches: 0,
    onTaken: () => undefined,
  };
  runs.set(id, run);
  return run;
}

async function open(id: number, run: Run, isMoreToCome: boolean): Promise<void> {
  const { sources, abort } = run;
  const delivery = await desk.open(sources, {
    signal: abort.signal,
    isMoreToCome,
    onRead: () => send({ type: 'read', run: id }),
    onProgress: (progress) => {
      send({ type: 'progress', run: id, progress });
    },
    onBatch: async (batch) => {
      send({ type: 'batch', run: id, batch }, [batch[1].buffer]);
      run.batches += 1;
      while (run.batches >= MOST_BATCHES) await new Promise<void>((resolve) => (run.onTaken = resolve));
    },
  });
  send(
    { type: 'done', run: id, delivery },
    delivery.batches.map(([, ipc]) => ipc.buffer),
  );
}

async function checkAgain(id: number, { sources, abort }: Run): Promise<void> {
  const rechecking = await desk.checkAgain(sources, {
    signal: abort.signal,
    onProgress: (progress) => {
      send({ type: 'progress', run: id, progress });
    },
  });
  send({ type: 'rechecked', run: id, rechecking });
}

async function merge(id: number, { sources, abort }: Run, question: MergeQuestion): Promise<void> {
  send({ type: 'merged', run: id, merging: await desk.merge(sources, question, abort.signal) });
}

async function readAgain(id: number, { sources, abort }: Run, wanted: Wanted): Promise<void> {
  const original = await desk.original(sources, wanted, abort.signal);
  send({ type: 'original', run: id, original }, original ? [original.bytes.buffer] : []);
}

async function readParts(id: number, { sources, abort }: Run, wanted: readonly WantedPart[]): Promise<void> {
  const parts = await desk.parts(sources, wanted, abort.signal);
  send(
    { type: 'parts', run: id, parts },
    parts.map(({ bytes }) => bytes.buffer),
  );
}

async function readLists(id: number, { sources, abort }: Run): Promise<void> {
  send({ type: 'lists', run: id, lists: await desk.lists(sources, abort.signal) });
}

/** Ends a run with what it sends, or with its failure. */
async function finish(id: number, work: (run: Run) => Promise<void>): Promise<void> {
  try {
    await work(runOf(id));
  } catch (failure) {
    const known = failure instanceof Failure ? failure.kind : 'unreadable';
    const kind = isCancelled(failure) ? 'cancelled' : known;
    send({ type: 'failed', run: id, kind, message: describeFailure(failure) });
  } finally {
    runs.delete(id);
  }
}

onmessage = ({ data }: MessageEvent<ToWorker>) => {
  switch (data.type) {
    case 'sources':
      runOf(data.run).sources.push(...data.sources);
      break;
    case 'open':
      last = last.then(() => finish(data.run, (run) => open(data.run, run, data.isMoreToCome)));
      break;
    case 'original':
      void finish(data.run, (run) => readAgain(data.run, run, data.wanted));
      break;
    case 'parts':
      void finish(data.run, (run) => readParts(data.run, run, data.wanted));
      break;
    case 'lists':
      void finish(data.run, (run) => readLists(data.run, run));
      break;
    case 'recheck':
      last = last.then(() => finish(data.run, (run) => checkAgain(data.run, run)));
      break;
    case 'merge':
      void finish(data.run, (run) => merge(data.run, run, data.question));
      break;
    case 'say':
      desk.say(data.kinds);
      break;
    case 'trust':
      desk.trust(data.keys);
      break;
    case 'taken': {
      const run = runs.get(data.run);
      if (!run) break;
      run.batches -= 1;
      run.onTaken();
      break;
    }
    case 'cancel':
      runs.get(data.run)?.abort.abort();
      break;
  }
};

import { describeFailure, Failure, isCancelled } from '../model';
import type { Source, Wanted, WantedPart } from '../documents';
import { Desk } from './desk';
import type { MergeQuestion } from './merge';
import type { FromWorker, ToWorker } from './messages';

interface Run {
  readonly sources: Source[];
  readonly abort: AbortController;
}

void navigator.locks.request(self.name, () => {
  send({ type: 'alive' });
  return new Promise<never>(() => undefined);
});

const desk = new Desk();
const runs = new Map<number, Run>();
let last: Promise<void> = Promise.resolve();

function send(message: FromWorker, transfer: Transferable[] = []): void {
  postMessage(message, { transfer });
}

function runOf(id: number): Run {
  const run = runs.get(id) ?? { sources: [], abort: new AbortController() };
  runs.set(id, run);
  return run;
}

async function open(id: number, { sources, abort }: Run): Promise<void> {
  const delivery = await desk.open(sources, {
    signal: abort.signal,
    onProgress: (progress) => {
      send({ type: 'progress', run: id, progress });
    },
    onBatch: (batch) => {
      send({ type: 'batch', run: id, batch }, [batch[1].buffer]);
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
      last = last.then(() => finish(data.run, (run) => open(data.run, run)));
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
    case 'cancel':
      runs.get(data.run)?.abort.abort();
      break;
  }
};

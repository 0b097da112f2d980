import { describeFailure, Failure, isCancelled } from '../model';
import { Desk } from './desk';
import type { FromWorker, ToWorker } from './messages';

const desk = new Desk();
const running = new Map<number, AbortController>();
let last: Promise<void> = Promise.resolve();

function send(message: FromWorker, transfer: Transferable[] = []): void {
  postMessage(message, { transfer });
}

async function open(
  run: number,
  message: ToWorker & { type: 'open' },
  abort: AbortController,
): Promise<void> {
  try {
    const delivery = await desk.open(message.sources, {
      signal: abort.signal,
      onProgress: (progress) => {
        send({ type: 'progress', run, progress });
      },
    });
    send(
      { type: 'done', run, delivery },
      delivery.batches.map(([, ipc]) => ipc.buffer),
    );
  } catch (failure) {
    const kind = isCancelled(failure)
      ? 'cancelled'
      : failure instanceof Failure
        ? failure.kind
        : 'unreadable';
    send({ type: 'failed', run, kind, message: describeFailure(failure) });
  } finally {
    running.delete(run);
  }
}

onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'cancel') {
    running.get(data.run)?.abort();
    return;
  }
  const abort = new AbortController();
  running.set(data.run, abort);
  last = last.then(() => open(data.run, data, abort));
};

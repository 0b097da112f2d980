import { Failure } from '../model';
import type { Source } from '../documents';
import type { OpenOptions } from './desk';
import type { Delivery } from './ledger';
import type { FromWorker, ToWorker } from './messages';

interface Waiting {
  readonly resolve: (delivery: Delivery) => void;
  readonly reject: (failure: Failure) => void;
  readonly onProgress: OpenOptions['onProgress'];
  readonly onBatch: OpenOptions['onBatch'];
}

const PIECE = 500;

/** The page's end of the intake worker. */
export class Intake {
  readonly #worker = new Worker(new URL('./intake.worker.ts', import.meta.url), {
    type: 'module',
    name: 'intake',
  });
  readonly #waiting = new Map<number, Waiting>();
  #runs = 0;

  constructor() {
    this.#worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      this.#receive(data);
    };
    this.#worker.onerror = (event) => {
      this.#failAll(
        `The intake worker stopped: ${event.message || 'it could not be started'}. Reload the page.`,
      );
    };
    this.#worker.onmessageerror = () => {
      this.#failAll('The intake worker sent something unreadable. Reload the page.');
    };
  }

  open(sources: readonly Source[], { signal, onProgress, onBatch }: OpenOptions): Promise<Delivery> {
    const run = ++this.#runs;
    return new Promise((resolve, reject) => {
      this.#waiting.set(run, { resolve, reject, onProgress, onBatch });
      signal.addEventListener('abort', () => {
        this.#send({ type: 'cancel', run });
      });
      void this.#sendAll(run, sources);
    });
  }

  async #sendAll(run: number, sources: readonly Source[]): Promise<void> {
    for (let at = 0; at < sources.length; at += PIECE) {
      this.#send({ type: 'sources', run, sources: sources.slice(at, at + PIECE) });
      await new Promise((resolve) => setTimeout(resolve));
    }
    this.#send({ type: 'open', run });
  }

  close(): void {
    this.#worker.terminate();
  }

  #send(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  #receive(message: FromWorker): void {
    const waiting = this.#waiting.get(message.run);
    if (!waiting) return;
    switch (message.type) {
      case 'progress':
        waiting.onProgress(message.progress);
        return;
      case 'batch':
        waiting.onBatch(message.batch);
        return;
      case 'done':
        waiting.resolve(message.delivery);
        break;
      case 'failed':
        waiting.reject(new Failure(message.kind, message.message));
        break;
    }
    this.#waiting.delete(message.run);
  }

  #failAll(message: string): void {
    for (const { reject } of this.#waiting.values()) reject(new Failure('unreadable', message));
    this.#waiting.clear();
  }
}

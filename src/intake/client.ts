import type { TrustedKey } from '../checks';
import { Failure } from '../model';
import type { FoundPart, Original, Source, Wanted, WantedPart } from '../documents';
import type { OpenOptions } from './desk';
import type { Kinds } from './kinds';
import type { Delivery } from './ledger';
import type { WorkList } from './lists';
import type { FromWorker, ToWorker } from './messages';
import type { Merging, MergeQuestion } from './merge';
import type { Rechecking } from './recheck';
import { watch } from './worker-life';

/** A run under way: what it takes on the way, and how it ends. */
interface Waiting {
  readonly onProgress?: OpenOptions['onProgress'];
  readonly onBatch?: OpenOptions['onBatch'];
  readonly onRead?: OpenOptions['onRead'];
  readonly done?: (delivery: Delivery) => void;
  readonly rechecked?: (rechecking: Rechecking) => void;
  readonly merged?: (merging: Merging) => void;
  readonly original?: (original: Original | null) => void;
  readonly parts?: (parts: readonly FoundPart[]) => void;
  readonly lists?: (lists: readonly WorkList[]) => void;
  readonly reject: (failure: Failure) => void;
}

const PIECE = 500;

/** The page's end of the intake worker. Should that stop, all that is under way rejects, and `onStopped` is called once. */
export class Intake {
  readonly #name = `intake ${crypto.randomUUID()}`;
  readonly #worker = new Worker(new URL('./intake.worker.ts', import.meta.url), {
    type: 'module',
    name: this.#name,
  });
  readonly #onStopped: () => void;
  #isStopped = false;
  readonly #waiting = new Map<number, Waiting>();
  #runs = 0;

  constructor(onStopped: () => void = () => undefined) {
    this.#onStopped = onStopped;
    this.#worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      this.#receive(data);
    };
    this.#worker.onerror = (event) => {
      this.#stop(`Reading stopped: ${event.message || 'its worker could not be started'}.`);
    };
    this.#worker.onmessageerror = () => {
      this.#stop('Reading stopped: its worker sent something unreadable.');
    };
  }

  open(
    sources: readonly Source[],
    { signal, onProgress, onBatch, onRead, isMoreToCome = false }: OpenOptions,
  ): Promise<Delivery> {
    return new Promise((done, reject) => {
      const run = this.#begin({ done, reject, onProgress, onBatch, onRead });
      signal.addEventListener('abort', () => {
        this.#send({ type: 'cancel', run });
      });
      void this.#sendAll(run, sources).then(() => {
        this.#send({ type: 'open', run, isMoreToCome });
      });
    });
  }

  /** The keys under which events are verified from now on. */
  trust(keys: readonly TrustedKey[]): void {
    this.#send({ type: 'trust', keys });
  }

  /** What a person says that documents are, by their names, from now on. */
  say(kinds: Kinds): void {
    this.#send({ type: 'say', kinds });
  }

  /** All verdicts again, from the sources as they are now and under the keys that are trusted now. */
  checkAgain(
    sources: readonly Source[],
    { signal, onProgress }: Omit<OpenOptions, 'onBatch'>,
  ): Promise<Rechecking> {
    return new Promise((rechecked, reject) => {
      const run = this.#begin({ rechecked, reject, onProgress });
      signal.addEventListener('abort', () => {
        this.#send({ type: 'cancel', run });
      });
      void this.#sendAll(run, sources).then(() => {
        this.#send({ type: 'recheck', run });
      });
    });
  }

  /** One document again from its source, checked anew; null where it is not there any more. */
  original(sources: readonly Source[], wanted: Wanted): Promise<Original | null> {
    return new Promise((original, reject) => {
      const run = this.#begin({ original, reject });
      void this.#sendAll(run, sources).then(() => {
        this.#send({ type: 'original', run, wanted });
      });
    });
  }

  /** Documents as they came, or the lines of them that are needed. */
  parts(
    sources: readonly Source[],
    wanted: readonly WantedPart[],
    signal: AbortSignal,
  ): Promise<readonly FoundPart[]> {
    return new Promise((parts, reject) => {
      const run = this.#begin({ parts, reject });
      signal.addEventListener('abort', () => {
        this.#send({ type: 'cancel', run });
      });
      void this.#sendAll(run, sources).then(() => {
        this.#send({ type: 'parts', run, wanted });
      });
    });
  }

  /** The lists of works in formats of others among what is to be opened, to be looked at before. */
  lists(sources: readonly Source[], signal: AbortSignal): Promise<readonly WorkList[]> {
    return new Promise((lists, reject) => {
      const run = this.#begin({ lists, reject });
      signal.addEventListener('abort', () => {
        this.#send({ type: 'cancel', run });
      });
      void this.#sendAll(run, sources).then(() => {
        this.#send({ type: 'lists', run });
      });
    });
  }

  /** What the documents of one record come to. */
  merge(sources: readonly Source[], question: MergeQuestion): Promise<Merging> {
    return new Promise((merged, reject) => {
      const run = this.#begin({ merged, reject });
      void this.#sendAll(run, sources).then(() => {
        this.#send({ type: 'merge', run, question });
      });
    });
  }

  #begin(waiting: Waiting): number {
    const run = ++this.#runs;
    if (this.#isStopped) waiting.reject(new Failure('unreadable', 'Reading was stopped.'));
    else this.#waiting.set(run, waiting);
    return run;
  }

  async #sendAll(run: number, sources: readonly Source[]): Promise<void> {
    for (let at = 0; at < sources.length; at += PIECE) {
      this.#send({ type: 'sources', run, sources: sources.slice(at, at + PIECE) });
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  close(): void {
    this.#isStopped = true;
    this.#worker.terminate();
    this.#failAll('Reading was stopped.');
  }

  #stop(message: string): void {
    if (this.#isStopped) return;
    this.#isStopped = true;
    this.#worker.terminate();
    this.#failAll(message);
    this.#onStopped();
  }

  #send(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  #receive(message: FromWorker): void {
    if (message.type === 'alive')
      return watch(this.#name, () => this.#stop('Reading stopped: its worker ended.'));
    const waiting = this.#waiting.get(message.run);
    if (!waiting) return;
    switch (message.type) {
      case 'progress':
        waiting.onProgress?.(message.progress);
        return;
      case 'read':
        waiting.onRead?.();
        return;
      case 'batch':
        void Promise.resolve(waiting.onBatch?.(message.batch)).then(() =>
          this.#send({ type: 'taken', run: message.run }),
        );
        return;
      case 'done':
        waiting.done?.(message.delivery);
        break;
      case 'rechecked':
        waiting.rechecked?.(message.rechecking);
        break;
      case 'merged':
        waiting.merged?.(message.merging);
        break;
      case 'original':
        waiting.original?.(message.original);
        break;
      case 'parts':
        waiting.parts?.(message.parts);
        break;
      case 'lists':
        waiting.lists?.(message.lists);
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

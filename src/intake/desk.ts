import { openKeys, type KeyRing, type TrustedKey } from '../checks';
import { Failure } from '../model';
import {
  inOrder,
  nothingIn,
  readOriginal,
  readParts,
  readSources,
  type FoundPart,
  type Original,
  type Progress,
  type Source,
  type Wanted,
  type WantedPart,
} from '../documents';
import { checkUnder } from './check-under';
import type { Batch } from './encode';
import type { Kinds } from './kinds';
import { Ledger, type Delivery } from './ledger';
import { readLists, type WorkList } from './lists';
import { mergeDocuments, type Merging, type MergeQuestion } from './merge';
import { isLarge, parcelsFrom, parcelsHere } from './parcels';
import type { Parcel, Reader } from './reader';
import type { Rechecking } from './recheck';
import { Sheet } from './sheet';

export interface OpenOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
  /** Takes evidence while the rest is being read, which waits where that is not done at once. */
  readonly onBatch: (batch: Batch) => Promise<void> | void;
  /** All is read: from here on it cannot be cancelled. */
  readonly onRead?: () => void;
  /** Whether more is opened next, so that the readers wait for it. */
  readonly isMoreToCome?: boolean;
}

/** Sheets whose evidence may be on its way at once. */
const SHEETS_AT_ONCE = 3;
/** Readers that wait for more and are given nothing for so long are let go. */
const IDLE_MILLISECONDS = 5000;

/** The class behind the worker's socket: one at a time, it reads, checks and makes rows. */
export class Desk {
  readonly #ledger = new Ledger();
  readonly #hire: () => Reader[];
  #readers: Reader[] = [];
  #idle: ReturnType<typeof setTimeout> | undefined;
  #kinds: Kinds = {};
  #keys: readonly TrustedKey[] = [];
  #ring: Promise<KeyRing> = openKeys([]);

  /** Of readers that much is read with, beside each other; where there are none it reads all by itself. */
  constructor(hire: () => Reader[] = () => []) {
    this.#hire = hire;
  }

  /** The keys under which events are verified from now on. */
  trust(keys: readonly TrustedKey[]): void {
    this.#keys = keys;
    this.#ring = openKeys(keys);
  }

  /** What a person says that documents are, by their names, from now on. */
  say(kinds: Kinds): void {
    this.#kinds = kinds;
  }

  async open(sources: readonly Source[], options: OpenOptions): Promise<Delivery> {
    const startedAt = performance.now();
    const draft = this.#ledger.draft();
    const { signal, onBatch } = options;
    const stop = () => this.#letGo();
    signal.addEventListener('abort', stop);
    try {
      const evidence = inOrder(
        this.#parcels(sources, options),
        (parcel) => parcel.encode(draft.add(parcel.head)),
        SHEETS_AT_ONCE,
      );
      for await (const batches of evidence) for (const batch of batches) await onBatch(batch);
      // What was asked meanwhile is heard first: settling goes on in one piece.
      await new Promise((resolve) => setTimeout(resolve));
      signal.throwIfAborted();
      options.onRead?.();
    } catch (failure) {
      this.#letGo();
      throw failure;
    } finally {
      signal.removeEventListener('abort', stop);
    }
    if (!options.isMoreToCome) this.#letGo();
    else if (this.#readers.length > 0) this.#idle = setTimeout(() => this.#letGo(), IDLE_MILLISECONDS);
    if (draft.isEmpty) {
      const sheet = new Sheet();
      sheet.add(await nothingIn(sources));
      draft.add(sheet.head);
    }
    return this.#ledger.settle(draft, startedAt);
  }

  #parcels(sources: readonly Source[], { signal, onProgress }: OpenOptions): AsyncGenerator<Parcel> {
    const readers = isLarge(sources) ? this.#hired() : [];
    if (readers.length > 1) return parcelsFrom(readers, sources, onProgress);
    return parcelsHere(sources, { signal, onProgress, check: checkUnder(this.#ring), as: this.#kinds });
  }

  #hired(): readonly Reader[] {
    clearTimeout(this.#idle);
    if (this.#readers.length === 0) this.#readers = this.#hire();
    for (const reader of this.#readers) reader.begin(this.#keys, this.#kinds);
    return this.#readers;
  }

  #letGo(): void {
    for (const reader of this.#readers) reader.stop(new Failure('cancelled', 'Reading was cancelled.'));
    this.#readers = [];
  }

  /** All verdicts again, from the sources as they are now and under the keys that are trusted now. */
  async checkAgain(
    sources: readonly Source[],
    { signal, onProgress }: Omit<OpenOptions, 'onBatch'>,
  ): Promise<Rechecking> {
    const recheck = this.#ledger.recheck();
    const check = checkUnder(this.#ring);
    for await (const document of readSources(sources, { signal, onProgress, check })) recheck.add(document);
    return recheck.finish();
  }

  /** One document again from its source, checked anew; null where it is not there any more. */
  original(sources: readonly Source[], wanted: Wanted, signal: AbortSignal): Promise<Original | null> {
    return readOriginal(sources, wanted, { signal, check: checkUnder(this.#ring) });
  }

  /** Documents as they came, or the lines of them that are needed. */
  parts(
    sources: readonly Source[],
    wanted: readonly WantedPart[],
    signal: AbortSignal,
  ): Promise<FoundPart[]> {
    return readParts(sources, wanted, signal);
  }

  /** The lists of works in formats of others among what is to be opened, to be looked at before. */
  lists(sources: readonly Source[], signal: AbortSignal): Promise<WorkList[]> {
    return readLists(sources, { signal, kinds: this.#kinds });
  }

  /** What the documents of one record come to. */
  async merge(sources: readonly Source[], question: MergeQuestion, signal: AbortSignal): Promise<Merging> {
    return mergeDocuments(sources, question, { signal, ring: await this.#ring });
  }
}

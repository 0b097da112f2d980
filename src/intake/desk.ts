import { checkRecord, checkSignatures, openKeys, type KeyRing, type TrustedKey } from '../checks';
import {
  readOriginal,
  readParts,
  readSources,
  type DocumentKind,
  type Evidence,
  type FoundPart,
  type Original,
  type Progress,
  type Source,
  type Wanted,
  type WantedPart,
} from '../documents';
import type { Batch } from './encode';
import { Ledger, type Delivery } from './ledger';
import { readLists, type WorkList } from './lists';
import { mergeDocuments, type Merging, type MergeQuestion } from './merge';
import type { Rechecking } from './recheck';

/** By the names of documents. */
export type Kinds = Readonly<Record<string, DocumentKind>>;

export interface OpenOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
  /** Takes evidence while the rest is being read. */
  readonly onBatch: (batch: Batch) => void;
}

/** The class behind the worker's socket: one at a time, it reads, checks and makes rows. */
export class Desk {
  readonly #ledger = new Ledger();
  #kinds: Kinds = {};
  #ring: Promise<KeyRing> = openKeys([]);

  /** The keys under which events are verified from now on. */
  trust(keys: readonly TrustedKey[]): void {
    this.#ring = openKeys(keys);
  }

  /** What a person says that documents are, by their names, from now on. */
  say(kinds: Kinds): void {
    this.#kinds = kinds;
  }

  async open(sources: readonly Source[], { signal, onProgress, onBatch }: OpenOptions): Promise<Delivery> {
    const startedAt = performance.now();
    const draft = this.#ledger.draft();
    const options = { signal, onProgress, check: this.#check, as: this.#kinds };
    for await (const document of readSources(sources, options)) {
      draft.add(document);
      for (const batch of draft.takeEvidence({ isLast: false })) onBatch(batch);
    }
    signal.throwIfAborted();
    return this.#ledger.settle(draft, startedAt);
  }

  /** All verdicts again, from the sources as they are now and under the keys that are trusted now. */
  async checkAgain(
    sources: readonly Source[],
    { signal, onProgress }: Omit<OpenOptions, 'onBatch'>,
  ): Promise<Rechecking> {
    const recheck = this.#ledger.recheck();
    for await (const document of readSources(sources, { signal, onProgress, check: this.#check }))
      recheck.add(document);
    return recheck.finish();
  }

  /** One document again from its source, checked anew; null where it is not there any more. */
  original(sources: readonly Source[], wanted: Wanted, signal: AbortSignal): Promise<Original | null> {
    return readOriginal(sources, wanted, { signal, check: this.#check });
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

  readonly #check = async (evidence: Evidence) => [
    ...checkRecord(evidence),
    ...(await checkSignatures(evidence, await this.#ring)),
  ];
}

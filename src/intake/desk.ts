import { checkRecord } from '../checks';
import {
  readOriginal,
  readSources,
  type Original,
  type Progress,
  type Source,
  type Wanted,
} from '../documents';
import type { Batch } from './encode';
import { Ledger, type Delivery } from './ledger';

export interface OpenOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
  /** Takes evidence while the rest is being read. */
  readonly onBatch: (batch: Batch) => void;
}

/** The class behind the worker's socket: one at a time, it reads, checks and makes rows. */
export class Desk {
  readonly #ledger = new Ledger();

  async open(sources: readonly Source[], { signal, onProgress, onBatch }: OpenOptions): Promise<Delivery> {
    const startedAt = performance.now();
    const draft = this.#ledger.draft();
    for await (const document of readSources(sources, { signal, onProgress, check: checkRecord })) {
      draft.add(document);
      for (const batch of draft.takeEvidence({ isLast: false })) onBatch(batch);
    }
    signal.throwIfAborted();
    return this.#ledger.settle(draft, startedAt);
  }

  /** One document again from its source, checked anew; null where it is not there any more. */
  original(sources: readonly Source[], wanted: Wanted, signal: AbortSignal): Promise<Original | null> {
    return readOriginal(sources, wanted, { signal, check: checkRecord });
  }
}

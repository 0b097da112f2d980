import type { TrustedKey } from '../checks';
import type { Progress, Source } from '../documents';
import { Failure } from '../model';
import type { Kinds } from './kinds';
import type { Batch } from './encode';
import type { FromReader, Port, ToReader } from './reader-messages';
import type { Numbers, SheetHead } from './sheet';

/** A sheet as its reader gives it: its evidence comes for the numbers of its documents and names. */
export interface Parcel {
  readonly head: SheetHead;
  encode(numbers: Numbers): Promise<readonly Batch[]>;
}

/** Of whoever made the other end. */
interface Hold {
  readonly close: () => void;
  readonly onAlive: () => void;
}

interface Encoding {
  readonly resolve: (batches: readonly Batch[]) => void;
  readonly reject: (failure: Failure) => void;
}

interface Run {
  readonly heads: (SheetHead | null)[];
  readonly onProgress: (progress: Progress) => void;
}

/** A reader that works beside this one: it reads the runs it is given in their order, and their sheets are to be taken in it. */
export class Reader {
  readonly #port: Port<ToReader, FromReader>;
  readonly #close: () => void;
  readonly #onAlive: () => void;
  /** Runs that are not read to their end. */
  readonly #runs: Run[] = [];
  readonly #encoding: Encoding[] = [];
  #failure: Failure | null = null;
  #onNews: () => void = () => undefined;

  constructor(port: Port<ToReader, FromReader>, { close, onAlive }: Hold) {
    this.#port = port;
    this.#close = close;
    this.#onAlive = onAlive;
    port.onmessage = ({ data }) => this.#receive(data);
  }

  begin(keys: readonly TrustedKey[], kinds: Kinds): void {
    this.#port.postMessage({ type: 'begin', keys, kinds }, []);
  }

  /** Begins at once. */
  read(sources: readonly Source[], onProgress: Run['onProgress']): AsyncGenerator<Parcel> {
    const run: Run = { heads: [], onProgress };
    this.#runs.push(run);
    this.#port.postMessage({ type: 'read', sources }, []);
    return this.#parcels(run);
  }

  /** What is under way rejects with this. */
  stop(failure: Failure): void {
    if (this.#failure) return;
    this.#failure = failure;
    this.#close();
    for (const { reject } of this.#encoding) reject(failure);
    this.#onNews();
  }

  async *#parcels({ heads }: Run): AsyncGenerator<Parcel> {
    for (;;) {
      while (heads.length === 0 && !this.#failure)
        await new Promise<void>((resolve) => (this.#onNews = resolve));
      if (this.#failure) throw this.#failure;
      const head = heads.shift() ?? null;
      if (head === null) return;
      yield { head, encode: (numbers) => this.#encode(numbers) };
    }
  }

  #encode(numbers: Numbers): Promise<readonly Batch[]> {
    if (this.#failure) return Promise.reject(this.#failure);
    const encoding = new Promise<readonly Batch[]>((resolve, reject) => {
      this.#encoding.push({ resolve, reject });
      this.#port.postMessage({ type: 'numbers', numbers }, []);
    });
    // Others are awaited before it, and may end everything.
    encoding.catch(() => undefined);
    return encoding;
  }

  #receive(message: FromReader): void {
    switch (message.type) {
      case 'alive':
        this.#onAlive();
        break;
      case 'progress':
        this.#runs[0]?.onProgress(message.progress);
        break;
      case 'sheet':
        this.#runs[0]?.heads.push(message.head);
        this.#onNews();
        break;
      case 'end':
        this.#runs.shift()?.heads.push(null);
        this.#onNews();
        break;
      case 'evidence':
        this.#encoding.shift()?.resolve(message.batches);
        break;
      case 'failed':
        this.stop(new Failure('unreadable', `Reading stopped: ${message.message}`));
        break;
    }
  }
}

import type { TrustedKey } from '../checks';
import type { Progress, Source } from '../intake';
import { describeFailure, isCancelled } from '../model';
import type { Arrival } from './keeping.svelte';
import type { Library } from './library.svelte';

export type StageState = 'empty' | 'reading' | 'checking' | 'loading' | 'ready' | 'failed';

/** Where the app is between empty and ready, and what a load under way says of itself. */
export class Loading {
  #state = $state.raw<StageState>('empty');
  #progress = $state.raw<Progress | null>(null);
  #failure = $state.raw<string | null>(null);
  #abort: AbortController | null = null;
  #underWay = 0;
  readonly #library: Library;

  constructor(library: Library) {
    this.#library = library;
  }

  get state(): StageState {
    return this.#state;
  }

  get progress(): Progress | null {
    return this.#progress;
  }

  get failure(): string | null {
    return this.#failure;
  }

  /** Whether what is in the tables, or is kept, is changing. */
  get isUnderWay(): boolean {
    return this.#underWay > 0;
  }

  enter(state: StageState): void {
    this.#state = state;
  }

  /** Stops reading; what was loaded before stays as it was. */
  cancel(): void {
    this.#abort?.abort();
  }

  /** While a stored picture is shown, the state stays `loading`. What is to be kept is kept while it is read. */
  async load(sources: readonly Source[], keep?: (signal: AbortSignal) => Promise<Arrival | null>) {
    const isQuiet = this.#state === 'loading';
    const abort = new AbortController();
    this.#abort = abort;
    this.#failure = null;
    if (!isQuiet) this.#state = 'reading';
    this.#underWay += 1;
    const keeping = keep?.(abort.signal).catch(() => null);
    try {
      const delivery = await this.#library.load(sources, {
        signal: abort.signal,
        onProgress: (progress) => {
          this.#progress = progress;
          if (!isQuiet) this.#state = progress.phase;
        },
        onLoading: () => {
          this.#abort = null;
          this.#state = 'loading';
        },
      });
      const arrival = await keeping;
      await (delivery.report.documents > 0 ? arrival?.settle() : arrival?.remove());
      return delivery;
    } catch (failure) {
      await (await keeping)?.remove();
      throw failure;
    } finally {
      this.#underWay -= 1;
      this.#progress = null;
    }
  }

  /** Makes all verdicts under these keys; after a cancel or a failure those before stand. */
  async trust(keys: readonly TrustedKey[]): Promise<void> {
    const before = this.#state;
    const abort = new AbortController();
    this.#abort = abort;
    this.#underWay += 1;
    try {
      await this.#library.trust(keys, {
        signal: abort.signal,
        onProgress: (progress) => {
          this.#progress = progress;
          this.#state = 'checking';
        },
        onLoading: () => {
          this.#abort = null;
        },
      });
    } finally {
      this.#underWay -= 1;
      this.#progress = null;
      this.#state = before;
    }
  }

  /** After a cancel the app is as it was; else this is the failed state, or, where something is drawn, said. */
  fail(failure: unknown, hasPicture: boolean, say: (text: string) => void): void {
    this.#state = hasPicture ? 'ready' : isCancelled(failure) ? 'empty' : 'failed';
    if (isCancelled(failure)) return;
    if (hasPicture) say(describeFailure(failure));
    else this.#failure = describeFailure(failure);
  }
}

import type { TrustedKey } from '../checks';
import type { Source } from '../intake';
import { describeFailure, isCancelled } from '../model';
import type { Arrival } from './keeping.svelte';
import type { Library, LoadWatch } from './library.svelte';
import {
  PartsProgress,
  partsOf,
  together,
  withShare,
  type Brought,
  type LoadProgress,
  type Span,
} from './parts';

export type StageState = 'empty' | 'reading' | 'checking' | 'loading' | 'ready' | 'failed';

interface LoadSteps {
  readonly keep?: (part: readonly Source[], signal: AbortSignal) => Promise<Arrival | null>;
  readonly onFirst?: () => Promise<void>;
}

interface PartWatch extends LoadWatch {
  readonly keep: ((signal: AbortSignal) => Promise<Arrival | null>) | undefined;
}

/** Where the app is between empty and ready, and what a load under way says of itself. */
export class Loading {
  #state = $state.raw<StageState>('empty');
  #progress = $state.raw<LoadProgress | null>(null);
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

  get progress(): LoadProgress | null {
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

  /**
   * While a stored picture is shown, the state stays `loading`. What is to be kept is kept while it is read. A large drop
   * goes in part by part, under one progress and one Cancel, which leaves the parts that are in; `onFirst` is awaited
   * when the first is. In the list many small files are put together.
   */
  async load(sources: Source[], { keep, onFirst }: LoadSteps = {}): Promise<Brought> {
    const isQuiet = this.#state === 'loading';
    const abort = new AbortController();
    const parts = partsOf(sources.length);
    const progress = new PartsProgress(parts);
    const gathered = async (part: Span | undefined) => {
      if (part && parts.length > 1) await (await import('./gather')).gather(sources, part);
    };
    let ready = gathered(parts[0]);
    let brought: Brought | null = null;
    let left = sources.length;
    this.#failure = null;
    this.#underWay += 1;
    try {
      for (const [place, { from, to }] of parts.entries()) {
        this.#abort = abort;
        if (!isQuiet) this.#state = 'reading';
        await ready;
        const part = sources.slice(from, to);
        const isMoreToCome = place < parts.length - 1;
        ready = gathered(parts[place + 1]);
        const delivery = await this.#loadPart(part, {
          keep: keep && ((signal) => keep(part, signal)),
          before: brought,
          isMoreToCome,
          signal: abort.signal,
          onProgress: (now) => {
            this.#progress = progress.of(now);
            if (!isQuiet) this.#state = this.#progress.files < sources.length ? 'reading' : now.phase;
          },
          onLoading: () => {
            if (isMoreToCome) return;
            this.#abort = null;
            this.#state = 'loading';
          },
        });
        left -= part.length;
        progress.next();
        const isFirst = brought === null;
        brought = brought ? { ...together(brought, delivery), left } : { ...delivery, left };
        // What cannot be drawn yet, or at all, is said of the whole.
        if (isFirst && left > 0 && !isQuiet) await onFirst?.().catch(() => undefined);
      }
      return brought as Brought;
    } catch (failure) {
      if (brought && isCancelled(failure)) return brought;
      throw failure;
    } finally {
      this.#abort = null;
      this.#underWay -= 1;
      this.#progress = null;
    }
  }

  async #loadPart(part: readonly Source[], { keep, ...watch }: PartWatch) {
    watch.signal.throwIfAborted();
    const keeping = keep?.(watch.signal).catch(() => null);
    try {
      const delivery = await this.#library.load(part, watch);
      const arrival = await keeping;
      await (delivery.report.documents > 0 ? arrival?.settle() : arrival?.remove());
      return delivery;
    } catch (failure) {
      await (await keeping)?.remove();
      throw failure;
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
          this.#progress = withShare(progress);
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

import { Failure } from '../model';

/** What is read sooner goes without a sign. */
const PATIENCE = 500;

/** Of how many works is it known that they are wanted, and how many of them are read. */
export interface ReadWorks {
  readonly read: number;
  readonly of: number;
}

/** What reads looks here whether it is to go on, and tells how far it is. */
export interface ReadingWatch {
  readonly signal: AbortSignal;
  /** Whether somebody still waits for it; what is under way may be finished. */
  readonly isWanted: () => boolean;
  /** So many works more are wanted. */
  readonly want: (works: number) => void;
  /** So many of them are read. */
  readonly got: (works: number) => void;
}

/** A person stopped it. */
export class ReadingStopped extends Failure {
  constructor() {
    super('cancelled', 'Reading from the corpus was cancelled.');
  }
}

/** What is seen of reading from a corpus that takes a while, and a way to stop it. */
export class Reading {
  #works = $state.raw<ReadWorks>({ read: 0, of: 0 });
  #isSeen = $state(false);
  readonly #underWay = new Set<AbortController>();

  /** Null where nothing is read, or not for long. */
  get works(): ReadWorks | null {
    return this.#isSeen ? this.#works : null;
  }

  /** Rejects with `ReadingStopped` once it is cancelled, whatever became of it. */
  async run<Result>(
    read: (watch: ReadingWatch) => Promise<Result>,
    isWanted: () => boolean = () => true,
  ): Promise<Result> {
    const stopping = new AbortController();
    const { signal } = stopping;
    let works: ReadWorks = { read: 0, of: 0 };
    const tell = (wanted: number, got: number) =>
      (this.#works = works = { read: works.read + got, of: works.of + wanted });
    tell(0, 0);
    this.#underWay.add(stopping);
    const timer = setTimeout(() => (this.#isSeen = true), PATIENCE);
    try {
      return await read({
        signal,
        isWanted,
        want: (more) => tell(more, 0),
        got: (more) => tell(0, more),
      });
    } finally {
      clearTimeout(timer);
      this.#underWay.delete(stopping);
      if (this.#underWay.size === 0) this.#isSeen = false;
      signal.throwIfAborted();
    }
  }

  /** Nothing where nothing is read. */
  cancel(): void {
    for (const stopping of this.#underWay) stopping.abort(new ReadingStopped());
  }
}

/** An answer that does not know of the signal: what comes after it is dropped. */
export async function until<Answer>(signal: AbortSignal, answer: Promise<Answer>): Promise<Answer> {
  let onAbort = (): void => undefined;
  const stopped = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason as Error);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
  });
  return Promise.race([answer, stopped]).finally(() => signal.removeEventListener('abort', onAbort));
}

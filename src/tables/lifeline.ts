import { Failure } from '../model';

const STOPPED = 'The database stopped, and this question with it.';

/** Errors after which every further question fails too. */
const FATAL = /^FATAL Error|database has been invalidated/;

/** DuckDB's client never answers what its worker was asked before it ended; this does. */
export class Lifeline {
  readonly #pending = new Set<(failure: Failure) => void>();
  readonly #onStopped: () => void;
  #isCut = false;

  constructor(onStopped: () => void) {
    this.#onStopped = onStopped;
  }

  /** What is under way, and what is asked from now on, rejects. */
  cut(): void {
    if (this.#isCut) return;
    this.#isCut = true;
    for (const reject of this.#pending) reject(new Failure('database', STOPPED));
    this.#pending.clear();
    this.#onStopped();
  }

  /** The answer, or a Failure where the database stops before it is there. */
  async hold<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    if (this.#isCut) throw new Failure('database', STOPPED);
    return new Promise<Answer>((resolve, reject) => {
      const answer = ask();
      this.#pending.add(reject);
      answer.then(resolve, reject).finally(() => this.#pending.delete(reject));
      answer.catch((cause: unknown) => {
        if (isFatal(cause)) this.cut();
      });
    });
  }
}

/** A trap in the WebAssembly, or a database that refuses itself. */
function isFatal(cause: unknown): boolean {
  return cause instanceof Error && (cause.name === 'RuntimeError' || FATAL.test(cause.message));
}

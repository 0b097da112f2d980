import type { Answer, Filling, Question, Verb } from '../find';
import { Failure } from '../model';
import type { FilledFinder } from './filled-finder';
import type { Library } from './library.svelte';

/** What was loaded meanwhile would not be in the answer. */
class Stale extends Error {}

/** The worker that finds, filled with what is loaded at the first question after a load. */
export class Finding {
  #filling = $state.raw<Filling | null>(null);
  readonly #library: Library;
  #filled: { readonly revision: number; readonly finder: Promise<FilledFinder> } | null = null;

  constructor(library: Library) {
    this.#library = library;
  }

  /** Null where nothing is read for a question. */
  get filling(): Filling | null {
    return this.#filling;
  }

  /** Where something else is loaded meanwhile, the answer is of that. */
  async ask<V extends Verb>(verb: V, question: Question<V>): Promise<Answer<V>> {
    for (;;) {
      await this.#library.settled();
      const finder = await this.#finder();
      try {
        return await finder.ask(verb, question);
      } catch (failure) {
        if (!(failure instanceof Stale)) throw failure;
      }
    }
  }

  /** What is under way rejects as cancelled. */
  cancel(): void {
    this.#drop(new Failure('cancelled', 'Looking was cancelled.'));
  }

  /** Frees its worker until the next question; what is under way is asked again. */
  forget(): void {
    this.#drop(new Stale());
  }

  /** Frees its worker; what is under way rejects. */
  close(): void {
    this.#drop(new Error('It was closed.'));
  }

  #drop(reason: Error): void {
    this.#filled?.finder.then((finder) => finder.close(reason)).catch(() => undefined);
    this.#filled = null;
    this.#filling = null;
  }

  async #finder(): Promise<FilledFinder> {
    const { revision } = this.#library;
    if (this.#filled?.revision !== revision) {
      this.forget();
      this.#filled = { revision, finder: this.#start() };
    }
    const filled = this.#filled;
    try {
      const finder = await filled.finder;
      if (!finder.isClosed) return finder;
    } catch (failure) {
      if (this.#filled === filled) this.#filled = null;
      throw failure;
    }
    // It was dropped meanwhile, or what it needs could not be read.
    if (this.#filled === filled) this.#filled = null;
    return this.#finder();
  }

  async #start(): Promise<FilledFinder> {
    const connection = await this.#library.connection();
    const { FilledFinder } = await import('./filled-finder');
    const finder: FilledFinder = new FilledFinder(connection, (filling) => {
      if (!finder.isClosed) this.#filling = filling;
    });
    return finder;
  }
}

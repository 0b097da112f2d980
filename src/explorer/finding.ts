import type { Answer, Finding as Finder, Question, Verb } from '../find';
import { readFormal, readNetwork, readTexts } from '../queries';
import type { Library } from './library.svelte';

/** The worker that finds, filled with what is loaded at the first question after a load. */
export class Finding {
  readonly #library: Library;
  #filled: { readonly revision: number; readonly finder: Promise<Finder> } | null = null;

  constructor(library: Library) {
    this.#library = library;
  }

  async ask<V extends Verb>(verb: V, question: Question<V>): Promise<Answer<V>> {
    await this.#library.settled();
    return (await this.#finder()).ask(verb, question);
  }

  /** Frees its worker. */
  close(): void {
    this.#filled?.finder.then((finder) => finder.close()).catch(() => undefined);
    this.#filled = null;
  }

  #finder(): Promise<Finder> {
    const { revision } = this.#library;
    if (this.#filled?.revision === revision) return this.#filled.finder;
    const before = this.#filled?.finder;
    const filled = { revision, finder: this.#fill(before) };
    this.#filled = filled;
    // What could not be filled is tried again at the next question.
    filled.finder.catch(() => {
      if (this.#filled === filled) this.#filled = null;
    });
    return filled.finder;
  }

  async #fill(before: Promise<Finder> | undefined): Promise<Finder> {
    const connection = await this.#library.connection();
    const [{ Finding }, rows, formal] = await Promise.all([
      import('../find'),
      readNetwork(connection),
      readFormal(connection),
    ]);
    const finder = (await before?.catch(() => null)) ?? new Finding();
    await finder.load(rows, formal, readTexts(connection));
    return finder;
  }
}

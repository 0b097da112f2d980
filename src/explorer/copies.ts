import type { Answer, Copy } from '../tables';
import type { Library } from './library.svelte';

/** The copy of the tables that a person's own SQL runs on: made at the first question, and anew after a load. */
export class Copies {
  readonly #library: Library;
  #last: Promise<unknown> = Promise.resolve();
  #current: { readonly revision: number; readonly copy: Promise<Copy> } | null = null;

  constructor(library: Library) {
    this.#library = library;
  }

  /** One after the other: a copy that has to be ended to cancel a question answers none after it. */
  read(sql: string, signal: AbortSignal): Promise<Answer> {
    const mine = this.#last.then(() => this.#read(sql, signal));
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  async #read(sql: string, signal: AbortSignal): Promise<Answer> {
    await this.#library.settled();
    return (await this.#copied()).read(sql, signal);
  }

  #copied(): Promise<Copy> {
    const { revision } = this.#library;
    if (this.#current?.revision === revision) return this.#current.copy;
    this.#current?.copy.then((old) => old.close()).catch(() => undefined);
    const made = { revision, copy: this.#make(() => this.#drop(made.copy)) };
    made.copy.catch(() => this.#drop(made.copy));
    this.#current = made;
    return made.copy;
  }

  async #make(onStopped: () => void): Promise<Copy> {
    const [{ openCopy }, tables] = await Promise.all([import('../tables'), this.#library.tables()]);
    return openCopy(tables, onStopped);
  }

  #drop(copy: Promise<Copy>): void {
    if (this.#current?.copy === copy) this.#current = null;
  }
}

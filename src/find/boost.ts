import { keywordsOf } from '../model';

/** Keywords (see `keywordsOf`): each fits where one of its alternatives begins a word, and doubles the score. */
export class Boost {
  readonly #keywords: readonly (readonly string[])[];

  constructor(text: string) {
    this.#keywords = keywordsOf(text);
  }

  get isEmpty(): boolean {
    return this.#keywords.length === 0;
  }

  /** How many keywords fit a `spaced` text. */
  fits(text: string): number {
    return this.#keywords.filter((alternatives) => alternatives.some((one) => text.includes(one))).length;
  }
}

import { folded } from './words/tokens';

/** A text as boosts are looked for in it: without accents and case, a hyphen as good as a space. */
export function boostable(text: string): string {
  return ` ${folded(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

/**
 * `self-correct|self-refine, reasoning`: keywords between commas, each with its alternatives. A keyword fits where one
 * of its alternatives begins a word, and doubles the score.
 */
export class Boost {
  readonly #keywords: readonly (readonly string[])[];

  constructor(text: string) {
    this.#keywords = text
      .slice(0, 500)
      .split(',')
      .map((keyword) =>
        keyword
          .split('|')
          .map((one) => boostable(one).trimEnd())
          .filter(Boolean),
      )
      .filter((alternatives) => alternatives.length > 0);
  }

  get isEmpty(): boolean {
    return this.#keywords.length === 0;
  }

  /** How many keywords fit a text that `boostable` made. */
  fits(text: string): number {
    return this.#keywords.filter((alternatives) => alternatives.some((one) => text.includes(one))).length;
  }
}

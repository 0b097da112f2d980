import { spaced } from '../../model';
import { questionOf, WordIndex, type Texts } from './word-index';

/** What the works say, by place: their texts, and the index of their words. */
export class Library {
  readonly index: WordIndex;
  readonly #texts = new Map<number, Texts>();
  readonly #spaced = new Map<number, string>();

  constructor(count: number) {
    this.index = new WordIndex(count);
  }

  add(place: number, texts: Texts): void {
    this.#texts.set(place, texts);
    this.index.add(place, texts);
  }

  of(place: number): Texts {
    return this.#texts.get(place) ?? {};
  }

  has(place: number): boolean {
    return this.#texts.has(place);
  }

  /** The distinct words of a work. */
  questionOf(place: number): string[] {
    return questionOf(this.of(place));
  }

  /** What a boost's keywords are looked for in: title, headline and claims. */
  spaced(place: number): string {
    let text = this.#spaced.get(place);
    if (text === undefined) {
      const { title = '', headline = '', claims = '' } = this.of(place);
      text = spaced(`${title} ${headline} ${claims}`);
      this.#spaced.set(place, text);
    }
    return text;
  }
}

import { tokensOf } from './tokens';

/** How much a word counts by the field it stands in: a title is chosen word by word, an abstract is not. */
const FIELD_WEIGHTS = { title: 3, headline: 2, claims: 1, abstract: 1 } as const;
const BM25 = { k1: 1.2, b: 0.75 } as const;

export type Field = keyof typeof FIELD_WEIGHTS;
const FIELDS = Object.keys(FIELD_WEIGHTS) as Field[];

/** The texts of one work by field; what it has not is left out. */
export type Texts = Readonly<Partial<Record<Field, string>>>;

interface Posting {
  readonly places: number[];
  /** How often the word stands there, by field: a field's row is as long as `places`. */
  readonly counts: number[][];
}

export interface TermScore {
  readonly stem: string;
  readonly score: number;
}

/**
 * BM25F (Robertson and Zaragoza 2009): how often a word stands in a work is summed over fields, each by its weight and the length of the
 * field against the mean; idf is ln(1 + (N − n + 0.5) / (n + 0.5)), N the works that have any text. A seed's question
 * is each of its words once.
 */
export class WordIndex {
  readonly #postings = new Map<string, Posting>();
  readonly #lengths = new Map<Field, Float64Array>();
  readonly #means = new Map<Field, number>();
  readonly #withText: Uint8Array;
  #texts = 0;

  constructor(count: number) {
    this.#withText = new Uint8Array(count);
    for (const field of FIELDS) this.#lengths.set(field, new Float64Array(count));
  }

  add(place: number, texts: Texts): void {
    FIELDS.forEach((field, row) => {
      const tokens = tokensOf(texts[field] ?? '');
      if (tokens.length === 0) return;
      if (this.#withText[place] === 0) this.#texts += 1;
      this.#withText[place] = 1;
      (this.#lengths.get(field) as Float64Array)[place] = tokens.length;
      for (const { stem } of tokens) this.#count(stem, place, row);
    });
    this.#means.clear();
  }

  #count(stem: string, place: number, row: number): void {
    let posting = this.#postings.get(stem);
    if (!posting) {
      posting = { places: [], counts: FIELDS.map(() => []) };
      this.#postings.set(stem, posting);
    }
    const { places, counts } = posting;
    if (places.at(-1) !== place) {
      places.push(place);
      for (const field of counts) field.push(0);
    }
    const last = places.length - 1;
    const field = counts[row] as number[];
    field[last] = (field[last] as number) + 1;
  }

  /** By how well each work answers each seed's words; of several seeds the mean. */
  scores(questions: readonly (readonly string[])[]): Float64Array {
    const scores = new Float64Array(this.#withText.length);
    for (const stems of questions) {
      for (const stem of stems) {
        this.#posting(stem, (place, score) => {
          scores[place] = (scores[place] as number) + score / questions.length;
        });
      }
    }
    return scores;
  }

  /** The words of a question that a work holds, with what each adds; the greatest first. */
  terms(stems: readonly string[], place: number): TermScore[] {
    const found: TermScore[] = [];
    for (const stem of stems)
      this.#posting(stem, (at, score) => at === place && found.push({ stem, score }), place);
    return found.sort((a, b) => b.score - a.score || (a.stem < b.stem ? -1 : 1));
  }

  #posting(stem: string, tell: (place: number, score: number) => void, only?: number): void {
    const posting = this.#postings.get(stem);
    if (!posting) return;
    const { places, counts } = posting;
    const rarity = Math.log(1 + (this.#texts - places.length + 0.5) / (places.length + 0.5));
    const rows = only === undefined ? places.keys() : [places.indexOf(only)].filter((row) => row >= 0);
    for (const row of rows) {
      const place = places[row] as number;
      let frequency = 0;
      FIELDS.forEach((field, at) => {
        const count = (counts[at] as number[])[row] as number;
        if (count > 0) frequency += (FIELD_WEIGHTS[field] * count) / this.#norm(field, place);
      });
      tell(place, (rarity * frequency) / (BM25.k1 + frequency));
    }
  }

  #norm(field: Field, place: number): number {
    const lengths = this.#lengths.get(field) as Float64Array;
    return 1 - BM25.b + (BM25.b * (lengths[place] as number)) / this.#mean(field, lengths);
  }

  /** Over the works that have this field. */
  #mean(field: Field, lengths: Float64Array): number {
    const known = this.#means.get(field);
    if (known !== undefined) return known;
    let [sum, count] = [0, 0];
    for (const length of lengths) {
      sum += length;
      if (length > 0) count += 1;
    }
    const mean = sum / Math.max(1, count);
    this.#means.set(field, mean);
    return mean;
  }
}

/** Each word of a work once: its question. */
export function questionOf(texts: Texts): string[] {
  return [...new Set(FIELDS.flatMap((field) => tokensOf(texts[field] ?? '').map(({ stem }) => stem)))];
}

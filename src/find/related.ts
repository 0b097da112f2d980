import {
  ALL_EVIDENCE,
  SINGLE_MEASURES,
  type EvidenceChoice,
  type Measure,
  type SingleMeasure,
} from '../model';
import { Boost } from './boost';
import { Scores } from './measures';
import type { Network } from './network';
import { ranked } from './ranking';
import type { Library } from './words/library';

export interface RelatedQuestion {
  /** Node numbers. */
  readonly seeds: readonly number[];
  readonly measure: Measure;
  readonly evidence: EvidenceChoice;
  /** Keywords that double a score, see `Boost`. */
  readonly boost: string;
  readonly years: readonly [number, number] | null;
  /** Not to be listed, such as what a person knows. */
  readonly without: readonly number[];
  readonly limit: number;
  /** Whether the scores by the other measures are wanted too. */
  readonly withParts: boolean;
}

export interface RelatedWork {
  readonly node: number;
  readonly score: number;
  /** How many of the keywords fit; the score is doubled as often. */
  readonly boosts: number;
  /** Scores by each measure, before any boost; of the measure asked for alone unless parts are wanted. */
  readonly parts: Readonly<Partial<Record<SingleMeasure, number>>>;
  /** Its rank by all evidence where only some counts; null where it has none. */
  readonly rankByAll: number | null;
}

export interface Related {
  readonly works: readonly RelatedWork[];
  /** How many works have a score at all. */
  readonly total: number;
  /** The greatest score of each measure among all works: what a bar is held against. */
  readonly greatest: Readonly<Partial<Record<SingleMeasure, number>>>;
  /** Works whose references are known by the evidence that counts: only these can be coupled. */
  readonly withReferences: number;
}

/** Answers one question after the other and keeps the scores of the last seeds. */
export class RelatedWorks {
  readonly #network: Network;
  readonly #texts: Library;
  readonly #known = new Map<string, Scores>();

  constructor(network: Network, texts: Library) {
    this.#network = network;
    this.#texts = texts;
  }

  scores(seeds: readonly number[], evidence: EvidenceChoice): Scores {
    const key = JSON.stringify([seeds, evidence]);
    let scores = this.#known.get(key);
    if (!scores) {
      if (this.#known.size >= 4) this.#known.clear();
      scores = new Scores(this.#network, this.#texts, this.#network.placesOf(seeds), evidence);
      this.#known.set(key, scores);
    }
    return scores;
  }

  answer(question: RelatedQuestion): Related {
    const { seeds, measure, evidence, limit, withParts } = question;
    const scores = this.scores(seeds, evidence);
    const boosted = this.#boosted(scores.by(measure), question.boost);
    const order = ranked(boosted.scores, this.#leftOut(scores, question));
    const isAll = evidence.trust === 'all' && evidence.documents === null;
    const ranksByAll = isAll ? null : this.#ranksByAll(question);
    const singles = withParts || measure === 'combined' ? SINGLE_MEASURES : [measure];
    const works = [...order.subarray(0, limit)].map((place): RelatedWork => ({
      node: this.#network.nodeAt(place),
      score: boosted.scores[place] as number,
      boosts: boosted.fits[place] as number,
      parts: Object.fromEntries(singles.map((single) => [single, scores.by(single)[place] as number])),
      rankByAll: ranksByAll?.get(place) ?? null,
    }));
    return {
      works,
      total: order.length,
      greatest: Object.fromEntries(singles.map((single) => [single, this.#greatest(scores, single)])),
      withReferences: this.#withReferences(evidence),
    };
  }

  #boosted(scores: Float64Array, text: string): { scores: Float64Array; fits: Uint8Array } {
    const boost = new Boost(text);
    const fits = new Uint8Array(scores.length);
    if (boost.isEmpty) return { scores, fits };
    const boosted = scores.map((score, place) => {
      if (score > 0) fits[place] = boost.fits(this.#texts.spaced(place));
      return score * 2 ** (fits[place] as number);
    });
    return { scores: boosted, fits };
  }

  #leftOut(scores: Scores, { years, without }: RelatedQuestion): (place: number) => boolean {
    const isOut = new Set(this.#network.placesOf(without));
    return (place) => {
      if (scores.isNoCandidate(place) || isOut.has(place)) return true;
      if (!years) return false;
      const year = this.#network.yearOf(place);
      return year === null || year < years[0] || year > years[1];
    };
  }

  #ranksByAll(question: RelatedQuestion): Map<number, number> {
    const scores = this.scores(question.seeds, ALL_EVIDENCE);
    const boosted = this.#boosted(scores.by(question.measure), question.boost).scores;
    const order = ranked(boosted, this.#leftOut(scores, question));
    return new Map([...order].map((place, at) => [place, at + 1]));
  }

  #greatest(scores: Scores, measure: SingleMeasure): number {
    let greatest = 0;
    scores.by(measure).forEach((score, place) => {
      if (score > greatest && !scores.isNoCandidate(place)) greatest = score;
    });
    return greatest;
  }

  #withReferences(evidence: EvidenceChoice): number {
    const { starts } = this.#network.lines(['cites'], evidence).out;
    let count = 0;
    for (let place = 0; place < this.#network.count; place++)
      if ((starts[place + 1] as number) > (starts[place] as number)) count += 1;
    return count;
  }
}

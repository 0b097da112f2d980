import type { EvidenceChoice, LineKind, Measure, SingleMeasure } from '../model';
import { cocitation } from './cocitation';
import { coupling } from './coupling';
import { degreeOf } from './csr';
import { links } from './links';
import { ALL_LINES, type Network } from './network';
import { pagerank } from './pagerank';
import { fairRanks, fused, ranked } from './ranking';
import type { Library } from './words/library';

/** Links are left out of the combined rank: PageRank goes by the same lines, and works with many lines would count twice. */
const FUSED: readonly SingleMeasure[] = ['coupling', 'cocitation', 'pagerank', 'words'];

const CITES: readonly LineKind[] = ['cites'];

/** The lines a measure goes by: papers that cite, or whatever is joined. */
export function linesFor(network: Network, measure: Measure, evidence: EvidenceChoice) {
  return network.lines(measure === 'pagerank' || measure === 'links' ? ALL_LINES : CITES, evidence);
}

/** Sums in another order differ in their last digits: rounded, equal scores are equal, and ties go by id. */
const DIGITS = 1e12;

/** Scores of all nodes by each measure for some seeds, by place; 0 where there is none. Each is computed once. */
export class Scores {
  readonly #network: Network;
  readonly #texts: Library;
  readonly #seeds: readonly number[];
  readonly #evidence: EvidenceChoice;
  readonly #known = new Map<Measure, Float64Array>();

  constructor(network: Network, texts: Library, seeds: readonly number[], evidence: EvidenceChoice) {
    this.#network = network;
    this.#texts = texts;
    this.#seeds = seeds;
    this.#evidence = evidence;
  }

  by(measure: Measure): Float64Array {
    const known = this.#known.get(measure);
    if (known) return known;
    const scores = this.#compute(measure).map((score) => Math.round(score * DIGITS) / DIGITS);
    this.#known.set(measure, scores);
    return scores;
  }

  #compute(measure: Measure): Float64Array {
    const seeds = this.#seeds;
    const lines = linesFor(this.#network, measure, this.#evidence);
    switch (measure) {
      case 'coupling':
        return coupling(lines, seeds);
      case 'cocitation':
        return cocitation(lines, seeds);
      case 'links':
        return links(lines, seeds);
      case 'pagerank':
        return pagerank(lines, seeds);
      case 'words':
        return this.#texts.index.scores(seeds.map((seed) => this.#texts.questionOf(seed)));
      case 'combined':
        return fused(
          FUSED.map((single) => ({
            ranks: this.ranksBy(single),
            isMeasurable: this.#measurable(single),
          })),
        );
    }
  }

  /** Ranks among all works but the seeds, equal scores with the mean of their ranks; 0 where not ranked. */
  ranksBy(measure: Measure): Float64Array {
    const scores = this.by(measure);
    return fairRanks(
      ranked(scores, (place) => this.isNoCandidate(place)),
      scores,
    );
  }

  /** Whether what the measure goes by is known of a work at all. */
  #measurable(measure: SingleMeasure): (place: number) => boolean {
    const lines = linesFor(this.#network, measure, this.#evidence);
    switch (measure) {
      case 'coupling':
        return (place) => degreeOf(lines.out, place) > 0;
      case 'cocitation':
        return (place) => degreeOf(lines.in, place) > 0;
      case 'links':
      case 'pagerank':
        return () => true;
      case 'words':
        return (place) => this.#texts.has(place);
    }
  }

  isNoCandidate(place: number): boolean {
    return this.#network.isTheorem(place) || this.#seeds.includes(place);
  }
}

import { SINGLE_MEASURES, type EvidenceChoice, type SingleMeasure } from '../model';
import { between } from './links';
import { couplingWeight } from './coupling';
import { endsOf, hasLine } from './csr';
import { FUSION_CONSTANT } from './ranking';
import { linesFor } from './measures';
import type { Network } from './network';
import { inflows } from './pagerank';
import type { RelatedWorks } from './related';
import type { TermScore } from './words/word-index';
import type { Library } from './words/library';

export interface WhyQuestion {
  readonly seeds: readonly number[];
  readonly node: number;
  readonly evidence: EvidenceChoice;
}

export interface SharedNode {
  readonly node: number;
  /** What it adds to the score of this seed. */
  readonly score: number;
}

/** Why a work is related to one seed. All nodes are node numbers, those that add most first, else by id. */
export interface WhySeed {
  readonly seed: number;
  /** References that both cite. */
  readonly references: readonly SharedNode[];
  /** Works that cite both. */
  readonly citers: readonly number[];
  /** How many cite the seed, and how many the work: Salton's denominator is the root of their product. */
  readonly seedCiters: number;
  readonly ownCiters: number;
  /** The lines between the two: it is cited by the seed, it cites it. */
  readonly isCited: boolean;
  readonly isCiting: boolean;
  /** A theorem that is the seed is tied to the work. */
  readonly isTied: boolean;
  /** Nodes joined to both by lines of any kind and direction. */
  readonly between: readonly number[];
  readonly terms: readonly TermScore[];
}

export interface Why {
  readonly seeds: readonly WhySeed[];
  /** Over which of its lines its PageRank comes; the most first. */
  readonly inflows: readonly SharedNode[];
  /** Its rank by each measure, and what that adds to the combined score. */
  readonly ranks: readonly {
    readonly measure: SingleMeasure;
    readonly rank: number;
    readonly score: number;
  }[];
}

export function whyRelated(
  network: Network,
  texts: Library,
  works: RelatedWorks,
  { seeds, node, evidence }: WhyQuestion,
): Why {
  const place = network.placeOf(node);
  if (place === null) return { seeds: [], inflows: [], ranks: [] };
  const scores = works.scores(seeds, evidence);
  const shared = (one: { node: number; score: number }) => ({ ...one, node: network.nodeAt(one.node) });
  const flows = inflows(linesFor(network, 'pagerank', evidence), scores.by('pagerank'), place);
  return {
    seeds: network.placesOf(seeds).map((seed) => whySeed(network, texts, { seed, place, evidence })),
    inflows: byScore(flows)
      .filter(({ score }) => score > 0)
      .slice(0, 20)
      .map(shared),
    ranks: SINGLE_MEASURES.map((measure) => ({ measure, rank: scores.ranksBy(measure)[place] as number }))
      .filter(({ rank }) => rank > 0)
      .map((one) => ({ ...one, score: 1 / (FUSION_CONSTANT + one.rank) })),
  };
}

interface Pair {
  readonly seed: number;
  readonly place: number;
  readonly evidence: EvidenceChoice;
}

function whySeed(network: Network, texts: Library, { seed, place, evidence }: Pair): WhySeed {
  const cites = linesFor(network, 'coupling', evidence);
  const references = [...endsOf(cites.out, seed)]
    .filter((reference) => hasLine(cites.out, place, reference))
    .map((reference) => ({ node: reference, score: couplingWeight(cites, reference) }));
  const citers = [...endsOf(cites.in, seed)].filter((citer) => hasLine(cites.out, citer, place));
  return {
    seed: network.nodeAt(seed),
    references: byScore(references).map((one) => ({ ...one, node: network.nodeAt(one.node) })),
    citers: citers.map((citer) => network.nodeAt(citer)),
    seedCiters: endsOf(cites.in, seed).length,
    ownCiters: endsOf(cites.in, place).length,
    isCited: hasLine(cites.out, seed, place),
    isCiting: hasLine(cites.out, place, seed),
    isTied: hasLine(network.lines(['formal'], evidence).out, place, seed),
    between: between(linesFor(network, 'links', evidence), seed, place).map((node) => network.nodeAt(node)),
    terms: texts.index.terms(texts.questionOf(seed), place),
  };
}

/** Equal ones stay in the order of their ids. */
function byScore<T extends { readonly score: number }>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => b.score - a.score);
}

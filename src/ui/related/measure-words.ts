import type { Measure, SingleMeasure } from '../../model';

/** What a measure is called, and how it is computed. */
export const MEASURE_WORDS: Readonly<
  Record<Measure, { readonly name: string; readonly short: string; readonly how: string }>
> = {
  combined: {
    name: 'Combined',
    short: 'all',
    how: 'Reciprocal rank fusion of shared references, shared citers, PageRank and words: 1 / (60 + rank), the mean over those that can be taken of a work. What is not known of a work (no reference list, no citer, no text) does not count against it. Equal scores share the mean of their ranks. Direct and two-step links are not in it: PageRank goes by the same lines.',
  },
  coupling: {
    name: 'Shared references',
    short: 'references',
    how: 'Bibliographic coupling by Adamic and Adar: each reference that both cite counts 1 / ln(its citers), natural logarithm, citers as known here. A shared reference has two citers at least, so the logarithm is never 0. Only works whose references are known can have it. Of several seeds the mean.',
  },
  cocitation: {
    name: 'Shared citers',
    short: 'citers',
    how: 'Co-citation by Salton: the works that cite both, divided by the square root of (citers of the one × citers of the other), as known here. Of several seeds the mean.',
  },
  links: {
    name: 'Direct and two-step links',
    short: 'links',
    how: 'Katz’s index cut after two steps: a line to a seed, in either direction, counts 0.1; each node joined to both counts 0.01. Lines of all kinds. Of several seeds the mean.',
  },
  pagerank: {
    name: 'PageRank from the seeds',
    short: 'PageRank',
    how: 'Personalised PageRank: a walk follows a line in either direction with probability 0.85, else begins again at a seed. Solved until all ranks together are wrong by less than 1e-10.',
  },
  words: {
    name: 'Words',
    short: 'words',
    how: 'BM25F over title (weight 3), headline (2), claims and abstract (1), as far as they are loaded; k1 1.2, b 0.75; words stemmed by Porter, stop words left out. The question is each distinct word of the seed. Of several seeds the mean.',
  },
};

export const MEASURES: readonly Measure[] = [
  'combined',
  'coupling',
  'cocitation',
  'pagerank',
  'words',
  'links',
];

/** A score in as many digits as tell it from its neighbours. */
export function scoreInWords(score: number): string {
  return score >= 100 ? score.toFixed(0) : score >= 1 ? score.toFixed(2) : score.toPrecision(3);
}

/** The parts as one text, for those who do not see the bars. */
export function partsInWords(parts: Readonly<Partial<Record<SingleMeasure, number>>>): string {
  return Object.entries(parts)
    .filter(([, score]) => score > 0)
    .map(([measure, score]) => `${MEASURE_WORDS[measure as SingleMeasure].name}: ${scoreInWords(score)}`)
    .join('; ');
}

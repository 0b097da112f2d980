/** Numbers a rank by: places of nodes whose score is above 0, the greatest first, equal ones in the order of their ids. */
export function ranked(scores: Float64Array, isLeftOut: (place: number) => boolean): Int32Array {
  const places: number[] = [];
  for (let place = 0; place < scores.length; place++)
    if ((scores[place] as number) > 0 && !isLeftOut(place)) places.push(place);
  return Int32Array.from(places).sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
}

/** The rank of each place, from 1; equal scores share the mean of their ranks. 0 where it is not ranked. */
export function fairRanks(order: Int32Array, scores: Float64Array): Float64Array {
  const ranks = new Float64Array(scores.length);
  for (let first = 0; first < order.length;) {
    let last = first;
    const score = scores[order[first] as number];
    while (last + 1 < order.length && scores[order[last + 1] as number] === score) last += 1;
    for (let at = first; at <= last; at++) ranks[order[at] as number] = (first + last) / 2 + 1;
    first = last + 1;
  }
  return ranks;
}

/** As Cormack, Clarke and Büttcher chose it (2009). */
export const FUSION_CONSTANT = 60;

export interface Ranking {
  /** By place; 0 where not ranked. */
  readonly ranks: Float64Array;
  /** Whether it could be ranked: a work whose references are not known cannot share any. */
  readonly isMeasurable: (place: number) => boolean;
}

/**
 * Reciprocal rank fusion: 1 / (60 + rank), the mean over the rankings that a work could have a place in, 0 where it could and
 * has none. The mean, because what is not known of a work says nothing against it; a sum would.
 */
export function fused(rankings: readonly Ranking[]): Float64Array {
  const count = rankings[0]?.ranks.length ?? 0;
  const scores = new Float64Array(count);
  for (let place = 0; place < count; place++) {
    let [sum, measures] = [0, 0];
    for (const { ranks, isMeasurable } of rankings) {
      const rank = ranks[place] as number;
      if (rank > 0) sum += 1 / (FUSION_CONSTANT + rank);
      if (rank > 0 || isMeasurable(place)) measures += 1;
    }
    if (measures > 0) scores[place] = sum / measures;
  }
  return scores;
}

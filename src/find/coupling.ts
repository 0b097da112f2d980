import { degreeOf, endsOf } from './csr';
import type { Lines } from './network';

/**
 * Bibliographic coupling by Adamic and Adar: a reference w that both cite counts 1 / ln(citers of w), citers as known
 * here and by the evidence that counts. Both are citers of w, so the logarithm is that of 2 or more and never 0.
 * Of several seeds the mean.
 */
export function coupling(lines: Lines, seeds: readonly number[]): Float64Array {
  const scores = new Float64Array(lines.out.starts.length - 1);
  for (const seed of seeds) {
    for (const shared of endsOf(lines.out, seed)) {
      const weight = couplingWeight(lines, shared) / seeds.length;
      for (const other of endsOf(lines.in, shared)) scores[other] = (scores[other] as number) + weight;
    }
  }
  return scores;
}

export function couplingWeight(lines: Lines, shared: number): number {
  const citers = degreeOf(lines.in, shared);
  return citers < 2 ? 0 : 1 / Math.log(citers);
}

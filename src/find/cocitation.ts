import { degreeOf, endsOf } from './csr';
import type { Lines } from './network';

/**
 * Co-citation by Salton: the works that cite both, divided by the square root of (citers of the one × citers of the
 * other). Of several seeds the mean.
 */
export function cocitation(lines: Lines, seeds: readonly number[]): Float64Array {
  const count = lines.in.starts.length - 1;
  const scores = new Float64Array(count);
  const shared = new Int32Array(count);
  for (const seed of seeds) {
    const touched: number[] = [];
    for (const citer of endsOf(lines.in, seed)) {
      for (const other of endsOf(lines.out, citer)) {
        if (shared[other] === 0) touched.push(other);
        shared[other] = (shared[other] as number) + 1;
      }
    }
    const own = degreeOf(lines.in, seed);
    for (const other of touched) {
      const score = (shared[other] as number) / Math.sqrt(own * degreeOf(lines.in, other));
      scores[other] = (scores[other] as number) + score / seeds.length;
      shared[other] = 0;
    }
  }
  return scores;
}

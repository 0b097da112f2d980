import { endsOf, hasLine } from './csr';
import type { Lines } from './network';

/** What a step more takes from a way: ten ways of two steps count as one line. */
const DAMPING_OF_WAYS = 0.1;

/**
 * Direct and two-step links: Katz's index cut after two steps. A line to a seed, in either direction, counts 0.1; each
 * node that is joined to both, 0.01. Of several seeds the mean.
 */
export function links({ around }: Lines, seeds: readonly number[]): Float64Array {
  const scores = new Float64Array(around.starts.length - 1);
  const add = (node: number, score: number) => (scores[node] = (scores[node] as number) + score);
  for (const seed of seeds) {
    for (const near of endsOf(around, seed)) {
      add(near, DAMPING_OF_WAYS / seeds.length);
      for (const far of endsOf(around, near)) add(far, DAMPING_OF_WAYS ** 2 / seeds.length);
    }
  }
  return scores;
}

/** The nodes joined to both. */
export function between({ around }: Lines, one: number, other: number): number[] {
  return [...endsOf(around, one)].filter((node) => hasLine(around, node, other));
}

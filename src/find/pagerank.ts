import { degreeOf, endsOf, type Csr } from './csr';
import type { Lines } from './network';

const PAGERANK = { damping: 0.85, tolerance: 1e-10, mostRounds: 500 } as const;

/**
 * Personalised PageRank: how often a walk is at a node that follows a line in either direction with probability 0.85 at
 * each step, all lines of a node alike, and else begins again at a seed, all seeds alike; at a node without lines it
 * begins again. Lines have no direction, so the equations are symmetric: they are solved by conjugate gradients (in a third of the
 * rounds of a power iteration) until all ranks together are wrong by less than the tolerance.
 */
export function pagerank({ around }: Lines, seeds: readonly number[]): Float64Array {
  const start = new Float64Array(around.starts.length - 1);
  for (const seed of seeds) start[seed] = (start[seed] as number) + 1 / seeds.length;
  const ranks = solved(around, start, reached(around, seeds));
  // A walk at a node without lines begins again: that scales all ranks alike.
  const sum = ranks.reduce((all, rank) => all + rank, 0);
  return sum > 0 ? ranks.map((rank) => rank / sum) : ranks;
}

/** x = s + 0.85 A D⁻¹ x as y = D^(-1/2) s + 0.85 D^(-1/2) A D^(-1/2) y with x = D^(1/2) y, on the nodes within reach. */
function solved(around: Csr, start: Float64Array, within: Int32Array): Float64Array {
  const count = start.length;
  const roots = new Float64Array(count);
  for (const node of within) roots[node] = Math.sqrt(Math.max(1, degreeOf(around, node)));
  const [solution, rest, way, image, scaled] = [0, 1, 2, 3, 4].map(() => new Float64Array(count)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (const node of within) way[node] = rest[node] = (start[node] as number) / (roots[node] as number);
  let size = dot(rest, rest, within);
  for (let round = 0; round < PAGERANK.mostRounds && size > 0; round++) {
    apply(around, { roots, way, image, scaled, within });
    const stride = size / dot(way, image, within);
    let wrong = 0;
    for (const node of within) {
      solution[node] = (solution[node] as number) + stride * (way[node] as number);
      const left = (rest[node] as number) - stride * (image[node] as number);
      rest[node] = left;
      wrong += Math.abs(left) * (roots[node] as number);
    }
    if (wrong < PAGERANK.tolerance) break;
    const next = dot(rest, rest, within);
    for (const node of within) way[node] = (rest[node] as number) + (next / size) * (way[node] as number);
    size = next;
  }
  for (const node of within) solution[node] = (solution[node] as number) * (roots[node] as number);
  return solution;
}

interface Application {
  readonly roots: Float64Array;
  readonly way: Float64Array;
  readonly image: Float64Array;
  readonly scaled: Float64Array;
  readonly within: Int32Array;
}

/** image = way − 0.85 D^(-1/2) A D^(-1/2) way. */
function apply({ starts, ends }: Csr, { roots, way, image, scaled, within }: Application): void {
  for (const node of within) scaled[node] = (way[node] as number) / (roots[node] as number);
  for (const node of within) {
    const last = starts[node + 1] as number;
    let inflow = 0;
    for (let line = starts[node] as number; line < last; line++)
      inflow += scaled[ends[line] as number] as number;
    image[node] = (way[node] as number) - (PAGERANK.damping * inflow) / (roots[node] as number);
  }
}

function dot(a: Float64Array, b: Float64Array, within: Int32Array): number {
  let sum = 0;
  for (const node of within) sum += (a[node] as number) * (b[node] as number);
  return sum;
}

function reached(around: Csr, seeds: readonly number[]): Int32Array {
  const isReached = new Uint8Array(around.starts.length - 1);
  const queue = [...new Set(seeds)];
  for (const seed of queue) isReached[seed] = 1;
  for (let at = 0; at < queue.length; at++) {
    for (const node of endsOf(around, queue[at] as number)) {
      if (isReached[node]) continue;
      isReached[node] = 1;
      queue.push(node);
    }
  }
  return Int32Array.from(queue).sort();
}

/** What a node's rank is made of: the part that comes over each of its lines. */
export function inflows({ around }: Lines, ranks: Float64Array, node: number) {
  return [...endsOf(around, node)].map((from) => ({
    node: from,
    score: (PAGERANK.damping * (ranks[from] as number)) / degreeOf(around, from),
  }));
}

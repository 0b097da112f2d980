import { endsOf, type Csr } from './csr';

/**
 * How many shortest ways between two others lead over each of these nodes (Brandes 2001), lines without direction and
 * only those among them; of a pair with several shortest ways each counts its part. Each pair counts once.
 */
export function betweenness(around: Csr, places: readonly number[]): Map<number, number> {
  const count = around.starts.length - 1;
  const isInside = new Uint8Array(count);
  for (const place of places) isInside[place] = 1;
  const scores = new Float64Array(count);
  const [ways, part] = [new Float64Array(count), new Float64Array(count)];
  const steps = new Int32Array(count);
  for (const source of places) {
    for (const place of places) {
      ways[place] = part[place] = 0;
      steps[place] = -1;
    }
    ways[source] = 1;
    steps[source] = 0;
    const queue = [source];
    for (let at = 0; at < queue.length; at++) {
      const node = queue[at] as number;
      for (const next of endsOf(around, node)) {
        if (!isInside[next]) continue;
        if (steps[next] === -1) {
          steps[next] = (steps[node] as number) + 1;
          queue.push(next);
        }
        if (steps[next] === (steps[node] as number) + 1)
          ways[next] = (ways[next] as number) + (ways[node] as number);
      }
    }
    for (let at = queue.length - 1; at > 0; at--) {
      const node = queue[at] as number;
      const share = (1 + (part[node] as number)) / (ways[node] as number);
      for (const before of endsOf(around, node)) {
        if (isInside[before] && steps[before] === (steps[node] as number) - 1)
          part[before] = (part[before] as number) + share * (ways[before] as number);
      }
      scores[node] = (scores[node] as number) + (part[node] as number);
    }
  }
  return new Map(places.map((place) => [place, (scores[place] as number) / 2]));
}

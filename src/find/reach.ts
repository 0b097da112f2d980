import { endsOf, type Csr } from './csr';

/** Steps from the starts to each place along lines; -1 where they do not lead. */
export function stepsFrom(
  lines: Csr,
  starts: readonly number[],
  isAllowed: (place: number) => boolean = () => true,
): Int32Array {
  const steps = new Int32Array(lines.starts.length - 1).fill(-1);
  const queue = [...new Set(starts)].filter(isAllowed);
  for (const start of queue) steps[start] = 0;
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at] as number;
    for (const next of endsOf(lines, node)) {
      if (steps[next] !== -1 || !isAllowed(next)) continue;
      steps[next] = (steps[node] as number) + 1;
      queue.push(next);
    }
  }
  return steps;
}

/** Places that were reached, in their order. */
export function placesIn(steps: Int32Array): number[] {
  const places: number[] = [];
  for (let place = 0; place < steps.length; place++) if (steps[place] !== -1) places.push(place);
  return places;
}

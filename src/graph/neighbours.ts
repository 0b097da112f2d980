import type { EvidenceGraph } from './build-graph';
import { forEachPair } from './pairs';

/** Who is joined to whom by a line of any direction, as rows; two works that cite each other are one neighbour each. */
export interface Neighbours {
  /** A row's neighbours are those from its start to the next one's. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

export function neighboursOf(
  graph: EvidenceGraph,
  rowOf: ReadonlyMap<string, number>,
  isWanted: (line: string) => boolean = () => true,
): Neighbours {
  const lists = Array.from({ length: rowOf.size }, (): number[] => []);
  forEachPair(graph, isWanted, (one, other) => {
    const [a, b] = [rowOf.get(one) ?? 0, rowOf.get(other) ?? 0];
    lists[a]?.push(b);
    lists[b]?.push(a);
  });
  const starts = new Int32Array(lists.length + 1);
  lists.forEach((list, row) => (starts[row + 1] = (starts[row] as number) + list.length));
  const ends = new Int32Array(starts.at(-1) ?? 0);
  lists.forEach((list, row) => ends.set(list, starts[row]));
  return { starts, ends };
}

/** How many neighbours each row has among those that are in; those that are out have none. */
export function degreesOf({ starts, ends }: Neighbours, isIn: Uint8Array): Int32Array {
  const degrees = new Int32Array(isIn.length);
  for (let row = 0; row < isIn.length; row++) {
    if (isIn[row] === 0) continue;
    let degree = 0;
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++)
      degree += isIn[ends[at] as number] as number;
    degrees[row] = degree;
  }
  return degrees;
}

/** What is left when, as long as there are any, rows with less than `core` neighbours left are taken away. */
export function coreOf(neighbours: Neighbours, isIn: Uint8Array, core: number): Uint8Array {
  const { starts, ends } = neighbours;
  const left = isIn.slice();
  const degrees = degreesOf(neighbours, isIn);
  const weak: number[] = [];
  const weaken = (row: number) => {
    if (left[row] === 0 || (degrees[row] as number) >= core) return;
    left[row] = 0;
    weak.push(row);
  };
  for (let row = 0; row < left.length; row++) weaken(row);
  for (let row = weak.pop(); row !== undefined; row = weak.pop()) {
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
      const end = ends[at] as number;
      degrees[end] = (degrees[end] as number) - 1;
      weaken(end);
    }
  }
  return left;
}

/** The largest connected part of the rows that are in; of equally large ones that of the first row. */
export function largestOf({ starts, ends }: Neighbours, isIn: Uint8Array): Uint8Array {
  const seen = new Uint8Array(isIn.length);
  let largest: readonly number[] = [];
  for (let first = 0; first < isIn.length; first++) {
    if (isIn[first] === 0 || seen[first] === 1) continue;
    seen[first] = 1;
    const part = [first];
    for (const row of part) {
      for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
        const end = ends[at] as number;
        if (isIn[end] === 0 || seen[end] === 1) continue;
        seen[end] = 1;
        part.push(end);
      }
    }
    if (part.length > largest.length) largest = part;
  }
  const isLargest = new Uint8Array(isIn.length);
  for (const row of largest) isLargest[row] = 1;
  return isLargest;
}

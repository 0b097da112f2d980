import type { ProperLayers } from './proper-layers';

/** The vertices of each layer from left to right, lowest layer first. */
export type Order = readonly (readonly number[])[];

/** How many pairs of lines cross (Barth, Jünger and Mutzel 2004: inversions, counted with a tree of sums). */
export function crossingsOf(order: Order, { above }: ProperLayers): number {
  const place = placesIn(order, above.length);
  let crossings = 0;
  for (let at = 0; at + 1 < order.length; at++) {
    crossings += crossingsBetween(order[at] ?? [], order[at + 1]?.length ?? 0, above, place);
  }
  return crossings;
}

/** Between a layer and the one above it. Lines that share an end do not cross. */
function crossingsBetween(
  layer: readonly number[],
  size: number,
  above: ProperLayers['above'],
  place: Int32Array,
): number {
  const sums = new Int32Array(size + 1);
  let [crossings, before] = [0, 0];
  for (const vertex of layer) {
    const ends = above[vertex] ?? [];
    for (const other of ends) {
      crossings += before;
      for (let at = (place[other] ?? 0) + 1; at > 0; at -= at & -at) crossings -= sums[at] ?? 0;
    }
    for (const other of ends) {
      for (let at = (place[other] ?? 0) + 1; at <= size; at += at & -at) sums[at] = (sums[at] ?? 0) + 1;
    }
    before += ends.length;
  }
  return crossings;
}

/** Where the vertices stand in their layer, the leftmost first. Few are sorted faster by insertion. */
export function sortedPlaces(vertices: readonly number[], place: Int32Array): number[] {
  const sorted: number[] = [];
  for (const vertex of vertices) {
    const own = place[vertex] ?? 0;
    let at = sorted.length;
    for (; at > 0 && (sorted[at - 1] ?? 0) > own; at--) sorted[at] = sorted[at - 1] ?? 0;
    sorted[at] = own;
  }
  return sorted;
}

export function placesIn(order: Order, vertices: number): Int32Array {
  const place = new Int32Array(vertices);
  for (const layer of order) layer.forEach((vertex, index) => (place[vertex] = index));
  return place;
}

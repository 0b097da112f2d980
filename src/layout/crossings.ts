import type { ProperLayers } from './proper-layers';

/** The vertices of each layer from left to right, lowest layer first. */
export type Order = readonly (readonly number[])[];

/** How many pairs of lines cross (Barth, Jünger and Mutzel 2004: inversions, counted with a tree of sums). */
export function crossingsOf(order: Order, { above }: ProperLayers): number {
  const place = placesIn(order, above.length);
  let crossings = 0;
  for (let at = 0; at + 1 < order.length; at++) {
    const ends = (order[at] ?? []).flatMap((vertex) =>
      (above[vertex] ?? []).map((other) => place[other] ?? 0).sort((a, b) => a - b),
    );
    crossings += inversionsOf(ends, order[at + 1]?.length ?? 0);
  }
  return crossings;
}

/** Pairs of which the first is greater than the second; equal ends and lines of one vertex are none. */
function inversionsOf(values: readonly number[], size: number): number {
  const sums = new Int32Array(size + 1);
  let inversions = 0;
  values.forEach((value, before) => {
    inversions += before;
    for (let at = value + 1; at > 0; at -= at & -at) inversions -= sums[at] ?? 0;
    for (let at = value + 1; at <= size; at += at & -at) sums[at] = (sums[at] ?? 0) + 1;
  });
  return inversions;
}

export function placesIn(order: Order, vertices: number): Int32Array {
  const place = new Int32Array(vertices);
  for (const layer of order) layer.forEach((vertex, index) => (place[vertex] = index));
  return place;
}

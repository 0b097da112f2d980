import { crossingsOf, placesIn, sortedPlaces, type Order } from './crossings';
import type { ProperLayers } from './proper-layers';

/** Steps over segments in all sweeps of one start. */
const MOST_WORK = 100_000;
const [LEAST_SWEEPS, MOST_SWEEPS] = [4, 24];
/** So many segments are sorted by means only. */
const MANY = 1000;
/** Sweeps without a gain after which a start is given up. */
const PATIENCE = 8;
const MOST_SWAP_ROUNDS = 1;

/**
 * The order in each layer, with few crossings: sweeps down and up that sort each layer by the mean place of its
 * neighbours (Sugiyama, Tagawa and Toda 1981) or the median (Eades and Wormald 1994), and swaps of adjacent vertices
 * while these save crossings (Gansner and others 1993). From several starts; the best that was seen is kept.
 * Starts follow `wanted`, one number for each row, where it is given.
 */
export function orderLayers(graph: ProperLayers, wanted?: readonly number[]): Order {
  const walks = [walkedStart(graph, graph.below), walkedStart(graph, graph.above)];
  const starts = wanted ? walks.map((walk) => sortedBy(wanted, walk, graph)) : walks;
  let best: { order: Order; crossings: number } | null = null;
  for (const start of starts) {
    for (const middle of graph.segments > MANY ? [meanOf] : [meanOf, medianOf]) {
      const found = swept(graph, start, middle);
      if (!best || found.crossings < best.crossings) best = found;
      if (best.crossings === 0) return best.order;
    }
  }
  return best?.order ?? [];
}

function swept(graph: ProperLayers, start: Order, middle: Middle): { order: Order; crossings: number } {
  const order = start.map((layer) => [...layer]);
  const place = placesIn(order, graph.level.length);
  const copy = () => order.map((layer) => [...layer]);
  swapAll(order, place, graph);
  let best = { order: copy(), crossings: crossingsOf(order, graph) };
  const sweeps = Math.floor(MOST_WORK / Math.max(1, graph.segments));
  let without = 0;
  for (let sweep = 0; sweep < Math.min(MOST_SWEEPS, Math.max(LEAST_SWEEPS, sweeps)); sweep++) {
    if (best.crossings === 0 || without >= PATIENCE) break;
    const isUp = sweep % 2 === 0;
    const isTurned = sweep % 4 >= 2;
    for (let step = 1; step < order.length; step++) {
      const layer = order[isUp ? step : order.length - 1 - step] ?? [];
      sortLayer(layer, isUp ? graph.below : graph.above, place, middle, isTurned);
    }
    swapAll(order, place, graph);
    const crossings = crossingsOf(order, graph);
    without = crossings < best.crossings ? 0 : without + 1;
    if (crossings < best.crossings) best = { order: copy(), crossings };
  }
  return best;
}

type Neighbours = readonly (readonly number[])[];
type Middle = (places: readonly number[]) => number;

/** Vertices without neighbours on that side stay where they are. Equals keep their order, or are turned. */
function sortLayer(
  layer: number[],
  neighbours: Neighbours,
  place: Int32Array,
  middle: Middle,
  isTurned: boolean,
): void {
  const slots = layer.map((_, slot) => slot).filter((slot) => neighbours[layer[slot] ?? 0]?.length);
  const moving = slots.map((slot) => {
    const vertex = layer[slot] ?? 0;
    return { vertex, wanted: middle(sortedPlaces(neighbours[vertex] ?? [], place)), slot };
  });
  moving.sort((a, b) => a.wanted - b.wanted || (isTurned ? b.slot - a.slot : a.slot - b.slot));
  moving.forEach(({ vertex }, index) => {
    const slot = slots[index] ?? 0;
    layer[slot] = vertex;
    place[vertex] = slot;
  });
}

function meanOf(places: readonly number[]): number {
  return places.reduce((sum, at) => sum + at, 0) / places.length;
}

/** Between two middle places, the nearer to the side where places are dense (Gansner and others 1993). */
function medianOf(places: readonly number[]): number {
  const half = places.length >> 1;
  const [low, high] = [places[half - 1] ?? 0, places[half] ?? 0];
  if (places.length % 2 === 1) return high;
  if (places.length === 2) return (low + high) / 2;
  const [left, right] = [low - (places[0] ?? 0), (places.at(-1) ?? 0) - high];
  return left + right === 0 ? (low + high) / 2 : (low * right + high * left) / (left + right);
}

/** Swaps adjacent vertices while this saves crossings, in layers where something changed, a limited number of rounds. */
function swapAll(order: number[][], place: Int32Array, graph: ProperLayers): void {
  let stale = new Set(order.keys());
  for (let round = 0; round < MOST_SWAP_ROUNDS && stale.size > 0; round++) {
    const changed = new Set<number>();
    for (const at of stale) {
      if (!swapLayer(order[at] ?? [], place, graph)) continue;
      for (const near of [at - 1, at, at + 1]) if (order[near]) changed.add(near);
    }
    stale = new Set([...changed].sort((a, b) => a - b));
  }
}

function swapLayer(layer: number[], place: Int32Array, { above, below }: ProperLayers): boolean {
  const ends = layer.map((vertex) => ({
    up: sortedPlaces(above[vertex] ?? [], place),
    down: sortedPlaces(below[vertex] ?? [], place),
  }));
  let saved = false;
  for (let slot = 0; slot + 1 < layer.length; slot++) {
    const [a, b] = [ends[slot], ends[slot + 1]];
    if (!a || !b || gainOf(a.up, b.up) + gainOf(a.down, b.down) <= 0) continue;
    const [left, right] = [layer[slot] ?? 0, layer[slot + 1] ?? 0];
    [layer[slot], layer[slot + 1]] = [right, left];
    [place[left], place[right]] = [slot + 1, slot];
    [ends[slot], ends[slot + 1]] = [b, a];
    saved = true;
  }
  return saved;
}

/** Crossings of two vertices' lines that fall away when the vertices change places. */
function gainOf(left: readonly number[], right: readonly number[]): number {
  let [gain, lower, equal] = [0, 0, 0];
  for (const at of left) {
    while (lower < right.length && (right[lower] ?? 0) < at) lower++;
    equal = Math.max(equal, lower);
    while (equal < right.length && (right[equal] ?? 0) === at) equal++;
    gain += lower - (right.length - equal);
  }
  return gain;
}

/** Vertices in the order in which a walk along lines meets them, ends first. */
function walkedStart({ level, layers, above, below }: ProperLayers, onward: Neighbours): Order {
  const order: number[][] = Array.from({ length: layers }, () => []);
  const back = onward === below ? above : below;
  const isMet = new Uint8Array(level.length);
  for (let start = 0; start < level.length; start++) {
    if (back[start]?.length) continue;
    const stack = [start];
    for (let vertex = stack.pop(); vertex !== undefined; vertex = stack.pop()) {
      if (isMet[vertex]) continue;
      isMet[vertex] = 1;
      order[level[vertex] ?? 0]?.push(vertex);
      const next = onward[vertex] ?? [];
      for (let at = next.length - 1; at >= 0; at--) stack.push(next[at] ?? 0);
    }
  }
  return order;
}

/** Bends as between the ends of their line; equals as they were. */
function sortedBy(
  wanted: readonly number[],
  start: Order,
  { level, above, below, rows }: ProperLayers,
): Order {
  const upper = level.map((_, vertex) => wanted[vertex] ?? 0);
  const lower = [...upper];
  for (let vertex = rows; vertex < level.length; vertex++) {
    upper[vertex] = upper[above[vertex]?.[0] ?? 0] ?? 0;
  }
  for (let vertex = level.length - 1; vertex >= rows; vertex--) {
    lower[vertex] = lower[below[vertex]?.[0] ?? 0] ?? 0;
  }
  const key = (vertex: number) => (upper[vertex] ?? 0) + (lower[vertex] ?? 0);
  return start.map((layer) => [...layer].sort((a, b) => key(a) - key(b)));
}

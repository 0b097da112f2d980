import type { Order } from './crossings';
import type { ProperLayers } from './proper-layers';
import { spaced, type Wanted } from './spaced';

const ROUNDS = 24;
/** All bends of a layer have no more room than so many marks. */
const MOST_FOR_BENDS = 48;
/** Of limited room, the part that the widest layer is moved apart to, and how far at the most. */
const [FULL, MOST_STRETCH] = [0.85, 2.5];
/** Lines are kept straight between two bends rather than at a mark: weights of Gansner and others (1993). */
const [AT_MARKS, AT_A_BEND, AT_BENDS, LOOSE] = [1, 2, 8, 0.01];

/** Room for marks and for lines that pass between them, and the ends of the room where it is limited. */
export interface Room {
  readonly mark: number;
  readonly bend: number;
  readonly left?: number;
  readonly right?: number;
  /** Where rows are wanted; null where they are not. */
  readonly pull?: readonly (number | null)[];
}

type Sides = readonly (readonly (readonly number[])[])[];

/**
 * Where each vertex stands across the layers. Each layer in turn is put as near to the means of its neighbours as its
 * order and the room of marks allow. Long lines come out straight, layers centred over each other.
 */
export function placeAcross(graph: ProperLayers, order: Order, room: Room): Float64Array {
  const across = new Float64Array(graph.level.length);
  const offsets = offsetsIn(order, graph.rows, room);
  const center = middleOf(room);
  order.forEach((layer, at) => {
    const half = (offsets[at]?.at(-1) ?? 0) / 2;
    layer.forEach((vertex, slot) => (across[vertex] = center + (offsets[at]?.[slot] ?? 0) - half));
  });
  for (let round = 0; round < ROUNDS; round++) {
    const isUp = round % 2 === 0;
    const isOneSided = round < ROUNDS / 3;
    for (let step = 0; step < order.length; step++) {
      const at = isUp ? step : order.length - 1 - step;
      const sides = !isOneSided ? [graph.above, graph.below] : isUp ? [graph.below] : [graph.above];
      const wanted = (order[at] ?? []).map((vertex) => wantedAt(vertex, sides, graph, across, room));
      const spots = spaced(wanted, offsets[at] ?? [], room);
      order[at]?.forEach((vertex, slot) => (across[vertex] = spots[slot] ?? 0));
    }
  }
  return across;
}

/**
 * Where vertices of each layer stand at the least when the first stands at 0. Where room is limited, all layers are
 * moved apart if there is more of it, and one that does not fit is pressed together.
 */
function offsetsIn(order: Order, rows: number, room: Room): number[][] {
  const offsets = order.map((layer) => offsetsOf(layer, rows, room));
  if (room.left === undefined || room.right === undefined) return offsets;
  const given = room.right - room.left;
  const widest = offsets.reduce((most, layer) => Math.max(most, layer.at(-1) ?? 0), 1);
  const scale = Math.max(1, Math.min(MOST_STRETCH, (FULL * given) / widest));
  return offsets.map((layer) => {
    const fits = Math.min(scale, given / Math.max(1, layer.at(-1) ?? 0));
    return layer.map((at) => at * fits);
  });
}

function offsetsOf(layer: readonly number[], rows: number, { mark, bend }: Room): number[] {
  const bends = layer.reduce((sum, vertex) => sum + Number(vertex >= rows), 0);
  const small = Math.min(bend, (MOST_FOR_BENDS * mark) / Math.max(1, bends));
  const sizes = layer.map((vertex) => (vertex < rows ? mark : small));
  let at = 0;
  return sizes.map((size, slot) => (at += slot === 0 ? 0 : (size + (sizes[slot - 1] ?? 0)) / 2));
}

/** As near its neighbours as can be; one without any on those sides as near those it has, else the middle. */
function wantedAt(
  vertex: number,
  sides: Sides,
  graph: ProperLayers,
  across: Float64Array,
  room: Room,
): Wanted {
  let [sum, weight] = [0, 0];
  for (const side of sides) {
    for (const other of side[vertex] ?? []) {
      const bends = Number(vertex >= graph.rows) + Number(other >= graph.rows);
      const own = bends === 2 ? AT_BENDS : bends === 1 ? AT_A_BEND : AT_MARKS;
      sum += own * (across[other] ?? 0);
      weight += own;
    }
  }
  const pulled = room.pull?.[vertex] ?? null;
  if (pulled !== null) [sum, weight] = [sum + pulled, weight + 1];
  if (weight > 0) return { at: sum / weight, weight };
  if (sides.length === 1) return wantedAt(vertex, [graph.above, graph.below], graph, across, room);
  return { at: middleOf(room), weight: LOOSE };
}

function middleOf({ left, right }: Room): number {
  return ((left ?? 0) + (right ?? 0)) / 2;
}

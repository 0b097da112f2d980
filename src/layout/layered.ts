import type { Dependencies } from './dependencies';
import { assignLevels } from './layer-assignment';
import { orderLayers } from './layer-order';
import { placeAcross, type Room } from './layer-places';
import { properLayers } from './proper-layers';

export interface Layered {
  /** The layer of each row, 0 the lowest. */
  readonly level: readonly number[];
  /** Where each row stands in its layer, in the units of the room. */
  readonly across: readonly number[];
  readonly layers: number;
}

export interface Wishes {
  readonly room: Room;
  /** So many rows on one level. */
  readonly most: number;
  /** By what rows are in order to begin with. */
  readonly order?: readonly number[];
}

/** A layered drawing (Sugiyama, Tagawa and Toda 1981): layers, their order, places in them. */
export function layered(lines: Dependencies, { room, most, order }: Wishes): Layered {
  const level = assignLevels(lines, most);
  const graph = properLayers(lines, level);
  const across = placeAcross(graph, orderLayers(graph, order), room);
  return { level, across: Array.from(across.subarray(0, lines.count)), layers: graph.layers };
}

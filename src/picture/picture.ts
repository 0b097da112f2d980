import { buildGraph, type EvidenceGraph } from '../graph';
import type { Positions } from '../layout';
import type { View } from '../model';
import type { Neighbourhood } from '../queries';

/** What a picture is made of: plain data, made by the pipeline or stored beside a sample. */
export interface Picture {
  readonly rows: Neighbourhood;
  readonly positions: Positions;
  /** Each alias of the View with the public id it has now. */
  readonly names: Readonly<Record<string, string>>;
}

/** A Picture with the View it is of, as it is stored in a sample's `picture.json`. */
export interface StoredPicture extends Picture {
  readonly view: View;
  readonly next: number | null;
}

/** A Picture with its rows as a graph. */
export interface Shown {
  readonly picture: Picture;
  readonly graph: EvidenceGraph;
}

export function shownOf(picture: Picture, view: View): Shown {
  return { picture, graph: buildGraph(picture.rows, { unidentified: view.unidentified }) };
}

/** Whether two Views have the same picture, and only their Scenes may differ. */
export function isSamePicture(a: View, b: View): boolean {
  return pictureKey(a) === pictureKey(b);
}

function pictureKey(view: View): string {
  const { focus, seeds, direction, depth, expanded, added, lines, layout, layoutSettings, unidentified } =
    view;
  return JSON.stringify([
    ...[focus, seeds, direction, depth, expanded, added, lines],
    ...[layout, layoutSettings, unidentified],
  ]);
}

import { buildGraph, type EvidenceGraph, type GraphOptions } from '../graph';
import type { Positions } from '../layout';
import type { View } from '../model';
import type { Neighbourhood, ParticularColumns } from '../queries';
import { wantedBy } from './wanted';

/** What a picture is made of: plain data, made by the pipeline or stored beside a sample. */
export interface Picture {
  readonly rows: Neighbourhood;
  readonly positions: Positions;
  /** Each alias of the View with the public id it has now. */
  readonly names: Readonly<Record<string, string>>;
  /** In the order of the nodes; absent where nothing needs them. */
  readonly particulars?: ParticularColumns;
  readonly clusters?: readonly string[];
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
  const { rows, particulars, clusters, names } = picture;
  return {
    picture,
    graph: buildGraph(rows, {
      ...graphOptions(view, names),
      ...(particulars && { particulars }),
      ...(clusters && { clusters }),
    }),
  };
}

/** What of a View decides which nodes its graph has. */
export function graphOptions(
  { focus, seeds, folded, unidentified }: View,
  names: Picture['names'],
): Pick<GraphOptions, 'unidentified' | 'folded'> {
  const apart = [...(focus === null ? [] : [focus]), ...seeds].map((alias) => names[alias] ?? alias);
  return { unidentified, ...(folded.length > 0 && { folded: { modules: folded, apart } }) };
}

/** Whether two Views have the same picture, and only their Scenes may differ. */
export function isSamePicture(a: View, b: View): boolean {
  return pictureKey(a) === pictureKey(b);
}

function pictureKey(view: View): string {
  const { focus, seeds, direction, depth, expanded, added, cone, folded, axioms, unfolded, lines } = view;
  const { layout, layoutSettings, unidentified } = view;
  return JSON.stringify([
    ...[focus, seeds, direction, depth, expanded, added, cone, folded, axioms, unfolded, lines],
    ...[layout, layoutSettings, unidentified, wantedBy(view)],
  ]);
}

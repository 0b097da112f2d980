import { forEachPair, type EvidenceGraph } from '../graph';

/** How many neighbours of each node are on the stage; two works that cite each other are one neighbour each. */
export function shownNeighbours(graph: EvidenceGraph, visible: ReadonlySet<string>): Map<string, number> {
  const counts = new Map<string, number>();
  forEachPair(
    graph,
    () => true,
    (a, b) => {
      if (!visible.has(a) || !visible.has(b)) return;
      counts.set(a, (counts.get(a) ?? 0) + 1);
      counts.set(b, (counts.get(b) ?? 0) + 1);
    },
  );
  return counts;
}

import type { EvidenceGraph } from '../graph';

/** How many neighbours of each node are on the stage; two works that cite each other are one neighbour each. */
export function shownNeighbours(graph: EvidenceGraph, visible: ReadonlySet<string>): Map<string, number> {
  const counts = new Map<string, number>();
  graph.forEachEdge((_, __, from, to) => {
    if (!visible.has(from) || !visible.has(to)) return;
    if (from > to && graph.hasDirectedEdge(to, from)) return;
    counts.set(from, (counts.get(from) ?? 0) + 1);
    counts.set(to, (counts.get(to) ?? 0) + 1);
  });
  return counts;
}

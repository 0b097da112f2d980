import type { EvidenceGraph } from './build-graph';

/** Each two nodes that lines of any direction join, once; a line of a claim joins its paper, and nothing joins claims. */
export function forEachPair(
  graph: EvidenceGraph,
  isWanted: (line: string) => boolean,
  visit: (a: string, b: string) => void,
): void {
  const ofClaims = new Set<string>();
  graph.forEachEdge((line, _, from, to, { claimOf: source = from }, { claimOf: target = to }) => {
    if (!isWanted(line)) return;
    if (source === from && target === to) {
      const other = from > to ? graph.directedEdge(to, from) : undefined;
      if (other === undefined || !isWanted(other)) visit(from, to);
      return;
    }
    const key = `${source}\n${target}`;
    if (source === target || ofClaims.has(key) || isJoined(graph, source, target, isWanted)) return;
    ofClaims.add(key);
    visit(source, target);
  });
}

function isJoined(graph: EvidenceGraph, a: string, b: string, isWanted: (line: string) => boolean): boolean {
  return [graph.directedEdge(a, b), graph.directedEdge(b, a)].some(
    (line) => line !== undefined && isWanted(line),
  );
}

import type { View } from '../model';
import type { EvidenceGraph } from './build-graph';

/** Claims whose papers are on the stage, unless hidden themselves or of no wanted kind. */
export function claimsOf(
  graph: EvidenceGraph,
  stage: ReadonlySet<string>,
  { hidden, filters: { off, facets } }: View,
): string[] {
  const kinds = facets.kind ?? [];
  if (off.includes('kind:claim') || (kinds.length > 0 && !kinds.includes('claim'))) return [];
  const isHidden = new Set(hidden);
  return graph.filterNodes(
    (id, { claimOf }) => claimOf !== undefined && stage.has(claimOf) && !isHidden.has(id),
  );
}

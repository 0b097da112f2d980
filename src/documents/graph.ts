import type { Parts } from './evidence';
import { present, within, type Stated } from './stated';

/** A graph snapshot by itself: it has no canonical record, and mostly no Pith Number. */
export function graphParts(root: Stated): Parts {
  const graph = within(root, 'graph_snapshot') ?? root;
  return {
    number: within(root, 'pith_number'),
    shortNumber: within(root, 'short_pith_number'),
    canonicalRecord: null,
    canonicalSha256: null,
    sources: present([within(graph, 'source')]),
    aliases: [],
    events: [],
    papers: present([within(graph, 'paper')]),
    graphs: [graph],
    registry: [],
    counters: null,
  };
}

import type { View } from '../model';
import type { EvidenceGraph, NodeFacts } from './build-graph';

/** The keys by which the legend and the filters of a View name what a node is. */
function keysOf(facts: NodeFacts): string[] {
  return [
    `kind:${facts.kind}`,
    // A theorem has no record to be trusted.
    ...(isPaper(facts.kind) ? [`trust:${facts.trust}`] : []),
    `category:${facts.category ?? '?'}`,
    `hops:${facts.hops}`,
  ];
}

function isPaper(kind: NodeFacts['kind']): boolean {
  return kind === 'paper' || kind === 'stub';
}

/**
 * The nodes that a View leaves on the stage. The focus and the seeds stay whatever the filters say, unless a person
 * hid them. Ids in the View must be public ids.
 */
export function visibleNodes(graph: EvidenceGraph, view: View): Set<string> {
  const off = new Set(view.filters.off);
  const hidden = new Set(view.hidden);
  const kept = new Set([...(view.focus === null ? [] : [view.focus]), ...view.seeds]);
  const visible = new Set<string>();
  graph.forEachNode((id, facts) => {
    if (hidden.has(id)) return;
    if (kept.has(id) || passes(facts, off, view.filters.years)) visible.add(id);
  });
  return visible;
}

function passes(facts: NodeFacts, off: ReadonlySet<string>, years: View['filters']['years']): boolean {
  if (keysOf(facts).some((key) => off.has(key))) return false;
  if (!years || facts.year === null) return true;
  return facts.year >= years[0] && facts.year <= years[1];
}

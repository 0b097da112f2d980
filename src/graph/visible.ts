import type { View } from '../model';
import type { EvidenceGraph } from './build-graph';
import { crossFilter } from './sieves';

/**
 * The nodes that a View leaves on the stage. The focus and the seeds stay whatever the filters say, unless a person
 * hid them. Ids in the View must be public ids.
 */
export function visibleNodes(graph: EvidenceGraph, view: View): Set<string> {
  return crossFilter(graph, view).stage;
}

import { buildGraph } from '../../graph';
import type { ColourRole, Scene } from '../../model';
import type { Neighbourhood } from '../../queries';
import { exportGraph, type ExportGraph } from './export-graph';

/** Everything that is loaded: what is on the stage has its place and colour from there. */
export interface AllInput {
  readonly rows: Neighbourhood;
  readonly scene: Scene;
  readonly theme: Readonly<Record<ColourRole, string>>;
}

/** Takes as long as drawing it all would: for a worker. */
export function allOf({ rows, scene, theme }: AllInput): ExportGraph {
  const graph = buildGraph(rows, { unidentified: false });
  const ids = new Set(graph.nodes());
  return {
    ...exportGraph({ graph, scene, theme, ids, lines: 'known' }),
    description: 'Everything that is loaded.',
  };
}

import type { GraphFormat } from './formats';
import type { ExportGraph } from './graph/export-graph';

/** What a file holds: text that is written as UTF-8, or bytes. */
export type Written = string | Uint8Array;

export type Job = { readonly kind: 'graph'; readonly format: GraphFormat; readonly graph: ExportGraph };

export async function write(job: Job): Promise<Written> {
  switch (job.kind) {
    case 'graph':
      return writeGraph(job.format, job.graph);
  }
}

export async function writeGraph(format: GraphFormat, graph: ExportGraph): Promise<Written> {
  switch (format) {
    case 'gexf':
      return (await import('./graph/gexf')).gexf(graph);
    case 'graphml':
      return (await import('./graph/graphml')).graphml(graph);
    case 'graphology':
      return (await import('./graph/json')).graphologyJson(graph);
    case 'cytoscape':
      return (await import('./graph/json')).cytoscapeJson(graph);
    case 'dot':
      return (await import('./graph/dot')).dot(graph);
    case 'csv-pair':
      return (await import('./graph/tables')).csvPair(graph);
    case 'pajek':
      return (await import('./graph/pajek')).pajek(graph);
    case 'vosviewer':
      return (await import('./graph/vosviewer')).vosviewerJson(graph);
  }
}

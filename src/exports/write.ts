import type { BibliographyWork } from '../queries';
import type { BibliographyFormat, GraphFormat, TableFormat } from './formats';
import { allOf, type AllInput } from './graph/all';
import type { ExportGraph } from './graph/export-graph';
import { graphTables } from './graph/graph-tables';
import type { PortableInput } from './portable';
import type { ExportTable } from './table/export-table';

/** What a file holds: text that is written as UTF-8, or bytes. */
export type Written = string | Uint8Array;

/** A graph to write, or what it is made of. */
export type GraphSource = ExportGraph | AllInput;

export type Job =
  | { readonly kind: 'portable'; readonly input: PortableInput }
  | { readonly kind: 'files'; readonly files: Readonly<Record<string, Uint8Array>> }
  | { readonly kind: 'graph'; readonly format: GraphFormat; readonly graph: GraphSource }
  | {
      readonly kind: 'graph-table';
      readonly format: TableFormat;
      readonly graph: GraphSource;
      readonly table: 'nodes' | 'lines';
    }
  | { readonly kind: 'table'; readonly format: TableFormat; readonly table: ExportTable }
  | {
      readonly kind: 'bibliography';
      readonly format: BibliographyFormat;
      readonly works: readonly BibliographyWork[];
    };

/** How many of what are in a file. */
export type Counts = Readonly<Partial<Record<'nodes' | 'lines' | 'works' | 'rows', number>>>;

export async function write(job: Job): Promise<{ readonly written: Written; readonly counts: Counts }> {
  switch (job.kind) {
    case 'portable': {
      const { portableZip } = await import('./portable');
      return { written: portableZip(job.input), counts: {} };
    }
    case 'files':
      return { written: (await import('./portable')).filesZip(job.files), counts: {} };
    case 'graph': {
      const graph = graphOf(job.graph);
      const counts = { nodes: graph.nodes.length, lines: graph.lines.length };
      return { written: await writeGraph(job.format, graph), counts };
    }
    case 'graph-table':
      return rowsOf(job.format, graphTables(graphOf(job.graph))[job.table]);
    case 'table':
      return rowsOf(job.format, job.table);
    case 'bibliography':
      return {
        written: await writeBibliography(job.format, job.works),
        counts: { works: job.works.length },
      };
  }
}

function graphOf(source: GraphSource): ExportGraph {
  return 'rows' in source ? allOf(source) : source;
}

async function rowsOf(format: TableFormat, table: ExportTable) {
  return { written: await writeTable(format, table), counts: { rows: table.columns[0]?.length ?? 0 } };
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

async function writeTable(format: TableFormat, table: ExportTable): Promise<Written> {
  switch (format) {
    case 'csv':
      return (await import('./table/text')).csv(table);
    case 'jsonl':
      return (await import('./table/text')).jsonLines(table);
    case 'parquet':
      return (await import('./table/parquet')).parquet(table);
    case 'arrow':
      return (await import('./table/arrow')).arrow(table);
  }
}

export async function writeBibliography(
  format: BibliographyFormat,
  works: readonly BibliographyWork[],
): Promise<Written> {
  switch (format) {
    case 'bibtex':
      return (await import('./bibliography/bibtex')).bibtex(works);
    case 'ris':
      return (await import('./bibliography/ris')).ris(works);
    case 'csl-json':
      return (await import('./bibliography/csl')).cslJson(works);
    case 'author-year-list':
      return (await import('./bibliography/lists')).authorYearList(works);
    case 'numbered-list':
      return (await import('./bibliography/lists')).numberedList(works);
    case 'markdown-list':
      return (await import('./bibliography/lists')).markdownList(works);
  }
}

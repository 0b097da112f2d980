import type { BibliographyWork } from '../queries';
import type { BibliographyFormat, GraphFormat, TableFormat } from './formats';
import type { ExportGraph } from './graph/export-graph';
import type { PortableInput } from './portable';
import type { ExportTable } from './table/export-table';

/** What a file holds: text that is written as UTF-8, or bytes. */
export type Written = string | Uint8Array;

export type Job =
  | { readonly kind: 'portable'; readonly input: PortableInput }
  | { readonly kind: 'graph'; readonly format: GraphFormat; readonly graph: ExportGraph }
  | { readonly kind: 'table'; readonly format: TableFormat; readonly table: ExportTable }
  | {
      readonly kind: 'bibliography';
      readonly format: BibliographyFormat;
      readonly works: readonly BibliographyWork[];
    };

export async function write(job: Job): Promise<Written> {
  switch (job.kind) {
    case 'portable':
      return (await import('./portable')).portableZip(job.input);
    case 'graph':
      return writeGraph(job.format, job.graph);
    case 'table':
      return writeTable(job.format, job.table);
    case 'bibliography':
      return writeBibliography(job.format, job.works);
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

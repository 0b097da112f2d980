/** A format for a menu. */
export interface FileFormat<Id extends string> {
  readonly id: Id;
  readonly name: string;
  /** Of the file name, without the dot. */
  readonly ending: string;
  readonly mediaType: string;
  /** What it holds, and what it cannot. */
  readonly holds: string;
}

export type GraphFormat =
  'gexf' | 'graphml' | 'graphology' | 'dot' | 'csv-pair' | 'pajek' | 'vosviewer' | 'cytoscape';

export const GRAPH_FORMATS: readonly FileFormat<GraphFormat>[] = [
  {
    id: 'gexf',
    name: 'GEXF',
    ending: 'gexf',
    mediaType: 'application/gexf+xml',
    holds: 'Everything: places, sizes, colours and all that is told. For Gephi.',
  },
  {
    id: 'graphml',
    name: 'GraphML',
    ending: 'graphml',
    mediaType: 'application/graphml+xml',
    holds:
      'Everything; ids with signs that GraphML does not allow are in public_id. For yEd, igraph, NetworkX.',
  },
  {
    id: 'graphology',
    name: 'Graphology JSON',
    ending: 'json',
    mediaType: 'application/json',
    holds: 'Everything. For graphology, sigma and Gephi Lite.',
  },
  {
    id: 'dot',
    name: 'DOT',
    ending: 'dot',
    mediaType: 'text/vnd.graphviz',
    holds: 'Everything; backslashes are doubled. neato -n draws it as it is placed. For Graphviz.',
  },
  {
    id: 'csv-pair',
    name: 'CSV pair',
    ending: 'zip',
    mediaType: 'application/zip',
    holds: 'Everything, as nodes.csv and edges.csv; texts that look like formulas begin with an apostrophe.',
  },
  {
    id: 'pajek',
    name: 'Pajek',
    ending: 'net',
    mediaType: 'text/x-pajek',
    holds: 'Names, places, shapes and evidence counts; no colours, sizes, years, verdicts or kinds of lines.',
  },
  {
    id: 'vosviewer',
    name: 'VOSviewer JSON',
    ending: 'json',
    mediaType: 'application/json',
    holds:
      'Names, places, clusters, years and line counts; lines lose direction and kind, marks their colours.',
  },
  {
    id: 'cytoscape',
    name: 'Cytoscape JSON',
    ending: 'cyjs',
    mediaType: 'application/json',
    holds: 'Everything; sizes and colours are data for a style to use. For Cytoscape.',
  },
];

export type TableFormat = 'csv' | 'jsonl' | 'parquet' | 'arrow';

export const TABLE_FORMATS: readonly FileFormat<TableFormat>[] = [
  {
    id: 'csv',
    name: 'CSV',
    ending: 'csv',
    mediaType: 'text/csv',
    holds:
      'All rows, without types; NULL is an empty cell; texts that look like formulas begin with an apostrophe.',
  },
  {
    id: 'jsonl',
    name: 'JSON Lines',
    ending: 'jsonl',
    mediaType: 'application/jsonl',
    holds: 'An object a row; whole numbers beyond 2^53 are texts, as are dates and decimals.',
  },
  {
    id: 'parquet',
    name: 'Parquet',
    ending: 'parquet',
    mediaType: 'application/vnd.apache.parquet',
    holds: 'All rows with their types; decimals, times and nested values are texts. For DuckDB, pandas, R.',
  },
  {
    id: 'arrow',
    name: 'Arrow',
    ending: 'arrow',
    mediaType: 'application/vnd.apache.arrow.file',
    holds: 'All rows with their types; decimals, times and nested values are texts. For pandas, Polars, R.',
  },
];

export type BibliographyFormat =
  'bibtex' | 'ris' | 'csl-json' | 'author-year-list' | 'numbered-list' | 'markdown-list';

export const BIBLIOGRAPHY_FORMATS: readonly FileFormat<BibliographyFormat>[] = [
  {
    id: 'bibtex',
    name: 'BibTeX',
    ending: 'bib',
    mediaType: 'application/x-bibtex',
    holds:
      'All but the day, Pith and OpenAlex names; names that do not tell the family’s are in braces. UTF-8, for LaTeX.',
  },
  {
    id: 'ris',
    name: 'RIS',
    ending: 'ris',
    mediaType: 'application/x-research-info-systems',
    holds: 'All but further names; preprints are unpublished works. For Zotero, EndNote, Mendeley.',
  },
  {
    id: 'csl-json',
    name: 'CSL JSON',
    ending: 'json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    holds: 'Everything; all names of a work are under custom. For Zotero, Pandoc, Citation.js.',
  },
  {
    id: 'author-year-list',
    name: 'Author-year list',
    ending: 'txt',
    mediaType: 'text/plain',
    holds: 'A line a work, by author and year: authors, year, title, venue, id, address.',
  },
  {
    id: 'numbered-list',
    name: 'Numbered list',
    ending: 'txt',
    mediaType: 'text/plain',
    holds: 'A numbered line a work, in the order of the list: authors, title, venue or id, year, address.',
  },
  {
    id: 'markdown-list',
    name: 'Markdown list',
    ending: 'md',
    mediaType: 'text/markdown',
    holds: 'A numbered line a work, in the order of the list, with links on titles.',
  },
];

export const DATABASE_FORMATS: readonly FileFormat<'duckdb'>[] = [
  {
    id: 'duckdb',
    name: 'DuckDB file',
    ending: 'duckdb',
    mediaType: 'application/vnd.duckdb.file',
    holds: 'All tables with all rows and their types, for SQL in DuckDB 1.4 or later, Python or R.',
  },
];

export const BUNDLE_FORMATS: readonly FileFormat<'portable'>[] = [
  {
    id: 'portable',
    name: 'Portable bundle',
    ending: 'zip',
    mediaType: 'application/zip',
    holds:
      'The documents as they came, byte for byte, of collections the lines that are needed, and this view. Dropped on any Corollary it opens and is checked there.',
  },
];

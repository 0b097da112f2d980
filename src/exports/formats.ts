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

/** What a node or a line of a graph file is said to be. */
export type Attributes = ReadonlyMap<string, string>;

export interface GraphFileNode {
  readonly attributes: Attributes;
  /** In the file, counted from 1. */
  readonly line: number;
}

export interface GraphFileLine extends GraphFileNode {
  readonly source: string;
  readonly target: string;
}

/** A graph as a file of DOT, GEXF or GraphML has it, whatever it is a graph of. */
export interface GraphFile {
  readonly form: GraphForm;
  readonly name: string | null;
  readonly isDirected: boolean;
  /** By their names, in the order in which they are met; some are only named by lines. */
  readonly nodes: ReadonlyMap<string, GraphFileNode>;
  readonly lines: readonly GraphFileLine[];
  /** Said of the graph, and of all its nodes and all its lines at once. */
  readonly graph: Attributes;
  readonly everyNode: Attributes;
  readonly everyLine: Attributes;
}

export type GraphForm = 'dot' | 'page' | 'gexf' | 'graphml';

export const NO_ATTRIBUTES: Attributes = new Map();

/** The text begins a long way before what counts: comments, declarations, the head of a page. */
const HEAD = 4096;

/** The form of a graph file by how its text begins; `page` is a web page that draws DOT. Null where it is none. */
export function graphFormOf(text: string): GraphForm | null {
  const start = afterRemarks(text.slice(0, HEAD));
  if (/^(?:strict\s{1,9})?(?:di)?graph\b[^{<]{0,600}\{/i.test(start)) return 'dot';
  if (!start.startsWith('<')) return null;
  const root = /<(gexf|graphml|html)[\s>]/i.exec(start)?.[1]?.toLowerCase();
  if (root === 'gexf' || root === 'graphml') return root;
  return root === 'html' && drawnDot(text) !== null ? 'page' : null;
}

/** Without the blanks and comments of DOT before what counts. */
function afterRemarks(head: string): string {
  let rest = head.trimStart();
  for (;;) {
    const end = rest.startsWith('/*')
      ? rest.indexOf('*/') + 1
      : /^(?:\/\/|#)/.test(rest)
        ? rest.indexOf('\n')
        : 0;
    if (end <= 0) return rest;
    rest = rest.slice(end + 1).trimStart();
  }
}

/** The DOT that a page's script draws, as it stands between its quotes, and where. Nothing is run. */
export function drawnDot(page: string): { readonly text: string; readonly at: number } | null {
  const call = page.indexOf('.renderDot(');
  if (call === -1) return null;
  const opening = /\(\s{0,99}([`"'])/y;
  opening.lastIndex = call + '.renderDot'.length;
  const quote = opening.exec(page)?.[1];
  if (quote === undefined) return null;
  const at = opening.lastIndex;
  let end = at;
  while (end < page.length && page[end] !== quote) end += page[end] === '\\' ? 2 : 1;
  const text = page.slice(at, end);
  if (!/^\s{0,99}(?:strict\s{1,9})?digraph\b/.test(text)) return null;
  return { at, text: quote === '`' ? text : text.replaceAll('\\n', ' ').replaceAll(`\\${quote}`, quote) };
}

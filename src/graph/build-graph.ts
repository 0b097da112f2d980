import { DirectedGraph } from 'graphology';
import type { FormalColumns, Neighbourhood, ParticularColumns } from '../queries';
import { addClaims, tiedByClaims } from './claims';
import type { EvidenceGraph, FormalFacts, Particulars } from './evidence-graph';
import { addContained, addToModule, foldedModule, lineAdder, type Folded } from './folding';

export type { EvidenceGraph, LineFacts, NodeFacts, Particulars } from './evidence-graph';

export interface GraphOptions {
  /** Adds references that carry no id at all, as nodes of kind `reference`. */
  readonly unidentified: boolean;
  /** Modules drawn as one node each, and what stays by itself nevertheless: the focus and the seeds. */
  readonly folded?: Folded;
  /** In the order of the nodes, as `clusters` are; absent where nothing needs them. */
  readonly particulars?: ParticularColumns;
  readonly clusters?: readonly string[];
}

export function buildGraph(rows: Neighbourhood, options: GraphOptions): EvidenceGraph {
  const graph: EvidenceGraph = new DirectedGraph({ allowSelfLoops: false });
  const ids = addNodes(graph, rows, options);
  const { lines, claims } = rows;
  const add = lineAdder(graph);
  const isTiedByClaims = tiedByClaims(claims);
  lines.from.forEach((from, row) => {
    const [source, target] = [ids.get(from), ids.get(lines.to[row] ?? 0)];
    if (source === undefined || target === undefined) return;
    if (isTiedByClaims(from, lines.to[row] ?? 0)) return;
    const tie = lines.tie?.[row];
    const relationship = lines.relationship?.[row] ?? 'cites';
    add(source, target, {
      kind: lines.kind[row] ?? 'cites',
      evidence: lines.evidence[row] ?? 0,
      isWeak: lines.isWeak[row] ?? false,
      ...(relationship !== 'cites' && { relationship }),
      ...(tie && { tie }),
    });
  });
  addContained(graph);
  if (claims) addClaims(graph, claims, { ids, hasTies: lines.kind.includes('formal') });
  if (options.unidentified) addUnidentified(graph, rows, ids);
  return graph;
}

/** In place, because a second graph of very many nodes takes long: before anything is asked of the graph. */
export function tellClusters(
  graph: EvidenceGraph,
  { nodes }: Neighbourhood,
  clusters: readonly string[],
): void {
  nodes.id.forEach((id, row) => {
    if (graph.hasNode(id)) graph.setNodeAttribute(id, 'cluster', clusters[row] ?? '');
  });
}

function addNodes(
  graph: EvidenceGraph,
  { nodes, formal }: Neighbourhood,
  { folded, particulars, clusters }: GraphOptions,
): Map<number, string> {
  const ids = new Map<number, string>();
  const formalOf = formalFacts(formal);
  nodes.id.forEach((id, row) => {
    const own = formalOf.get(nodes.node[row] ?? 0);
    const module = own && folded ? foldedModule(own.formal, folded, id) : null;
    ids.set(nodes.node[row] ?? 0, module ?? id);
    if (module !== null && own) {
      addToModule(graph, module, own.formal, nodes.hops[row] ?? 0);
      return;
    }
    graph.addNode(id, {
      node: nodes.node[row] ?? 0,
      kind: nodes.kind[row] ?? 'paper',
      hops: nodes.hops[row] ?? 0,
      title: nodes.title[row] ?? null,
      authors: nodes.authors[row] ?? null,
      date: nodes.date[row] ?? null,
      year: nodes.year[row] ?? null,
      category: nodes.category[row] ?? null,
      trust: nodes.trust[row] ?? 'none',
      status: nodes.status[row] ?? null,
      linesOut: nodes.linesOut[row] ?? 0,
      linesIn: nodes.linesIn[row] ?? 0,
      ...own,
      ...(particulars && { particulars: particularsAt(particulars, row) }),
      ...(clusters && { cluster: clusters[row] ?? '' }),
    });
  });
  return ids;
}

function formalFacts(formal: FormalColumns | undefined): Map<number, { readonly formal: FormalFacts }> {
  const facts = new Map<number, { readonly formal: FormalFacts }>();
  formal?.node.forEach((node, row) => {
    facts.set(node, {
      formal: {
        library: formal.library[row] ?? '',
        module: formal.module[row] ?? null,
        statement: formal.statement[row] ?? null,
        standing: formal.standing[row] ?? null,
      },
    });
  });
  return facts;
}

function particularsAt({ venue, documents, roles, claims }: ParticularColumns, row: number): Particulars {
  return {
    venue: venue[row] ?? null,
    documents: documents[row] ?? [],
    roles: roles[row] ?? [],
    claims: claims[row] ?? '',
  };
}

const BLANK = { date: null, category: null, trust: 'none', status: null, authors: null } as const;

function addUnidentified(
  graph: EvidenceGraph,
  { unidentified }: Neighbourhood,
  ids: Map<number, string>,
): void {
  unidentified.raw.forEach((raw, row) => {
    const citing = ids.get(unidentified.citing[row] ?? 0);
    if (citing === undefined) return;
    const id = `reference:${citing}#${unidentified.refIndex[row] ?? row}`;
    if (graph.hasNode(id)) return;
    const year = Number(/\b(?:19|20)\d\d\b/.exec(raw)?.[0]) || null;
    const hops = graph.getNodeAttribute(citing, 'hops') + 1;
    graph.addNode(id, {
      ...BLANK,
      node: 0,
      kind: 'reference',
      hops,
      title: raw,
      year,
      linesOut: 0,
      linesIn: 1,
    });
    graph.addDirectedEdge(citing, id, { kind: 'cites', evidence: 1, isWeak: false });
  });
}

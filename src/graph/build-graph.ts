import { DirectedGraph } from 'graphology';
import type { Neighbourhood, ParticularColumns } from '../queries';
import { addClaims, tiedByClaims } from './claims';
import type { EvidenceGraph, Particulars } from './evidence-graph';

export type { EvidenceGraph, LineFacts, NodeFacts, Particulars } from './evidence-graph';

export interface GraphOptions {
  /** Adds references that carry no id at all, as nodes of kind `reference`. */
  readonly unidentified: boolean;
  /** In the order of the nodes, as `clusters` are; absent where nothing needs them. */
  readonly particulars?: ParticularColumns;
  readonly clusters?: readonly string[];
}

export function buildGraph(rows: Neighbourhood, options: GraphOptions): EvidenceGraph {
  const graph: EvidenceGraph = new DirectedGraph({ allowSelfLoops: false });
  const ids = addNodes(graph, rows, options);
  const { lines, claims } = rows;
  const isTiedByClaims = tiedByClaims(claims);
  lines.from.forEach((from, row) => {
    const [source, target] = [ids.get(from), ids.get(lines.to[row] ?? 0)];
    if (source === undefined || target === undefined) return;
    if (isTiedByClaims(from, lines.to[row] ?? 0)) return;
    const relationship = lines.relationship?.[row] ?? 'cites';
    graph.addDirectedEdge(source, target, {
      kind: lines.kind[row] ?? 'cites',
      evidence: lines.evidence[row] ?? 0,
      isWeak: lines.isWeak[row] ?? false,
      ...(relationship !== 'cites' && { relationship }),
    });
  });
  if (claims) addClaims(graph, claims, { ids, hasTies: lines.kind.includes('formal') });
  if (options.unidentified) addUnidentified(graph, rows, ids);
  return graph;
}

function addNodes(
  graph: EvidenceGraph,
  { nodes }: Neighbourhood,
  { particulars, clusters }: GraphOptions,
): Map<number, string> {
  const ids = new Map<number, string>();
  nodes.id.forEach((id, row) => {
    ids.set(nodes.node[row] ?? 0, id);
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
      ...(particulars && { particulars: particularsAt(particulars, row) }),
      ...(clusters && { cluster: clusters[row] ?? '' }),
    });
  });
  return ids;
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

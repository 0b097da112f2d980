import type { Claims } from '../queries';
import type { EvidenceGraph } from './evidence-graph';

/** Whether evidence of a tie names claims that are on the stage: then its line is made from them. */
export function tiedByClaims(claims: Claims | undefined): (work: number, theorem: number) => boolean {
  if (!claims) return () => false;
  const { work, claim, theorem } = claims.ties;
  const named = work.flatMap((from, row) => (claim[row] === null ? [] : [`${from} ${theorem[row]}`]));
  const pairs = new Set(named);
  return (from, to) => pairs.has(`${from} ${to}`);
}

interface Ground {
  /** Public ids by node. */
  readonly ids: ReadonlyMap<number, string>;
  /** Whether the View has ties drawn at all. */
  readonly hasTies: boolean;
}

/** Claims of unfolded papers, each joined to its paper; ties whose evidence names them end on them. */
export function addClaims(graph: EvidenceGraph, claims: Claims, ground: Ground): void {
  const { counts, unfolded } = claims;
  counts.work.forEach((work, row) => {
    const id = ground.ids.get(work);
    if (id !== undefined) graph.setNodeAttribute(id, 'claims', counts.claims[row] ?? 0);
  });
  unfolded.id.forEach((id, row) => {
    const paper = ground.ids.get(unfolded.work[row] ?? 0);
    if (paper === undefined || graph.hasNode(id)) return;
    const { hops, date, year, category } = graph.getNodeAttributes(paper);
    graph.addNode(id, {
      ...{ node: unfolded.work[row] ?? 0, kind: 'claim', hops, date, year, category, claimOf: paper },
      title: unfolded.text[row] ?? '',
      status: inWords(unfolded.status[row] ?? ''),
      ...{ authors: null, trust: 'none', linesOut: 0, linesIn: 0 },
    });
    graph.addDirectedEdge(id, paper, { kind: 'claim', evidence: unfolded.evidence[row] ?? 0, isWeak: false });
  });
  if (ground.hasTies) addTies(graph, claims, ground.ids);
}

function addTies(graph: EvidenceGraph, { ties }: Claims, ids: ReadonlyMap<number, string>): void {
  ties.work.forEach((work, row) => {
    const [from, to] = [ties.claim[row] ?? ids.get(work), ids.get(ties.theorem[row] ?? 0)];
    if (from === undefined || to === undefined || !graph.hasNode(from) || graph.hasDirectedEdge(from, to))
      return;
    graph.addDirectedEdge(from, to, {
      kind: 'formal',
      evidence: ties.evidence[row] ?? 0,
      isWeak: ties.isWeak[row] ?? false,
      ...(ties.relation[row] && { tie: ties.relation[row] }),
    });
  });
}

/** `machine_extracted` as machine-extracted, `strongest_claim` as strongest claim. */
function inWords(status: string): string | null {
  return status === ''
    ? null
    : status.replaceAll('machine_extracted', 'machine-extracted').replaceAll('_', ' ');
}

import { isFormal, isJoin, type View } from '../model';
import type { EvidenceGraph } from '../graph';
import type { LayoutInput } from './arrangement';

/** The columns a layout needs, rows in the order of public ids; ties of claims are those of their papers. */
export function layoutInput(
  graph: EvidenceGraph,
  focus: string | null,
  { seed, flow }: View['layoutSettings'],
): LayoutInput {
  const claims = graph.filterNodes((_, { kind }) => kind === 'claim').sort();
  const id = graph.filterNodes((_, { kind }) => kind !== 'claim').sort();
  const row = new Map(id.map((node, index) => [node, index]));
  const rowOf = (node: string) => row.get(graph.getNodeAttribute(node, 'claimOf') ?? node) ?? 0;
  const facts = id.map((node) => graph.getNodeAttributes(node));
  const lines = linesOf(graph, rowOf);
  return {
    id,
    time: facts.map(({ date, year }) => timeOf(date, year)),
    hops: facts.map(({ hops }) => hops),
    isFormal: facts.map(({ kind }) => isFormal(kind)),
    from: lines.map(([from]) => from),
    to: lines.map(([, to]) => to),
    focus: focus === null ? -1 : (row.get(focus) ?? -1),
    seed,
    ...(flow === 'right' && { flow }),
    ...(claims.length > 0 && { claims: { id: claims, paper: claims.map(rowOf) } }),
  };
}

/** Each once, also where a paper and several of its claims are tied to one theorem. */
function linesOf(graph: EvidenceGraph, rowOf: (node: string) => number): (readonly [number, number])[] {
  const lines = graph
    .filterEdges((_, { kind }) => !isJoin(kind))
    .map((line) => [rowOf(graph.source(line)), rowOf(graph.target(line))] as const)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return lines.filter(([from, to], place) => {
    const before = lines[place - 1];
    return before?.[0] !== from || before[1] !== to;
  });
}

/** `2024-09-19` as 2024.72; the middle of what is not said. */
function timeOf(date: string | null, year: number | null): number | null {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date ?? '');
  if (!parts) return year === null ? null : year + 0.5;
  const [, whole, month, day] = parts;
  if (month === undefined) return Number(whole) + 0.5;
  return Number(whole) + (Number(month) - 1 + (day === undefined ? 0.5 : (Number(day) - 0.5) / 31)) / 12;
}

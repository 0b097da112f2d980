import type { EvidenceGraph } from '../graph';
import type { LayoutInput } from './arrangement';

/** The columns a layout needs, rows in the order of public ids. */
export function layoutInput(graph: EvidenceGraph, focus: string | null, seed: number): LayoutInput {
  const id = graph.nodes().sort();
  const row = new Map(id.map((node, index) => [node, index]));
  const facts = id.map((node) => graph.getNodeAttributes(node));
  const lines = graph
    .mapEdges((_, __, source, target) => [row.get(source) ?? 0, row.get(target) ?? 0] as const)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return {
    id,
    time: facts.map(({ date, year }) => timeOf(date, year)),
    hops: facts.map(({ hops }) => hops),
    isFormal: facts.map(({ kind }) => kind === 'theorem' || kind === 'definition'),
    from: lines.map(([from]) => from),
    to: lines.map(([, to]) => to),
    focus: focus === null ? -1 : (row.get(focus) ?? -1),
    seed,
  };
}

/** `2024-09-19` as 2024.72; the middle of what is not said. */
function timeOf(date: string | null, year: number | null): number | null {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date ?? '');
  if (!parts) return year === null ? null : year + 0.5;
  const [, whole, month, day] = parts;
  if (month === undefined) return Number(whole) + 0.5;
  return Number(whole) + (Number(month) - 1 + (day === undefined ? 0.5 : (Number(day) - 0.5) / 31)) / 12;
}

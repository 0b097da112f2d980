import type { EvidenceGraph, LineFacts } from './build-graph';

/** What the legend calls a line: a citation by its relationship. */
export type LineWord = NonNullable<LineFacts['relationship']> | LineFacts['kind'];

export function wordOf({ kind, relationship }: LineFacts): LineWord {
  return relationship ?? kind;
}

/** The legend's key of a line: a tie by its relation too. */
export function lineKey(facts: LineFacts): string {
  return facts.tie === undefined ? `line:${wordOf(facts)}` : `line:tie_${facts.tie}`;
}

/** Which lines are left where a legend has these keys (such as `line:refutes`) off. */
export function drawnLines(graph: EvidenceGraph, off: readonly string[]): (line: string) => boolean {
  const gone = new Set(off);
  return gone.size === 0 ? () => true : (line) => !gone.has(lineKey(graph.getEdgeAttributes(line)));
}

import type { LineKind } from '../model';
import type { Neighbourhood, NodeColumns } from '../queries';

type Columns<Of> = { [Name in keyof Of]: Of[Name] extends readonly (infer Item)[] ? Item : never };
type Node = Partial<Columns<NodeColumns>>;

/** Rows of a neighbourhood for tests: nodes by what matters of them, lines as pairs of their places. */
export function rowsWith(
  nodes: readonly Node[],
  lines: readonly (readonly [from: number, to: number])[] = [],
): Neighbourhood {
  const column = <Name extends keyof NodeColumns>(
    name: Name,
    otherwise: (row: number) => Columns<NodeColumns>[Name],
  ) => nodes.map((node, row) => (node[name] === undefined ? otherwise(row) : node[name]));
  const made = {
    node: column('node', (row) => row + 1),
    id: column('id', (row) => `n${row}`),
    hops: column('hops', () => 1),
    kind: column<'kind'>('kind', () => 'paper'),
    title: column('title', () => null),
    authors: column('authors', () => null),
    date: column('date', () => null),
    year: column('year', () => null),
    category: column('category', () => null),
    trust: column<'trust'>('trust', () => 'none'),
    status: column('status', () => null),
    linesOut: column('linesOut', () => 0),
    linesIn: column('linesIn', () => 0),
  };
  return {
    nodes: made,
    lines: {
      from: lines.map(([from]) => made.node[from] as number),
      to: lines.map(([, to]) => made.node[to] as number),
      kind: lines.map((): LineKind => 'cites'),
      evidence: lines.map(() => 1),
      isWeak: lines.map(() => false),
    },
    unidentified: { citing: [], refIndex: [], raw: [] },
  };
}

import type { Explorer } from '../../explorer';
import { compareText, isFormal, spelled, type NodeKind, type Scene, type SceneNode } from '../../model';
import { grouped } from '../numbers';

type Graph = NonNullable<Explorer['graph']>;

/** One node of the stage as a row of the table. */
export interface Row {
  readonly id: string;
  readonly kind: NodeKind;
  readonly title: string;
  readonly authors: string;
  readonly date: string;
  readonly hops: number;
  readonly references: number;
  readonly citedBy: number;
  readonly lines: number;
  readonly trust: string;
  readonly isStub: boolean;
  /** Since an earlier snapshot, in words; empty where nothing is compared, or nothing changed. */
  readonly change: string;
}

export interface Column {
  readonly key: Exclude<keyof Row, 'isStub' | 'change'>;
  readonly name: string;
  /** Read out and shown on hover, where the name is short. */
  readonly words: string;
  readonly isNumber: boolean;
}

export const COLUMNS: readonly Column[] = [
  { key: 'kind', name: 'Kind', words: 'Kind', isNumber: false },
  { key: 'title', name: 'Title', words: 'Title', isNumber: false },
  { key: 'authors', name: 'Authors', words: 'Authors', isNumber: false },
  { key: 'date', name: 'Date', words: 'Date', isNumber: false },
  { key: 'hops', name: 'Steps', words: 'Steps from the focus', isNumber: true },
  { key: 'references', name: 'Refs', words: 'References known', isNumber: true },
  { key: 'citedBy', name: 'Cited', words: 'Cited by known', isNumber: true },
  { key: 'lines', name: 'Lines', words: 'Lines on the stage', isNumber: true },
  { key: 'trust', name: 'Record', words: 'Trust in its record', isNumber: false },
  { key: 'id', name: 'Id', words: 'Id', isNumber: false },
];

export interface Order {
  readonly key: Column['key'];
  readonly isDescending: boolean;
}

/** The nodes of the scene as rows; equal ones in the order of their ids. */
export function rowsOf(scene: Scene, graph: Graph): Row[] {
  const lines = new Map<string, number>();
  for (const { from, to, kind } of scene.lines) {
    if (['asked', 'claim', 'contains'].includes(kind)) continue;
    lines.set(from, (lines.get(from) ?? 0) + 1);
    lines.set(to, (lines.get(to) ?? 0) + 1);
  }
  return scene.nodes
    .filter(({ id }) => graph.hasNode(id))
    .map((node) => rowOf(node, graph, lines.get(node.id) ?? 0));
}

function rowOf(node: SceneNode, graph: Graph, lines: number): Row {
  const facts = graph.getNodeAttributes(node.id);
  return {
    id: node.id,
    kind: node.kind,
    title: facts.title ?? node.id,
    authors: facts.authors ?? '',
    date: facts.date ?? (facts.year === null ? '' : String(facts.year)),
    hops: facts.hops,
    references: facts.linesOut,
    citedBy: facts.linesIn,
    lines,
    trust: node.trust === 'none' ? '' : node.trust,
    isStub: node.kind === 'stub' || node.kind === 'reference',
    change: node.change ?? '',
  };
}

export function sorted(rows: readonly Row[], { key, isDescending }: Order): Row[] {
  const sign = isDescending ? -1 : 1;
  return [...rows].sort((a, b) => sign * compare(a[key], b[key]) || compareText(a.id, b.id));
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : compareText(String(a).toLowerCase(), String(b).toLowerCase());
}

function isTheorem({ kind }: Row): boolean {
  return isFormal(kind);
}

export function cellText(row: Row, { key }: Column): string {
  if (key === 'hops' && row.hops > 4) return 'expanded';
  if (key === 'kind' && row.change !== '') return `${row.kind}, ${row.change}`;
  const value = row[key];
  if (typeof value === 'number') return grouped(value);
  return key === 'id' || (key === 'title' && isTheorem(row)) ? spelled(value) : value;
}

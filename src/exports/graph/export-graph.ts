import type { EvidenceGraph, LineFacts, NodeFacts } from '../../graph';
import { compareText, pageOf, parseAlias, type Change, type ColourRole, type Scene } from '../../model';

/** A node as plain data. Place and size are pixels of the frame, y down; they and the colour are null for what is not drawn. */
export interface ExportNode {
  readonly id: string;
  readonly label: string;
  readonly x: number | null;
  readonly y: number | null;
  /** The radius of the mark. */
  readonly size: number | null;
  /** `#rrggbb`. */
  readonly colour: string | null;
  readonly kind: string;
  readonly title: string | null;
  readonly authors: string | null;
  readonly year: number | null;
  readonly date: string | null;
  readonly venue: string | null;
  readonly category: string | null;
  readonly trust: string;
  /** Of a formal statement: how far it and all it rests on have come. */
  readonly standing: string | null;
  readonly status: string | null;
  readonly library: string | null;
  readonly cluster: string | null;
  readonly hops: number;
  /** All lines that are known, also to what is not in the file. */
  readonly linesIn: number;
  readonly linesOut: number;
  readonly url: string | null;
  /** What became of it since the earlier snapshot, where one is compared: `gone` is not in what is loaded. */
  readonly change?: Change;
}

export interface ExportLine {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  /** A citation's relationship or a tie's relation, where evidence states one. */
  readonly relation: string | null;
  readonly evidence: number;
  readonly weak: boolean;
  readonly colour: string | null;
  readonly width: number | null;
  readonly change?: Change;
}

/** Nodes and lines in the order of their ids; at most one line from one node to another, none to itself. */
export interface ExportGraph {
  /** What was drawn from what, in a sentence or two. */
  readonly description: string;
  readonly nodes: readonly ExportNode[];
  readonly lines: readonly ExportLine[];
}

export interface ExportInput {
  readonly graph: EvidenceGraph;
  readonly scene: Scene;
  readonly theme: Readonly<Record<ColourRole, string>>;
  readonly ids: ReadonlySet<string>;
  /** `drawn`: those in the Scene. `known`: also those that are switched off or end at what is not drawn. */
  readonly lines: 'drawn' | 'known';
}

/** Of the nodes with these ids, and the lines between them. Lines of a person's own query rest on no evidence and stay out. */
export function exportGraph(input: ExportInput): ExportGraph {
  return {
    description: input.scene.caption.join(' '),
    nodes: nodesOf(input).sort((a, b) => compareText(a.id, b.id)),
    lines: linesOf(input).sort((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to)),
  };
}

function nodesOf({ graph, scene, theme, ids }: ExportInput): ExportNode[] {
  const drawn = new Map(scene.nodes.map((node) => [node.id, node]));
  const nodes: ExportNode[] = [];
  graph.forEachNode((id, facts) => {
    if (!ids.has(id)) return;
    const mark = drawn.get(id);
    nodes.push({
      id,
      label: mark?.label ?? facts.title ?? id,
      x: rounded(mark?.x),
      y: rounded(mark?.y),
      size: rounded(mark?.radius),
      colour: mark ? theme[mark.fill] : null,
      ...toldOf(facts),
      url: pageAt(id),
      ...(mark?.change && { change: mark.change }),
    });
  });
  return nodes;
}

function toldOf(
  facts: NodeFacts,
): Omit<ExportNode, 'id' | 'label' | 'x' | 'y' | 'size' | 'colour' | 'url' | 'change'> {
  const { kind, title, authors, year, date, category, trust, status, hops, linesIn, linesOut } = facts;
  return {
    ...{ kind, title, authors, year, date, category, trust, status, hops, linesIn, linesOut },
    venue: facts.particulars?.venue ?? null,
    standing: facts.formal?.standing ?? null,
    library: facts.formal?.library ?? null,
    cluster: facts.cluster ?? null,
  };
}

function linesOf({ graph, scene, theme, ids, lines }: ExportInput): ExportLine[] {
  const drawn = new Map(scene.lines.map((line) => [line.id, line]));
  const found: ExportLine[] = [];
  graph.forEachEdge((_, facts, from, to) => {
    const line = drawn.get(`${from} → ${to}`);
    if (!ids.has(from) || !ids.has(to) || (lines === 'drawn' && !line)) return;
    found.push({
      ...{ from, to, kind: facts.kind, relation: relationOf(facts), evidence: facts.evidence },
      weak: facts.isWeak,
      colour: line ? theme[line.colour] : null,
      width: rounded(line?.width),
      ...(line?.change && { change: line.change }),
    });
  });
  return found;
}

function relationOf({ relationship, tie }: LineFacts): string | null {
  return relationship ?? tie ?? null;
}

function pageAt(id: string): string | null {
  const alias = parseAlias(id);
  return alias === null ? null : pageOf(alias);
}

function rounded(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value) ? null : Math.round(value * 1000) / 1000 + 0;
}

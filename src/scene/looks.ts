import { spelled, type ColourRole, type LineStyle, type View } from '../model';
import type { EvidenceGraph, LineFacts, NodeFacts } from '../graph';

/** A colour with the words that the legend gives it. */
export interface Paint {
  readonly key: string;
  readonly label: string;
  readonly colour: ColourRole;
  /** Its place in the legend; equal ones stand by key. */
  readonly order?: number;
}

const CATEGORIES: readonly ColourRole[] = ['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6'];
const SCALE: readonly ColourRole[] = ['s4', 's3', 's2', 's1', 's0'];
const FORMAL: Paint = { key: 'colour:formal', label: 'formal statement', colour: 'c2', order: 9 };

/** How each node is coloured under `view.colourBy`. */
export function painter(graph: EvidenceGraph, view: View): (id: string, facts: NodeFacts) => Paint {
  const paint = PAINTERS[view.colourBy](graph, view);
  return (id, facts) => (facts.kind === 'theorem' || facts.kind === 'definition' ? FORMAL : paint(id, facts));
}

type Painter = (graph: EvidenceGraph, view: View) => (id: string, facts: NodeFacts) => Paint;

const PAINTERS: Record<View['colourBy'], Painter> = {
  same: () => () => ({ key: 'colour:same', label: 'paper', colour: 'c0' }),
  relation: (graph, view) => (id) => relationOf(graph, view, id),
  hops:
    () =>
    (_, { hops }) =>
      hops > 4
        ? { key: 'colour:expanded', label: 'expanded', colour: 'c7' }
        : {
            key: `colour:hops${hops}`,
            label: hops === 0 ? 'focus' : `${hops} ${hops === 1 ? 'step' : 'steps'}`,
            colour: SCALE[hops] ?? 's0',
          },
  year: (graph) => {
    const years = graph
      .mapNodes((_, { year }) => year)
      .filter((year) => year !== null)
      .sort((a, b) => a - b);
    const borders = [0.2, 0.4, 0.6, 0.8].map((share) => years[Math.floor(share * years.length)] ?? 0);
    return (_, { year }) => yearPaint(year, borders);
  },
  category: (graph) => {
    const ranked = rankedCategories(graph);
    return (_, { category }) => {
      const place = category === null ? -1 : ranked.indexOf(category);
      if (category === null) return { key: 'colour:none', label: 'no category known', colour: 'c7' };
      return place >= 0 && place < CATEGORIES.length
        ? { key: `colour:${category}`, label: category, colour: CATEGORIES[place] ?? 'c7' }
        : { key: 'colour:other', label: 'other category', colour: 'c7' };
    };
  },
  trust:
    () =>
    (_, { trust }) =>
      TRUST_PAINT[trust],
};

const TRUST_PAINT: Record<NodeFacts['trust'], Paint> = {
  signed: { key: 'colour:signed', label: 'signed record', colour: 'c0' },
  sound: { key: 'colour:sound', label: 'sound record', colour: 'pass' },
  broken: { key: 'colour:broken', label: 'broken record', colour: 'fail' },
  unchecked: { key: 'colour:unchecked', label: 'unchecked record', colour: 'unknown' },
  none: { key: 'colour:none', label: 'no record loaded', colour: 'c5' },
};

function relationOf(graph: EvidenceGraph, { focus, seeds }: View, id: string): Paint {
  const starts = focus === null ? seeds : [focus, ...seeds];
  if (starts.includes(id)) return { key: 'colour:focus', label: 'focus', colour: 'ink', order: 0 };
  const known = starts.filter((start) => graph.hasNode(start));
  const cites = (from: string, to: string) =>
    graph.hasDirectedEdge(from, to) && graph.getDirectedEdgeAttribute(from, to, 'kind') === 'cites';
  const isReference = known.some((start) => cites(start, id));
  const isCiting = known.some((start) => cites(id, start));
  if (isReference && isCiting)
    return { key: 'colour:mutual', label: 'cites the focus and is cited by it', colour: 'c3', order: 3 };
  if (isReference) return { key: 'colour:references', label: 'cited by the focus', colour: 'c0', order: 1 };
  if (isCiting) return { key: 'colour:citing', label: 'cites the focus', colour: 'c1', order: 2 };
  if (known.some((start) => graph.areNeighbors(start, id)))
    return { key: 'colour:tied', label: 'tied to the focus', colour: 'c4', order: 3.5 };
  return { key: 'colour:further', label: 'further away', colour: 'line', order: 4 };
}

function yearPaint(year: number | null, borders: readonly number[]): Paint {
  if (year === null) return { key: 'colour:undated', label: 'undated', colour: 'c7' };
  const step = borders.filter((border) => year > border).length;
  const [from, to] = [borders[step - 1], borders[step]];
  const label =
    from === undefined
      ? `to ${to ?? ''}`
      : to === undefined
        ? `from ${from + 1}`
        : from + 1 === to
          ? `${to}`
          : `${from + 1} to ${to}`;
  return {
    key: `colour:year${step}`,
    label,
    colour: (['s0', 's1', 's2', 's3', 's4'] as const)[step] ?? 's4',
  };
}

function rankedCategories(graph: EvidenceGraph): string[] {
  const counts = new Map<string, number>();
  graph.forEachNode((_, { category }) => {
    if (category !== null) counts.set(category, (counts.get(category) ?? 0) + 1);
  });
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([category]) => category);
}

export function styleOf({ kind, isWeak }: LineFacts): LineStyle {
  switch (kind) {
    case 'cites':
      return 'solid';
    case 'formal':
      return isWeak ? 'double-weak' : 'double';
    case 'uses':
      return isWeak ? 'dashed' : 'solid';
  }
}

/** Area grows with the number of papers known to cite it. */
export function radiusOf(facts: NodeFacts, isFocus: boolean, view: View, scale: number): number {
  const base = facts.kind === 'stub' || facts.kind === 'reference' ? 4 : 4.6;
  if (isFocus) return 10 * scale;
  if (view.sizeBy === 'same') return 5.5 * scale;
  return Math.min(13, base + 0.62 * Math.sqrt(facts.linesIn)) * scale;
}

const labels = new WeakMap<NodeFacts, string>();

/** The words beside a mark: a title's name before its colon where it has one (`Self-Refine`), else the title. */
export function labelOf(id: string, facts: NodeFacts): string {
  const label = labels.get(facts) ?? makeLabel(id, facts);
  labels.set(facts, label);
  return label;
}

function makeLabel(id: string, facts: NodeFacts): string {
  if (facts.title === null) return spelled(id);
  if (facts.kind === 'theorem' || facts.kind === 'definition')
    return spelled(facts.title.split('.').at(-1) ?? facts.title);
  const title = withoutTex(facts.title);
  const name = /^([^:]{2,34}):\s/.exec(title)?.[1];
  return name ?? title;
}

/** Titles keep TeX; a label of plain text reads better without its signs. */
function withoutTex(text: string): string {
  return text
    .replace(/\\(?:mathbb|mathcal|mathrm|mathbf|text|textit|textbf|emph)\s*\{([^{}]*)\}/g, '$1')
    .replace(/[${}]/g, '')
    .replace(/\\([a-zA-Z]+)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

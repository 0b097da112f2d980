import {
  FACETS,
  isFormal,
  spelled,
  STANDING_WORDS,
  STANDINGS,
  unescaped,
  type ColourRole,
  type Standing,
  type View,
} from '../model';
import type { EvidenceGraph, NodeFacts } from '../graph';
import { facetPaint } from './facet-paint';
import type { Paint } from './paint';

const SCALE: readonly ColourRole[] = ['s4', 's3', 's2', 's1', 's0'];
const CLAIM: Paint = { key: 'colour:claim', label: 'claim', colour: 'c7', order: 8 };
const FORMAL: Paint = { key: 'colour:formal', label: 'formal statement', colour: 'c2', order: 9 };

/** Formal statements have these too; under what only papers have they share a colour. */
const OF_ALL_KINDS: readonly View['colourBy'][] = [
  ...(['kind', 'document', 'role', 'cluster', 'degree'] as const),
  ...(['standing', 'statement', 'library', 'module'] as const),
];

export interface Pictured {
  readonly graph: EvidenceGraph;
  readonly view: View;
  /** Of each node on the stage, how many are joined to it there; none where it is missing. */
  readonly neighbours: ReadonlyMap<string, number>;
}

export type Painter = (id: string, facts: NodeFacts) => Paint;

/** How each node is coloured under `view.colourBy`; a claim as its paper, but where colour says kind. */
export function painter(pictured: Pictured): Painter {
  const { colourBy } = pictured.view;
  const paint = PAINTERS[colourBy](pictured);
  const ofAll = OF_ALL_KINDS.includes(colourBy) ? paint : formalApart(paint);
  return (id, facts) => {
    if (facts.claimOf === undefined) return ofAll(id, facts);
    if (colourBy === 'kind') return CLAIM;
    return ofAll(facts.claimOf, pictured.graph.getNodeAttributes(facts.claimOf));
  };
}

function formalApart(paint: Painter): Painter {
  return (id, facts) => (isFormal(facts.kind) ? FORMAL : paint(id, facts));
}

type MakePainter = (pictured: Pictured) => Painter;

const FACET_PAINTERS = Object.fromEntries(
  FACETS.map((facet): [string, MakePainter] => [facet, ({ graph }) => facetPaint(graph, facet)]),
) as Record<(typeof FACETS)[number], MakePainter>;

const PAINTERS: Record<View['colourBy'], MakePainter> = {
  ...FACET_PAINTERS,
  same: () => () => ({ key: 'colour:same', label: 'paper', colour: 'c0' }),
  relation: ({ graph, view: { focus, seeds } }) => {
    const starts = focus === null ? seeds : [focus, ...seeds];
    const known = starts.filter((start) => graph.hasNode(start));
    return (id) => (starts.includes(id) ? FOCUS : relationOf(graph, known, id));
  },
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
  year: ({ graph }) => {
    const borders = bordersOf(graph.mapNodes((_, { year }) => year).filter((year) => year !== null));
    return (_, { year }) =>
      year === null
        ? { key: 'colour:undated', label: 'undated', colour: 'c7' }
        : stepPaint('year', year, borders);
  },
  degree: ({ neighbours }) => {
    const borders = bordersOf([...neighbours.values()]);
    return (id) => {
      const paint = stepPaint('degree', neighbours.get(id) ?? 0, borders);
      return { ...paint, label: `${paint.label} neighbours` };
    };
  },
  trust:
    () =>
    (_, { trust }) =>
      TRUST_PAINT[trust],
  standing:
    () =>
    (_, { formal }) =>
      standingPaint(formal?.standing ?? null),
};

/** The same in every picture, whichever statuses it has. */
const STANDING_COLOURS: Readonly<Record<Standing, ColourRole>> = {
  'proved-all': 'c2',
  'proved-untold': 'c4',
  proved: 'c0',
  axiom: 'fail',
  sorry: 'c1',
  formalised: 'c3',
  stated: 'c5',
  unknown: 'unknown',
};

function standingPaint(standing: Standing | null): Paint {
  if (standing === null)
    return { key: 'colour:none', label: 'not a formal statement', colour: 'line', order: 9 };
  return {
    key: `colour:${standing}`,
    label: STANDING_WORDS[standing],
    colour: STANDING_COLOURS[standing],
    order: STANDINGS.indexOf(standing),
  };
}

const TRUST_PAINT: Record<NodeFacts['trust'], Paint> = {
  signed: { key: 'colour:signed', label: 'signed record', colour: 'c0' },
  sound: { key: 'colour:sound', label: 'sound record', colour: 'pass' },
  broken: { key: 'colour:broken', label: 'broken record', colour: 'fail' },
  unchecked: { key: 'colour:unchecked', label: 'unchecked record', colour: 'unknown' },
  none: { key: 'colour:none', label: 'no record loaded', colour: 'c5' },
};

const FOCUS: Paint = { key: 'colour:focus', label: 'focus', colour: 'ink', order: 0 };
const FURTHER: Paint = { key: 'colour:further', label: 'further away', colour: 'line', order: 4 };

function relationOf(graph: EvidenceGraph, starts: readonly string[], id: string): Paint {
  const known = starts.filter((start) => graph.areNeighbors(start, id));
  if (known.length === 0) return FURTHER;
  const cites = (from: string, to: string) =>
    graph.hasDirectedEdge(from, to) && graph.getDirectedEdgeAttribute(from, to, 'kind') === 'cites';
  const isReference = known.some((start) => cites(start, id));
  const isCiting = known.some((start) => cites(id, start));
  if (isReference && isCiting)
    return { key: 'colour:mutual', label: 'cites the focus and is cited by it', colour: 'c3', order: 3 };
  if (isReference) return { key: 'colour:references', label: 'cited by the focus', colour: 'c0', order: 1 };
  if (isCiting) return { key: 'colour:citing', label: 'cites the focus', colour: 'c1', order: 2 };
  return { key: 'colour:tied', label: 'tied to the focus', colour: 'c4', order: 3.5 };
}

/** Between five steps of a scale, as many values to each. */
function bordersOf(values: number[]): number[] {
  const sorted = values.sort((a, b) => a - b);
  return [0.2, 0.4, 0.6, 0.8].map((share) => sorted[Math.floor(share * sorted.length)] ?? 0);
}

function stepPaint(scale: string, value: number, borders: readonly number[]): Paint {
  const step = borders.filter((border) => value > border).length;
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
    key: `colour:${scale}${step}`,
    label,
    colour: (['s0', 's1', 's2', 's3', 's4'] as const)[step] ?? 's4',
  };
}

/** Area grows with what the View sizes by. */
export function radiusOf(
  facts: NodeFacts,
  {
    isFocus,
    sizeBy,
    neighbours,
  }: { readonly isFocus: boolean; readonly sizeBy: View['sizeBy']; readonly neighbours: number },
): number {
  const base = facts.kind === 'stub' || facts.kind === 'reference' ? 4 : 4.6;
  if (isFocus) return 10;
  if (sizeBy === 'same') return 5.5;
  const { linesIn: cited, linesOut: references } = facts;
  return Math.min(13, base + 0.62 * Math.sqrt({ cited, references, degree: neighbours }[sizeBy]));
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
  if (facts.claimOf !== undefined)
    return `${spelled(id.slice(facts.claimOf.length + 1))}: ${withoutTex(facts.title)}`;
  if (isFormal(facts.kind)) return spelled(nameOf(facts.title));
  const title = withoutTex(facts.title);
  const name = /^([^:]{2,34}):\s/.exec(title)?.[1];
  return name ?? title;
}

/** The last part of a Lean name; a blueprint's title as it is. */
function nameOf(title: string): string {
  return /[ $\\]/.test(title) ? withoutTex(title) : (title.split('.').at(-1) ?? title);
}

/** Titles keep TeX; a label of plain text reads better without its signs. */
function withoutTex(text: string): string {
  return unescaped(text)
    .replace(/\\(?:mathbb|mathcal|mathrm|mathbf|text|textit|textbf|emph)\s*\{([^{}]*)\}/g, '$1')
    .replace(/\\[()[\]]|[${}]/g, '')
    .replace(/\\([a-zA-Z]+)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

import {
  isJoin,
  STANDING_WORDS,
  STANDINGS,
  type LegendEntry,
  type NodeKind,
  type Trust,
  type View,
} from '../model';
import { lineKey, type EvidenceGraph, type LineFacts } from '../graph';
import { lookOf } from './line-looks';
import type { Painter } from './looks';
import type { Paint } from './paint';

const KINDS: readonly (readonly [NodeKind, string])[] = [
  ['paper', 'paper'],
  ['stub', 'stub: known only from references'],
  ['theorem', 'theorem'],
  ['definition', 'definition'],
  ['axiom', 'axiom'],
  ['module', 'module of a library'],
  ['claim', 'claim'],
  ['reference', 'reference without any id'],
];
const TRUSTS: readonly (readonly [Trust, string])[] = [
  ['signed', 'record checked here: sound and signed'],
  ['sound', 'record checked here: sound'],
  ['broken', 'record checked here: broken'],
  ['unchecked', 'record, not checkable here'],
  ['none', 'no record loaded'],
];
const LINES: readonly (readonly [LineFacts, string])[] = [
  [line('cites'), 'cites'],
  [{ ...line('cites'), relationship: 'supports' }, 'supports'],
  [{ ...line('cites'), relationship: 'refutes' }, 'refutes'],
  [{ ...line('cites'), relationship: 'extends' }, 'extends'],
  [{ ...line('cites'), relationship: 'uses_method' }, 'uses its method'],
  [{ ...line('cites'), relationship: 'depends_on' }, 'depends on'],
  [{ ...line('cites'), relationship: 'replaces' }, 'replaces'],
  [{ ...line('cites'), relationship: 'compares' }, 'compares'],
  [{ ...line('cites'), relationship: 'several' }, 'several of these'],
  ...ties('formalises', 'tied: formalised by'),
  ...ties('proves', 'tied: proved by'),
  ...ties('states', 'tied: stated by'),
  ...ties('uses', 'tied: used by'),
  ...ties('generalises', 'tied: generalised by'),
  ...ties('special_case', 'tied: a special case is'),
  ...ties('contradicts', 'tied: contradicted by'),
  ...ties('mentioned', 'tied: mentioned by a theorem'),
  ...ties('several', 'tied: several of these'),
  ...ties(undefined, 'tied to a theorem, not said how'),
  [line('uses'), 'uses in its statement'],
  [line('uses', true), 'uses in a proof, or unsaid where'],
  [line('claim'), 'claim of: no evidence'],
  [line('contains'), 'module contains'],
];

function line(kind: LineFacts['kind'], isWeak = false): LineFacts {
  return { kind, isWeak, evidence: 1 };
}

/** A tie is asserted, never checked. */
function ties(tie: LineFacts['tie'], label: string): (readonly [LineFacts, string])[] {
  const facts = { ...line('formal'), ...(tie && { tie }) };
  return [
    [facts, label],
    [{ ...facts, isWeak: true }, `${label}, in its file’s header only`],
  ];
}

interface Drawn {
  readonly visible: ReadonlySet<string>;
  readonly paint: Painter;
}

/** What the picture's marks mean, with counts over the whole neighbourhood; entries that are switched off stay listed. */
export function legendOf(graph: EvidenceGraph, view: View, drawn: Drawn): LegendEntry[] {
  const off = new Set(view.filters.off);
  const nodes = graph.mapNodes((id, facts) => ({ id, facts }));
  const kinds = KINDS.map(([kind, label]): LegendEntry => {
    const count = nodes.filter(({ facts }) => facts.kind === kind).length;
    const key = `kind:${kind}`;
    return {
      key,
      group: 'kind',
      label,
      count,
      isOn: !off.has(key),
      isFilter: true,
      mark: { shape: kind, colour: 'muted' },
    };
  });
  const trusts = TRUSTS.map(([trust, label]): LegendEntry => {
    const key = `trust:${trust}`;
    const count = nodes.filter(({ facts }) => facts.trust === trust && isPaper(facts.kind)).length;
    return {
      key,
      group: 'trust',
      label,
      count,
      isOn: !off.has(key),
      isFilter: true,
      mark: { trust, colour: 'muted' },
    };
  });
  const standings = STANDINGS.map((standing): LegendEntry => {
    const key = `standing:${standing}`;
    return {
      key,
      group: 'standing',
      label: STANDING_WORDS[standing],
      count: nodes.filter(({ facts }) => facts.formal?.standing === standing).length,
      isOn: !off.has(key),
      isFilter: true,
      mark: { standing, colour: 'muted' },
    };
  });
  const withRecords = trusts.some(({ key, count }) => key !== 'trust:none' && count > 0);
  return [
    ...colours(graph, drawn),
    ...kinds,
    ...lineEntries(graph, view),
    ...tracedEntry(graph, view, drawn.visible),
    ...standings,
    ...(withRecords ? trusts : []),
  ].filter(({ count }) => count > 0);
}

function isPaper(kind: NodeKind): boolean {
  return kind === 'paper' || kind === 'stub';
}

function lineEntries(graph: EvidenceGraph, view: View): LegendEntry[] {
  const counts = new Map<string, number>();
  graph.forEachEdge((_, facts) => {
    const sort = sortOf(facts);
    counts.set(sort, (counts.get(sort) ?? 0) + 1);
  });
  return LINES.map(([facts, label]) => {
    const key = lineKey(facts);
    const { style, end, colour } = lookOf(facts);
    return {
      key,
      group: 'line',
      label,
      count: counts.get(sortOf(facts)) ?? 0,
      isOn:
        !view.filters.off.includes(key) &&
        (isJoin(facts.kind) || view.lines.some((kind) => kind === facts.kind)),
      isFilter: facts.kind !== 'claim',
      mark: { line: style, ...(end && { end }), colour: facts.kind === 'uses' ? 'line' : colour },
    };
  });
}

function sortOf(facts: LineFacts): string {
  return `${lineKey(facts)} ${facts.kind === 'formal' && facts.isWeak} ${lookOf(facts).style}`;
}

function tracedEntry(graph: EvidenceGraph, view: View, visible: ReadonlySet<string>): LegendEntry[] {
  const count = view.traced.filter((line) => {
    const [from = '', to = ''] = line.split(' → ');
    return visible.has(from) && visible.has(to) && graph.hasDirectedEdge(from, to);
  }).length;
  const mark = { line: 'solid', colour: 'accent' } as const;
  return [
    {
      key: 'line:traced',
      group: 'line',
      label: 'traced: of a path',
      count,
      isOn: true,
      isFilter: false,
      mark,
    },
  ];
}

function colours(graph: EvidenceGraph, { visible, paint }: Drawn): LegendEntry[] {
  const counts = new Map<string, { paint: Paint; count: number }>();
  graph.forEachNode((id, facts) => {
    if (!visible.has(id)) return;
    const own = paint(id, facts);
    // A claim in its paper's colour is not one paper more.
    if (facts.kind === 'claim' && own.key !== 'colour:claim') return;
    counts.set(own.key, { paint: own, count: (counts.get(own.key)?.count ?? 0) + 1 });
  });
  return [...counts.values()]
    .sort(({ paint: a }, { paint: b }) => (a.order ?? 5) - (b.order ?? 5) || (a.key < b.key ? -1 : 1))
    .map(({ paint: { key, label, colour }, count }) => ({
      key,
      group: 'colour',
      label,
      count,
      isOn: true,
      isFilter: false,
      mark: { colour },
    }));
}

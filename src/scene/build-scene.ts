import {
  drawnOf,
  spelled,
  STANDING_WORDS,
  type AskedLine,
  type Frame,
  type Scene,
  type SceneAxis,
  type SceneLine,
  type SceneNode,
  type View,
} from '../model';
import {
  drawnLines,
  visibleNodes,
  wordOf,
  type EvidenceGraph,
  type LineFacts,
  type NodeFacts,
} from '../graph';
import type { Positions } from '../layout';
import { captionOf } from './caption';
import { clustersOf } from './clusters';
import { fitToFrame, type Fit } from './fit';
import { askedEntry, askedLines } from './asked';
import { gather, ungathered } from './gathering';
import { legendOf } from './legend';
import { lookOf } from './line-looks';
import { changedLook, changeEntries, inWords, isOnSide, type Changes } from './changes';
import { labelOf, painter, radiusOf, type Painter } from './looks';
import { placeLabels } from './place-labels';
import { shownNeighbours } from './shown-neighbours';
import { thinned, thinnedEntry } from './thinning';

/** From here on the lines that do not touch the focus step back, so that marks and labels stay readable. */
const MANY_LINES = 500;

/** Of more nodes than this, each is drawn smaller, so that all together cover no more. */
const MANY_MARKS = 700;

export interface SceneInput {
  readonly graph: EvidenceGraph;
  readonly positions: Positions;
  /** Its ids are public ids. */
  readonly view: View;
  readonly frame: Frame;
  /** Drawn over the rest, between nodes that are there. */
  readonly overlay?: readonly AskedLine[];
  /** Where two snapshots are drawn as one. */
  readonly changes?: Changes | null;
  /** Whether clusters of very many works are drawn as one mark each: on the stage, where one can zoom in. */
  readonly gathers?: boolean;
}

/** Everything that is drawn, as plain data. The same input gives the same Scene, in Node, in a worker or on a page. */
export function buildScene({
  graph,
  positions,
  view,
  frame,
  overlay = [],
  changes = null,
  gathers = false,
}: SceneInput): Scene {
  const visible = visibleNodes(graph, view);
  const fit = fitToFrame(positions, frame);
  const neighbours = shownNeighbours(graph, visible);
  const paint = painter({ graph, view, neighbours });
  const standing = sceneNodes(
    { graph, positions, view, frame, changes },
    { visible, fit, neighbours, paint },
  );
  const nodes = standing.filter(isOnSide(changes));
  const shown = nodes.length === standing.length ? visible : new Set(nodes.map(({ id }) => id));
  const asked = askedLines(overlay, shown);
  const all = [...sceneLines(graph, view, shown, changes), ...asked];
  const { lines, oneIn } = thinned(all, isTelling(view));
  const axes = positions.axes.map((axis) => sceneAxis(axis, fit));
  const start = view.focus !== null && shown.has(view.focus) ? titleIn(graph, view.focus) : null;
  const clusters = gathers && !changes ? clustersOf({ nodes, graph, view, frame }) : [];
  const scene = {
    frame,
    camera: view.camera,
    nodes,
    lines,
    ...(clusters.length > 0 && { gathered: ungathered({ nodes, lines }, clusters) }),
    labels: [],
    legend: [
      ...changeEntries(graph, changes),
      ...legendOf(graph, view, { visible, paint }),
      ...askedEntry(asked.length),
      ...thinnedEntry({ lines, oneIn }),
    ],
    axes,
    caption: captionOf({ nodes, lines, oneIn, leftOut: graph.order - standing.length, start }, view, changes),
    bounds: boundsOf(nodes, frame),
  };
  return seenFrom(scene, view);
}

/**
 * The same picture from another camera or with other nodes selected: clusters open or close, labels are placed anew;
 * nodes and lines are the same objects.
 */
export function seenFrom(scene: Scene, at: Pick<View, 'camera' | 'selection'>): Scene {
  const gathered = scene.gathered && gather(scene, scene.gathered, at);
  const seen = { ...scene, camera: at.camera, ...(gathered && { gathered }) };
  return { ...seen, labels: placeLabels(drawnOf(seen).nodes, at.camera, scene.frame, scene.axes) };
}

interface Drawing {
  readonly visible: ReadonlySet<string>;
  readonly fit: Fit;
  readonly neighbours: ReadonlyMap<string, number>;
  readonly paint: Painter;
}

function sceneNodes(
  { graph, positions, view, frame, changes }: SceneInput,
  { visible, fit, neighbours, paint }: Drawing,
): SceneNode[] {
  const spread = (frame.width < 600 ? 0.8 : 1) * Math.min(1, Math.sqrt(MANY_MARKS / visible.size));
  const scale = view.layout === 'layers' ? spread * roomInLayers(positions, fit, visible) : spread;
  const starts = new Set([view.focus, ...view.seeds]);
  const { sizeBy } = view;
  const nodes: SceneNode[] = [];
  positions.id.forEach((id, row) => {
    if (!visible.has(id)) return;
    const facts = asDrawn(graph.getNodeAttributes(id), changes?.titles.get(id));
    const pin = Object.hasOwn(view.pins, id) ? view.pins[id] : undefined;
    const at = fit.place(pin?.[0] ?? positions.x[row] ?? 0, pin?.[1] ?? positions.y[row] ?? 0);
    const isFocus = starts.has(id);
    const shown = neighbours.get(id) ?? 0;
    const change = changes?.nodes.get(id);
    nodes.push({
      id,
      kind: facts.kind,
      x: at.x,
      y: at.y,
      radius: radiusOf(facts, { isFocus, sizeBy, neighbours: shown }) * scale,
      fill: change === 'gone' ? 'muted' : paint(id, facts).colour,
      trust: facts.trust,
      ...(facts.formal?.standing && { standing: facts.formal.standing }),
      ...(change && { change }),
      isFocus,
      isPinned: pin !== undefined,
      hops: facts.hops,
      hiddenNeighbours: Math.max(0, facts.linesOut + facts.linesIn - shown),
      label: labelOf(id, facts),
      weight: (isFocus ? 1e6 : 0) + shown * 3 + facts.linesIn,
      title: `${titleOf(id, facts)}${changes ? inWords(changes, id) : ''}`,
      date: facts.date,
    });
  });
  return nodes;
}

/** What a mark of the usual size takes of a layer with its ring, CSS pixels, and how small it is made at the least. */
const [MARK_ROOM, LEAST_SCALE] = [22, 0.55];

/** Marks of a layer stand side by side: where they are near each other, all are drawn smaller. */
function roomInLayers({ id, x, y }: Positions, fit: Fit, visible: ReadonlySet<string>): number {
  const places = id
    .map((one, row) => ({ one, ...fit.place(x[row] ?? 0, y[row] ?? 0) }))
    .filter(({ one }) => visible.has(one));
  const isAcross = new Set(places.map((at) => at.y)).size <= new Set(places.map((at) => at.x)).size;
  const [along, across] = isAcross ? (['y', 'x'] as const) : (['x', 'y'] as const);
  const sorted = places.sort((a, b) => a[along] - b[along] || a[across] - b[across]);
  const gaps = sorted
    .slice(1)
    .map((at, row) => ({ at, before: sorted[row] ?? at }))
    .filter(({ at, before }) => at[along] === before[along])
    .map(({ at, before }) => at[across] - before[across])
    .sort((a, b) => a - b);
  const narrow = gaps[Math.floor(gaps.length / 10)] ?? MARK_ROOM;
  return Math.max(LEAST_SCALE, Math.min(1, narrow / MARK_ROOM));
}

/** Under the title it had in the snapshot that is drawn. */
function asDrawn(facts: NodeFacts, title: string | undefined): NodeFacts {
  return title === undefined ? facts : { ...facts, title };
}

function titleIn(graph: EvidenceGraph, id: string): string {
  return titleOf(id, graph.getNodeAttributes(id));
}

function titleOf(id: string, facts: NodeFacts): string {
  const year = facts.year === null ? '' : ` (${facts.year})`;
  const told = facts.formal?.standing ? STANDING_WORDS[facts.formal.standing] : facts.status;
  const status = told === null ? '' : `, ${told}`;
  return `${facts.title ?? spelled(id)}${year}${status}`;
}

function sceneLines(
  graph: EvidenceGraph,
  view: View,
  visible: ReadonlySet<string>,
  changes: Changes | null,
): SceneLine[] {
  const isShown = isOnSide(changes);
  const kinds = new Set<LineFacts['kind']>([...view.lines, 'claim', 'contains']);
  const isOn = drawnLines(graph, view.filters.off);
  const isDense = graph.size > MANY_LINES;
  const traced = new Set(view.traced);
  const lines: SceneLine[] = [];
  // In order node by node: to sort all of them takes long.
  for (const start of [...visible].sort()) {
    const own: SceneLine[] = [];
    graph.forEachOutEdge(start, (line, facts, from, to, { claimOf = from }) => {
      if (!kinds.has(facts.kind) || !isOn(line) || !visible.has(to)) return;
      const touchesFocus = traced.size === 0 && (from === view.focus || to === view.focus);
      const isTraced = traced.size > 0 && traced.has(`${claimOf} → ${to}`);
      const isBack = isDense || traced.size > 0;
      const { style, end, colour } = lookOf(facts);
      const isTold = facts.kind === 'cites' && facts.relationship !== undefined;
      const id = `${from} → ${to}`;
      const change = changes?.lines.get(id);
      if (change && !isShown({ change })) return;
      const drawn: SceneLine = {
        id,
        from,
        to,
        kind: wordOf(facts),
        ...(facts.tie && { relation: facts.tie }),
        style,
        ...(end && { end }),
        colour: isTraced
          ? 'accent'
          : facts.kind !== 'cites' || isTold
            ? colour
            : touchesFocus
              ? 'muted'
              : isBack
                ? 'faint'
                : 'line',
        width:
          (isTraced ? 2.4 : touchesFocus || isTold ? 1.3 : isBack ? 0.7 : 0.9) +
          0.35 * Math.log2(Math.max(1, facts.evidence)),
        evidence: facts.evidence,
      };
      own.push(change ? changedLook(drawn, change) : drawn);
    });
    for (const line of own.sort((a, b) => (a.to < b.to ? -1 : 1))) lines.push(line);
  }
  return lines;
}

/** What is drawn of many lines in any case: what is at a start, traced or new, and what says more than “cites” or “uses”. */
function isTelling({ focus, seeds, traced }: View): (line: SceneLine) => boolean {
  const starts = new Set([focus, ...seeds]);
  const ways = new Set(traced);
  return ({ id, from, to, kind, change }) =>
    (kind !== 'cites' && kind !== 'uses') ||
    change !== undefined ||
    starts.has(from) ||
    starts.has(to) ||
    ways.has(id);
}

function sceneAxis(axis: Positions['axes'][number], fit: Fit): SceneAxis {
  const centre = fit.place(0, 0);
  const at = (value: number) =>
    axis.kind === 'time'
      ? fit.place(value, 0).x
      : axis.kind === 'lane'
        ? fit.place(0, value).y
        : value * fit.scaleX;
  const ticks = axis.ticks.map((tick) => ({ ...tick, at: at(tick.at) }));
  return axis.kind === 'rings' ? { kind: axis.kind, ticks, centre } : { kind: axis.kind, ticks };
}

function boundsOf(nodes: readonly SceneNode[], frame: Frame): Scene['bounds'] {
  if (nodes.length === 0) return { left: 0, top: 0, right: frame.width, bottom: frame.height };
  const edge = (value: (node: SceneNode) => number, pick: (a: number, b: number) => number) =>
    nodes.map(value).reduce((a, b) => pick(a, b));
  return {
    left: edge(({ x, radius }) => x - radius, Math.min),
    top: edge(({ y, radius }) => y - radius, Math.min),
    right: edge(({ x, radius }) => x + radius, Math.max),
    bottom: edge(({ y, radius }) => y + radius, Math.max),
  };
}

import {
  CLUSTERS_OFF,
  NOT_STATED,
  type Box,
  type Camera,
  type ColourRole,
  type Frame,
  type SceneCluster,
  type SceneNode,
  type View,
} from '../model';
import { MANY_NODES, type EvidenceGraph } from '../graph';
import { apart } from './apart';

/** Fewer are drawn as they are. */
const FEWEST = 3;

/** A mark needs so many pixels of the screen to be told from its neighbours, and clusters open within this zoom. */
const ROOM = 144;
const OPENS = { least: 1.25, most: 8 };

/** Of the frame all marks of clusters cover so much, and each so many pixels from its centre to its rim. */
const SHARE = 0.08;
const RADIUS = { least: 5, most: 64 };

interface Standing {
  readonly nodes: readonly SceneNode[];
  readonly graph: EvidenceGraph;
  readonly view: View;
  readonly frame: Frame;
}

/**
 * The clusters of a picture of very many nodes, the largest first; none of fewer. What a person started from, pinned,
 * unfolded or traces is in none of them. Each stands in the middle of its works, moved only where marks would cover each
 * other. Where it opens depends on how dense its works stand alone: panning opens and closes nothing.
 */
export function clustersOf({ nodes, graph, view, frame }: Standing): SceneCluster[] {
  if (nodes.length <= MANY_NODES) return [];
  const groups = [...groupsIn(nodes, graph, view)].filter(([, works]) => works.length >= FEWEST);
  groups.sort(([a, inA], [b, inB]) => inB.length - inA.length || (a < b ? -1 : 1));
  const gathered = groups.reduce((sum, [, works]) => sum + works.length, 0);
  const unit = (SHARE * frame.width * frame.height) / gathered / Math.PI;
  const isOff = view.filters.off.includes(CLUSTERS_OFF);
  const clusters = groups.map(([name, group]) => {
    const works = group.sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
    const radius = Math.max(RADIUS.least, Math.min(RADIUS.most, Math.sqrt(unit * works.length)));
    const box = boxOf(works);
    const mark = markOf(name, works, radius);
    return { mark, works: works.map(({ id }) => id), box, opensAt: isOff ? 0 : opensAt(box, nodes) };
  });
  const marks = clusters.map(({ mark }) => mark);
  const starts = nodes.filter(({ isFocus }) => isFocus);
  const places = apart(marks, starts, frame);
  return clusters.map((cluster, row) => ({ ...cluster, mark: { ...cluster.mark, ...places[row] } }));
}

function groupsIn(
  nodes: readonly SceneNode[],
  graph: EvidenceGraph,
  view: View,
): ReadonlyMap<string, SceneNode[]> {
  const kept = new Set([view.focus, ...view.seeds, ...view.unfolded, ...view.expanded]);
  for (const line of view.traced) for (const end of line.split(' → ')) kept.add(end);
  const groups = new Map<string, SceneNode[]>();
  for (const node of nodes) {
    const { kind, cluster = NOT_STATED } = graph.getNodeAttributes(node.id);
    if (cluster === NOT_STATED || kept.has(node.id) || node.isPinned) continue;
    if (kind !== 'paper' && kind !== 'stub') continue;
    const group = groups.get(cluster);
    if (group) group.push(node);
    else groups.set(cluster, [node]);
  }
  return groups;
}

function markOf(name: string, works: readonly SceneNode[], radius: number): SceneNode {
  const [first] = works;
  const more = (works.length - 1).toLocaleString('en');
  const label = `${first?.label ?? ''} and ${more} more`;
  return {
    id: `cluster:${name}`,
    kind: 'paper',
    ...middleOf(works),
    radius,
    fill: commonest(works),
    trust: 'none',
    isFocus: false,
    isPinned: false,
    hops: Math.min(...works.map(({ hops }) => hops)),
    hiddenNeighbours: 0,
    label,
    weight: 1e5 + works.length,
    title: `Cluster ${name}: ${first?.title ?? ''} and ${more} more works. Zoom in to see them.`,
    date: null,
    works: works.length,
  };
}

function middleOf(works: readonly SceneNode[]): { readonly x: number; readonly y: number } {
  const mean = (value: (node: SceneNode) => number) =>
    works.reduce((sum, node) => sum + value(node), 0) / works.length;
  return { x: mean(({ x }) => x), y: mean(({ y }) => y) };
}

function commonest(works: readonly SceneNode[]): ColourRole {
  const counts = new Map<ColourRole, number>();
  for (const { fill } of works) counts.set(fill, (counts.get(fill) ?? 0) + 1);
  const [first] = [...counts].sort(([a, inA], [b, inB]) => inB - inA || (a < b ? -1 : 1));
  return first?.[0] ?? 'muted';
}

/** The zoom at which all that stands where the cluster mostly is has room. */
function opensAt(box: Box, nodes: readonly SceneNode[]): number {
  let inside = 0;
  for (const { x, y } of nodes)
    if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) inside += 1;
  const area = Math.max(1, (box.right - box.left) * (box.bottom - box.top));
  return Math.max(OPENS.least, Math.min(OPENS.most, Math.sqrt((ROOM * inside) / area)));
}

/** Where most of them are: what is far out at any side counts for little. */
function boxOf(works: readonly SceneNode[]): Box {
  const [left = 0, right = 0] = mostOf(works.map(({ x }) => x));
  const [top = 0, bottom = 0] = mostOf(works.map(({ y }) => y));
  return { left, top, right, bottom };
}

function mostOf(values: number[]): (number | undefined)[] {
  const sorted = Float64Array.from(values).sort();
  const out = Math.floor(sorted.length / 10);
  return [sorted[out], sorted[sorted.length - 1 - out]];
}

/** The camera that sees most of a cluster's works, near enough for them to be drawn. */
export function cameraInto({ box, opensAt }: SceneCluster, { width, height }: Frame): Camera {
  const { left, top, right, bottom } = box;
  const fit = 0.8 * Math.min(width / Math.max(1, right - left), height / Math.max(1, bottom - top));
  const zoom = Math.min(OPENS.most, Math.max(fit, opensAt));
  return { x: (left + right) / 2 / width, y: (top + bottom) / 2 / height, zoom };
}

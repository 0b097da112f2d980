import type { Scene, SceneLine } from '../model';
import { litIn } from '../scene';
import { CHOSEN, HOVERED, SELECTED, STRONG } from './mark-shape';

export interface Marks {
  readonly selected: ReadonlySet<string>;
  readonly hovered: string | null;
  /** What a step of a story highlights. */
  readonly lit?: readonly string[];
}

/** What stands out: ids with the flags of their look, and how strong the rest stays. */
export interface Emphasis {
  readonly nodes: ReadonlyMap<string, number>;
  readonly lines: ReadonlyMap<string, number>;
  /** Lines that are drawn now although they are held back. */
  readonly fetched: readonly SceneLine[];
  readonly strength: number;
}

export const NO_MARKS: Marks = { selected: new Set(), hovered: null };
const DIMMED = 0.15;

/** A hovered node brings its neighbours and their lines to the front and dims the rest; a hovered line only itself. */
export function emphasisOf(scene: Scene, marks: Marks): Emphasis {
  const nodes = new Map<string, number>();
  const lines = new Map<string, number>();
  const { hovered, selected } = marks;
  const lit = marks.lit && litIn(scene, marks.lit);
  for (const id of lit?.nodes ?? []) nodes.set(id, 0);
  for (const id of lit?.lines ?? []) lines.set(id, STRONG);
  let isNode = false;
  for (const node of scene.nodes) {
    if (selected.has(node.id)) nodes.set(node.id, SELECTED);
    if (node.id === hovered) isNode = true;
  }
  const isPlain = !isNode && !lit;
  for (const line of scene.lines) {
    if (line.id === hovered) bringForward(line, HOVERED, nodes, lines);
    else if (isNode && (line.from === hovered || line.to === hovered)) bringForward(line, 0, nodes, lines);
    if (selected.has(line.id)) choose(line, nodes, lines);
    if (
      line.isHeldBack &&
      isPlain &&
      (selected.has(line.from) || selected.has(line.to)) &&
      !lines.has(line.id)
    )
      lines.set(line.id, 0);
  }
  if (isNode && hovered !== null) nodes.set(hovered, (nodes.get(hovered) ?? 0) | HOVERED);
  const fetched = scene.lines.filter(({ id, isHeldBack }) => isHeldBack && lines.has(id));
  return { nodes, lines, fetched, strength: isNode || lit ? DIMMED : 1 };
}

function bringForward(
  line: { readonly id: string; readonly from: string; readonly to: string },
  flags: number,
  nodes: Map<string, number>,
  lines: Map<string, number>,
): void {
  lines.set(line.id, STRONG);
  for (const end of [line.from, line.to]) nodes.set(end, (nodes.get(end) ?? 0) | flags);
}

/** A selected line stands out, with both its ends, from the many beside it. */
function choose(
  line: { readonly id: string; readonly from: string; readonly to: string },
  nodes: Map<string, number>,
  lines: Map<string, number>,
): void {
  lines.set(line.id, STRONG | CHOSEN);
  for (const end of [line.from, line.to]) nodes.set(end, nodes.get(end) ?? 0);
}

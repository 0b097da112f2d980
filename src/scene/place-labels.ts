import type { Camera, Frame, SceneAxis, SceneLabel, SceneNode } from '../model';
import { radiusAt, toScreen } from './camera';
import { measure, shortened } from './measure';
import { collarOf, stripOf } from './reach';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Height of a line over its size, and how much of it is above the baseline. */
const ASCENT = 0.74;
const DESCENT = 0.24;
const GAP = 4;
const MARK_PADDING = 1.5;
const MOST_LABELS = 140;
/** Kinds whose marks stand out beyond their radius. */
const SPREAD: Partial<Record<SceneNode['kind'], number>> = { theorem: 1.3, claim: 1.2 };

/**
 * Labels for a camera: the heaviest first, each at the first of eight places where it covers no mark, no other label
 * and stays inside the frame; those that find none are left out. What the axes write is kept free.
 */
export function placeLabels(
  nodes: readonly SceneNode[],
  camera: Camera,
  frame: Frame,
  axes: readonly SceneAxis[] = [],
): SceneLabel[] {
  const taken = new Grid();
  const marks = nodes.map((node) => ({
    node,
    at: toScreen(node, camera, frame),
    radius: radiusAt(node.radius, camera) * (SPREAD[node.kind] ?? 1) + collarOf(node),
  }));
  for (const { at, radius } of marks) taken.add(around(at, radius + MARK_PADDING));
  const limits = { left: 2, top: 2, right: frame.width - 2, bottom: frame.height - stripOf(axes) };
  for (const box of axisNames(axes, camera, frame)) taken.add(box);
  const inside = marks.filter(({ at }) => at.x > 0 && at.y > 0 && at.x < frame.width && at.y < limits.bottom);
  inside.sort((a, b) => b.node.weight - a.node.weight || (a.node.id < b.node.id ? -1 : 1));
  const labels: SceneLabel[] = [];
  for (const mark of inside.slice(0, MOST_LABELS * 4)) {
    if (labels.length >= MOST_LABELS) break;
    const label = placed(mark, frame, limits, taken);
    if (label) labels.push(label);
  }
  return labels;
}

/** Where axes write their own names: lanes at the left edge, rings above their top. */
function axisNames(axes: readonly SceneAxis[], camera: Camera, frame: Frame): Box[] {
  return axes.flatMap(({ kind, ticks, centre }) =>
    ticks.flatMap(({ at, label }) => {
      const width = measure(label, 12, false);
      if (kind === 'lane') {
        const { y } = toScreen({ x: 0, y: at }, camera, frame);
        return [{ left: 0, top: y - 18, right: 14 + width, bottom: y + 2 }];
      }
      if (kind !== 'rings' || !centre) return [];
      const { x, y } = toScreen({ x: centre.x, y: centre.y - at }, camera, frame);
      return [{ left: x - width / 2 - 3, top: y - 17, right: x + width / 2 + 3, bottom: y }];
    }),
  );
}

function placed(
  { node, at, radius }: { node: SceneNode; at: { x: number; y: number }; radius: number },
  frame: Frame,
  limits: Box,
  taken: Grid,
): SceneLabel | null {
  if (node.label === '') return null;
  const isSmall = frame.width < 600;
  const size = node.isFocus ? (isSmall ? 13 : 15) : isSmall ? 11 : 12;
  const text = shortened(node.label, size, node.isFocus, (isSmall ? 104 : 168) * (node.isFocus ? 1.5 : 1));
  const width = measure(text, size, node.isFocus);
  for (const start of places(at, radius, width, size)) {
    const box = {
      left: start.x - 1,
      top: start.y - ASCENT * size,
      right: start.x + width + 1,
      bottom: start.y + DESCENT * size,
    };
    if (!within(box, limits) || taken.hits(box)) continue;
    taken.add(box);
    return { node: node.id, text, x: start.x, y: start.y, width, size, isStrong: node.isFocus };
  }
  return null;
}

/** Baseline starts round a mark, the preferred first. */
function places({ x, y }: { x: number; y: number }, radius: number, width: number, size: number) {
  const middle = y + ((ASCENT - DESCENT) / 2) * size;
  const [above, below] = [y - radius - GAP, y + radius + GAP + ASCENT * size * 0.9];
  const side = radius + GAP;
  const diagonal = radius * 0.7 + GAP;
  return [
    { x: x + side, y: middle },
    { x: x - side - width, y: middle },
    { x: x - width / 2, y: above },
    { x: x - width / 2, y: below },
    { x: x + diagonal, y: above + 2 },
    { x: x + diagonal, y: below - 2 },
    { x: x - diagonal - width, y: above + 2 },
    { x: x - diagonal - width, y: below - 2 },
  ];
}

function around({ x, y }: { x: number; y: number }, radius: number): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
}

function within(box: Box, limits: Box): boolean {
  return (
    box.left >= limits.left &&
    box.top >= limits.top &&
    box.right <= limits.right &&
    box.bottom <= limits.bottom
  );
}

const CELL = 48;

/** Boxes by the cells they touch. */
class Grid {
  readonly #cells = new Map<number, Box[]>();

  add(box: Box): void {
    this.#visit(box, (key) => {
      const cell = this.#cells.get(key);
      if (cell) cell.push(box);
      else this.#cells.set(key, [box]);
      return false;
    });
  }

  hits(box: Box): boolean {
    return this.#visit(box, (key) =>
      (this.#cells.get(key) ?? []).some(
        (other) =>
          box.left < other.right &&
          box.right > other.left &&
          box.top < other.bottom &&
          box.bottom > other.top,
      ),
    );
  }

  #visit(box: Box, found: (key: number) => boolean): boolean {
    for (let column = Math.floor(box.left / CELL); column <= Math.floor(box.right / CELL); column++) {
      for (let row = Math.floor(box.top / CELL); row <= Math.floor(box.bottom / CELL); row++) {
        if (found(column * 100_003 + row)) return true;
      }
    }
    return false;
  }
}

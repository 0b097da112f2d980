import {
  isFormal,
  type Box,
  type Camera,
  type Frame,
  type SceneAxis,
  type SceneLabel,
  type SceneNode,
} from '../model';
import { radiusAt, toScreen } from './camera';
import { measure, shortened, shortenedInside } from './measure';
import { Occupied } from './occupied';
import { collarOf, SIGN, signAt, stripOf } from './reach';

/** Height of a line over its size, and how much of it is above the baseline. */
export const ASCENT = 0.74;
export const DESCENT = 0.24;
const GAP = 4;
const MARK_PADDING = 1.5;
const MOST_LABELS = 140;
/** Of more marks in the frame only so many, the heaviest, are written beside and kept clear of labels. */
const MOST_MARKS = 700;
/** Kinds whose marks stand out beyond their radius. */
const SPREAD: Partial<Record<SceneNode['kind'], number>> = { theorem: 1.3, axiom: 1.3, claim: 1.2 };

/**
 * Labels for a camera: the heaviest first, each at the first of eight places where it covers no mark, no other label
 * and stays inside the frame; those that find none are left out. What the axes write is kept free. Where marks are
 * very many, a label may lie on light ones: there is no room beside them until the camera is nearer.
 */
export function placeLabels(
  nodes: readonly SceneNode[],
  camera: Camera,
  frame: Frame,
  axes: readonly SceneAxis[] = [],
): SceneLabel[] {
  const taken = new Occupied();
  const marks = nodes.map((node) => markOf(node, camera, frame));
  const limits = { left: 2, top: 2, right: frame.width - 2, bottom: frame.height - stripOf(axes) };
  for (const box of axisNames(axes, camera, frame)) taken.add(box);
  const inside = marks.filter(({ at }) => at.x > 0 && at.y > 0 && at.x < frame.width && at.y < limits.bottom);
  const isCrowded = inside.length > MOST_MARKS;
  const told = isCrowded ? heaviest(inside) : inside;
  told.sort(
    (a, b) =>
      changedFirst(a.node, b.node) || b.node.weight - a.node.weight || (a.node.id < b.node.id ? -1 : 1),
  );
  const clear = isCrowded ? told.slice(0, MOST_MARKS) : marks;
  for (const { at, radius } of clear) taken.add(around(at, radius + MARK_PADDING));
  for (const box of signBoxes(clear, camera)) taken.add(box);
  const labels: SceneLabel[] = [];
  for (const mark of told.slice(0, MOST_LABELS * 4)) {
    if (labels.length >= MOST_LABELS) break;
    const label = placed(mark, frame, limits, taken);
    if (label) labels.push(label);
  }
  return labels;
}

/** At least `MOST_MARKS`, without putting all in order: there may be 50,000 of them. */
function heaviest(marks: readonly Mark[]): Mark[] {
  const weights = Float64Array.from(marks, ({ node }) => node.weight).sort();
  const least = weights[weights.length - MOST_MARKS] ?? 0;
  return marks.filter(({ node }) => node.weight >= least || isLookedFor(node));
}

/** Where two snapshots are drawn, their difference is what is looked for, beside the focus. */
export function changedFirst(a: SceneNode, b: SceneNode): number {
  return Number(isLookedFor(b)) - Number(isLookedFor(a));
}

function isLookedFor({ change, isFocus }: SceneNode): boolean {
  return isFocus || change !== undefined;
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

/** A mark on the screen, its radius with all that stands out of it. */
export interface Mark {
  readonly node: SceneNode;
  readonly at: { readonly x: number; readonly y: number };
  readonly radius: number;
}

export function markOf(node: SceneNode, camera: Camera, frame: Frame): Mark {
  const radius = radiusAt(node.radius, camera) * (SPREAD[node.kind] ?? 1) + collarOf(node);
  return { node, at: toScreen(node, camera, frame), radius };
}

/** Where signs of what became of marks stand. */
export function signBoxes(marks: readonly Mark[], camera: Camera): Box[] {
  return marks.flatMap(({ node, at }) => {
    if (node.change === undefined) return [];
    const by = signAt(radiusAt(node.radius, camera));
    return [around({ x: at.x - by, y: at.y - by }, SIGN.radius + SIGN.rim)];
  });
}

function placed({ node, at, radius }: Mark, frame: Frame, limits: Box, taken: Occupied): SceneLabel | null {
  if (node.label === '') return null;
  const isSmall = frame.width < 600;
  const size = node.isFocus ? (isSmall ? 13 : 15) : isSmall ? 11 : 12;
  for (const { room, away } of tries(node, isSmall)) {
    const text = textWithin(node, size, room);
    const width = measure(text, size, node.isFocus);
    for (const start of places(at, radius + away, width, size)) {
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
  }
  return null;
}

/** How wide a label may be, and how far from its mark: the focus, which has to be named, tries harder. */
function tries(node: SceneNode, isSmall: boolean): { readonly room: number; readonly away: number }[] {
  const room = isSmall ? 104 : isFormal(node.kind) ? 118 : node.works === undefined ? 168 : 260;
  if (!node.isFocus) return [{ room, away: 0 }];
  const rooms = [room * 1.5, room, room * 0.6];
  return [0, 10, 20, 30].flatMap((away) => rooms.map((one) => ({ room: one, away })));
}

/** Declarations of one file begin alike: they are cut in the middle. */
function textWithin(node: SceneNode, size: number, room: number): string {
  const { label, isFocus } = node;
  return isFormal(node.kind)
    ? shortenedInside(label, size, isFocus, room)
    : shortened(label, size, isFocus, room);
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

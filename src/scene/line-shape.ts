import type { LineEnd, SceneLine, SceneNode } from '../model';
import type { Point } from './camera';
import { rimAt } from './mark-shape';
import { collarOf } from './reach';

const PARALLEL_GAP = 4.5;
/** Between a rim and the line's end, CSS pixels. */
export const AIR = 1.5;

/**
 * How far each line stands beside the straight way, CSS pixels, positive to the left of its own direction
 * on a screen with y down, so that several lines between two marks are all visible.
 */
export function bendsOf(lines: readonly SceneLine[]): Float32Array {
  const groups = new Map<string, number[]>();
  lines.forEach((line, index) => {
    const key = line.from < line.to ? `${line.from}\n${line.to}` : `${line.to}\n${line.from}`;
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  });
  const bends = new Float32Array(lines.length);
  for (const group of groups.values()) if (group.length > 1) spread(group, lines, bends);
  return bends;
}

function spread(group: readonly number[], lines: readonly SceneLine[], bends: Float32Array): void {
  group.forEach((index, place) => {
    const line = lines[index];
    if (!line) return;
    const side = line.from < line.to ? 1 : -1;
    bends[index] = (place - (group.length - 1) / 2) * PARALLEL_GAP * side;
  });
}

export interface End {
  readonly at: Point;
  readonly node: Pick<SceneNode, 'kind' | 'trust' | 'isFocus'>;
  /** As drawn, CSS pixels. */
  readonly radius: number;
}

export interface Stroke {
  readonly from: Point;
  readonly to: Point;
  readonly length: number;
}

/** The visible part of a line on the screen: from rim to rim, beside the straight way by `bend`. */
export function strokeBetween(source: End, target: End, bend: number): Stroke | null {
  const dx = target.at.x - source.at.x;
  const dy = target.at.y - source.at.y;
  const distance = Math.hypot(dx, dy);
  if (distance === 0) return null;
  const [ux, uy] = [dx / distance, dy / distance];
  const start = rimAt(source.node.kind, source.radius, ux, uy) + collarOf(source.node) + AIR;
  const stop = rimAt(target.node.kind, target.radius, ux, uy) + collarOf(target.node) + AIR;
  if (distance - start - stop <= 0) return null;
  const shift = { x: uy * bend, y: -ux * bend };
  return {
    from: { x: source.at.x + ux * start + shift.x, y: source.at.y + uy * start + shift.y },
    to: { x: target.at.x - ux * stop + shift.x, y: target.at.y - uy * stop + shift.y },
    length: distance - start - stop,
  };
}

/** How much longer and wider than an arrow head each end is. */
export const ENDS: Readonly<Record<LineEnd, { readonly long: number; readonly wide: number }>> = {
  arrow: { long: 1, wide: 1 },
  open: { long: 1.1, wide: 1.5 },
  hollow: { long: 1.35, wide: 1.6 },
  bar: { long: 0.42, wide: 2.1 },
  disc: { long: 1.05, wide: 1.4 },
  diamond: { long: 1.6, wide: 1.35 },
  double: { long: 1.9, wide: 1.25 },
  none: { long: 0, wide: 0 },
};

/** Length and half width of a line's end, CSS pixels. */
export function headOf(
  width: number,
  end: LineEnd = 'arrow',
): { readonly length: number; readonly half: number } {
  const { long, wide } = ENDS[end];
  return { length: (4.5 + 1.5 * width) * long, half: (1.7 + 0.8 * width) * wide };
}

import type { Frame } from '../model';
import type { Point } from '../scene';

/** The part of a straight way that lies in the frame (Liang and Barsky 1984), or null where none does. */
export function clipped(from: Point, to: Point, { width, height }: Frame): [Point, Point] | null {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const edges = [
    [-dx, from.x],
    [dx, width - from.x],
    [-dy, from.y],
    [dy, height - from.y],
  ] as const;
  let [enter, leave] = [0, 1];
  for (const [step, room] of edges) {
    if (step === 0 && room < 0) return null;
    if (step < 0) enter = Math.max(enter, room / step);
    if (step > 0) leave = Math.min(leave, room / step);
  }
  if (enter >= leave) return null;
  const at = (share: number): Point =>
    share === 0 ? from : share === 1 ? to : { x: from.x + dx * share, y: from.y + dy * share };
  return [at(enter), at(leave)];
}

import type { Box, Mark, Occupied, Point } from '../scene';

/** A thin line from a mark's rim to its label, and the boxes it takes. */
export interface Leader {
  readonly from: Point;
  readonly to: Point;
  readonly steps: readonly Box[];
}

const [STEP, HALF, GAP] = [2.5, 1.4, 1.5];

/** The leader to the nearest point of a label, or null where something lies between. */
export function clearLeader({ at, radius }: Mark, box: Box, taken: Occupied): Leader | null {
  const end = { x: clamped(at.x, box.left, box.right), y: clamped(at.y, box.top, box.bottom) };
  const distance = Math.hypot(end.x - at.x, end.y - at.y);
  // The corner of a mark's box is √2 radii away: from there on what lies in the way is another's.
  const clear = radius * Math.SQRT2 + HALF;
  if (distance - GAP <= clear) return null;
  const towards = (far: number): Point => ({
    x: at.x + ((end.x - at.x) * far) / distance,
    y: at.y + ((end.y - at.y) * far) / distance,
  });
  const steps: Box[] = [];
  for (let far = radius; far < distance - GAP; far += STEP) {
    const { x, y } = towards(far);
    const step = { left: x - HALF, top: y - HALF, right: x + HALF, bottom: y + HALF };
    if (far > clear && taken.hits(step)) return null;
    steps.push(step);
  }
  return { from: towards(radius + 0.5), to: towards(distance - GAP), steps };
}

function clamped(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

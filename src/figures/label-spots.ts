import type { Box, Mark } from '../scene';
import type { LabelText } from './label-texts';

/** A place for a label round its mark. */
export interface Spot {
  readonly box: Box;
  readonly anchor: 'start' | 'middle' | 'end';
  /** How much less it is liked than the best, in crossings of lines. */
  readonly dislike: number;
}

const GAP = 4;
/** How far off a label stands from its mark, CSS pixels. */
const OFF = { near: [10, 18, 28], off: [40, 54, 70], far: [10, 18, 28, 40, 54, 70, 90, 115, 145, 180, 220] };
export type Reach = 'beside' | keyof typeof OFF;
const DIRECTIONS = 20;

/** Rings of places from near to far: eight beside the mark, or with leaders all round it. */
export function* spotsOf(mark: Mark, text: LabelText, reach: Reach): Generator<Spot[]> {
  if (reach === 'beside') yield besides(mark, text);
  else for (const off of OFF[reach]) yield offBy(mark, text, off);
}

function besides({ at: { x, y }, radius }: Mark, { width, height }: LabelText): Spot[] {
  const side = radius + GAP;
  const near = radius * 0.7 + GAP;
  const [above, below, middle] = [y - radius - GAP + 1 - height, y + radius + GAP - 1, y - height / 2];
  const [left, right] = ['end', 'start'] as const;
  const spot = (x0: number, top: number, anchor: Spot['anchor'], dislike: number): Spot => {
    return { box: { left: x0, top, right: x0 + width, bottom: top + height }, anchor, dislike };
  };
  return [
    spot(x + side, middle, right, 0),
    spot(x - side - width, middle, left, 1),
    spot(x - width / 2, above, 'middle', 2),
    spot(x - width / 2, below, 'middle', 2),
    spot(x + near, above + 2, right, 3),
    spot(x + near, below - 2, right, 3),
    spot(x - near - width, above + 2, left, 4),
    spot(x - near - width, below - 2, left, 4),
  ];
}

/** The label's nearest point stands so far from the rim, in directions all round. */
function offBy({ at: { x, y }, radius }: Mark, { width, height }: LabelText, off: number): Spot[] {
  return Array.from({ length: DIRECTIONS }, (_, step) => {
    const angle = (2 * Math.PI * step) / DIRECTIONS;
    const [dx, dy] = [Math.cos(angle), Math.sin(angle)].map((part) => Math.round(part * 1e6) / 1e6) as [
      number,
      number,
    ];
    const reach = radius + off;
    const isUpright = Math.abs(dx) < 0.35;
    const left = x + dx * reach - (isUpright ? width / 2 : dx > 0 ? 0 : width);
    const top = y + dy * reach - (height * (1 - dy)) / 2;
    const anchor = isUpright ? 'middle' : dx > 0 ? 'start' : 'end';
    return { box: { left, top, right: left + width, bottom: top + height }, anchor, dislike: 0 };
  });
}

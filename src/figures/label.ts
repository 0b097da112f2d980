import type { SceneLabel } from '../model';
import { ASCENT, DESCENT, type Box, type Point } from '../scene';

/** A label in CSS pixels of the frame: rows of one size, set to a side or centred at x. */
export interface FigureLabel {
  readonly node: string;
  readonly rows: readonly string[];
  readonly x: number;
  /** The first baseline. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly size: number;
  readonly isStrong: boolean;
  readonly box: Box;
  /** From the mark's rim to the label, where it stands off. */
  readonly leader: { readonly from: Point; readonly to: Point } | null;
}

/** Between baselines, over the size. */
export const LABEL_LEADING = 1.12;

/** What the screen shows, as it is. */
export function asOnScreen({ node, text, x, y, width, size, isStrong }: SceneLabel): FigureLabel {
  const box = { left: x, top: y - ASCENT * size, right: x + width, bottom: y + DESCENT * size };
  return { node, rows: [text], x, y, anchor: 'start', size, isStrong, box, leader: null };
}

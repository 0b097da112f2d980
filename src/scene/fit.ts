import type { Frame } from '../model';
import type { Positions } from '../layout';
import type { Point } from './camera';
import { AXIS_STRIP } from './reach';

export interface Fit {
  place(x: number, y: number): Point;
  /** Back from a pixel of the frame to stage units, for pins. */
  unplace(x: number, y: number): Point;
  readonly scaleX: number;
  readonly scaleY: number;
}

const BOTTOM_STRIP = AXIS_STRIP + 6;

/** From stage units to the frame: stretched to fill it where the layout allows, else as large as fits, centred. */
export function fitToFrame(positions: Positions, frame: Frame): Fit {
  const side = Math.min(34, frame.width * 0.05);
  const [left, top] = [side, 26];
  const width = Math.max(10, frame.width - 2 * side);
  const height = Math.max(10, frame.height - top - BOTTOM_STRIP);
  const { bounds } = positions;
  const wide = Math.max(1, bounds.right - bounds.left);
  const high = Math.max(1, bounds.bottom - bounds.top);
  const even = Math.min(width / wide, height / high, 1.6);
  const scaleX = positions.stretches ? width / wide : even;
  const scaleY = positions.stretches ? height / high : even;
  const x0 = left + (width - wide * scaleX) / 2 - bounds.left * scaleX;
  const y0 = top + (height - high * scaleY) / 2 - bounds.top * scaleY;
  return {
    place: (x, y) => ({ x: x0 + x * scaleX, y: y0 + y * scaleY }),
    unplace: (x, y) => ({ x: (x - x0) / scaleX, y: (y - y0) / scaleY }),
    scaleX,
    scaleY,
  };
}

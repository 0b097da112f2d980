import type { ColourRole, LineEnd, LineStyle, SceneLine } from '../model';
import { wayThrough, type DrawnPart, type Segment } from './drawn-part';
import { headOf, type Stroke } from './line-shape';

/** How a line is drawn in one picture. */
export interface LineLookNow {
  readonly width: number;
  readonly ink: ColourRole;
}

const DASHES: Readonly<Partial<Record<LineStyle, readonly number[]>>> = {
  dashed: [4.2, 2.8],
  'double-weak': [4.2, 2.8],
  dotted: [2, 3],
  'dash-dot': [6, 2, 2, 2],
};
const THICKNESS: Readonly<Partial<Record<LineStyle, number>>> = { double: 0.8, 'double-weak': 0.6 };

/** The place of a line's end: its tip, the line's direction as a unit vector, and its size. */
interface EndPlace {
  readonly tip: { readonly x: number; readonly y: number };
  readonly ux: number;
  readonly uy: number;
  readonly length: number;
  readonly half: number;
}

/** A line's shaft and what it ends in, between two points, in the pixels it is drawn at. */
export function lineParts(
  line: Pick<SceneLine, 'style' | 'end'>,
  stroke: Stroke,
  { width, ink }: LineLookNow,
): DrawnPart[] {
  const { end = 'arrow', style } = line;
  const head = headOf(width, end);
  const length = Math.min(head.length, stroke.length * 0.6);
  const ux = (stroke.to.x - stroke.from.x) / stroke.length;
  const uy = (stroke.to.y - stroke.from.y) / stroke.length;
  const place: EndPlace = { tip: stroke.to, ux, uy, length, half: head.half };
  const isTwin = style === 'double' || style === 'double-weak';
  const sides = isTwin ? [width + 0.3, -width - 0.3] : [0];
  const segments = sides.flatMap((by): Segment[] => [
    ['M', stroke.from.x + uy * by, stroke.from.y - ux * by],
    ['L', ...at(place, length, by)],
  ]);
  const dashes = DASHES[style];
  const shaft: DrawnPart = {
    shape: { kind: 'path', segments },
    stroke: ink,
    width: width * (THICKNESS[style] ?? 1),
    ...(dashes && { dashes }),
  };
  return [shaft, ...endParts(end, place, { width, ink })];
}

/** What a line ends in, as the shader draws it. */
function endParts(end: LineEnd, place: EndPlace, { width, ink }: LineLookNow): DrawnPart[] {
  const { length, half } = place;
  const [tip, left, right] = [at(place, 0, 0), at(place, length, half), at(place, length, -half)];
  const middle = length / 2;
  const filled = (...points: Point[]): DrawnPart => ({ shape: wayThrough(points, true), fill: ink });
  const drawn = (points: Point[], by: number, isClosed = false): DrawnPart => {
    return { shape: wayThrough(points, isClosed), stroke: ink, width: by };
  };
  switch (end) {
    case 'arrow':
      return [filled(tip, left, right)];
    case 'open':
      return [drawn([left, tip, right], 1.6), drawn([at(place, length, 0), at(place, 1, 0)], width)];
    case 'hollow': {
      const [back, aside] = [length - 0.7, half - 1];
      return [drawn([at(place, 1.4, 0), at(place, back, aside), at(place, back, -aside)], 1.4, true)];
    }
    case 'bar':
      return [drawn([at(place, middle, half), at(place, middle, -half)], length)];
    case 'disc': {
      const [x, y] = at(place, middle, 0);
      return [{ shape: { kind: 'circle', x, y, radius: middle }, fill: ink }];
    }
    case 'diamond':
      return [filled(tip, at(place, middle, half), at(place, length, 0), at(place, middle, -half))];
    case 'double':
      return [0, middle].map((back) =>
        filled(at(place, back, 0), at(place, back + middle, half), at(place, back + middle, -half)),
      );
    case 'none':
      return [];
  }
}

type Point = readonly [number, number];

/** So far back from the tip and to the side. */
function at({ tip, ux, uy }: EndPlace, back: number, aside: number): Point {
  return [tip.x - ux * back + uy * aside, tip.y - uy * back - ux * aside];
}

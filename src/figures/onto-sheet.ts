import type { DrawnPart, Point, Segment, Shape, Theme } from '../scene';
import type { Ink, Part } from './sheet';
import { mixed } from './themes';

/** From CSS pixels of the frame to points of the page, and from roles to colours. */
export interface Onto {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly colours: Theme;
}

/** How much is left of a colour that is faded. */
const FADED = 0.2;

export function pointOnto({ x, y, scale }: Onto, at: Point): Point {
  return { x: x + at.x * scale, y: y + at.y * scale };
}

/** A drawn part about a place of the frame; inks are mixed with the paper, so that no format needs transparency. */
export function partOnto(onto: Onto, at: Point, { shape, ...part }: DrawnPart, strength = 1): Part {
  const { colours, scale } = onto;
  const colour = (role: keyof Theme) => mixed(colours[role], colours.paper, strength);
  const ink: Ink = {
    ...(part.fill && { fill: part.fill === 'paper' ? colours.paper : colour(part.fill) }),
    ...(part.stroke && { stroke: colour(part.stroke) }),
    ...(part.width !== undefined && { width: part.width * scale }),
    ...(part.dashes && { dashes: part.dashes.map((dash) => dash * scale) }),
  };
  if (shape.kind === 'circle') {
    const { x, y } = pointOnto(onto, { x: at.x + shape.x, y: at.y + shape.y });
    return { kind: 'circle', x, y, radius: shape.radius * scale, ...ink };
  }
  const segments = segmentsOf(shape).map((segment) => movedOnto(onto, at, segment));
  return { kind: 'path', segments, ...ink };
}

/** What is drawn strong, as faded as the rest. */
export function fadedPart<Drawn extends Part>(part: Drawn, paper: string): Drawn {
  if (part.kind === 'group') return { ...part, parts: part.parts.map((one) => fadedPart(one, paper)) };
  if (part.kind === 'words') return { ...part, colour: mixed(part.colour, paper, FADED) };
  const { fill, stroke } = part;
  return {
    ...part,
    ...(fill && { fill: mixed(fill, paper, FADED) }),
    ...(stroke && { stroke: mixed(stroke, paper, FADED) }),
  };
}

export function strengthOf(isLit: boolean): number {
  return isLit ? 1 : FADED;
}

function movedOnto(onto: Onto, at: Point, segment: Segment): Segment {
  const [x0, y0] = [onto.x + at.x * onto.scale, onto.y + at.y * onto.scale];
  const [X, Y] = [(x: number) => x0 + x * onto.scale, (y: number) => y0 + y * onto.scale];
  if (segment[0] === 'Z') return segment;
  if (segment[0] !== 'C') return [segment[0], X(segment[1]), Y(segment[2])];
  const [step, x1, y1, x2, y2, x, y] = segment;
  return [step, X(x1), Y(y1), X(x2), Y(y2), X(x), Y(y)];
}

function segmentsOf(shape: Exclude<Shape, { kind: 'circle' }>): readonly Segment[] {
  if (shape.kind === 'path') return shape.segments;
  const { halfWidth, halfHeight, corner } = shape;
  return boxSegments(-halfWidth, -halfHeight, halfWidth, halfHeight, corner);
}

/** Of a quarter of a circle by a Bézier curve: how far its handles reach, over the radius. */
const QUARTER = 0.5523;

export function boxSegments(
  left: number,
  top: number,
  right: number,
  bottom: number,
  corner: number,
): Segment[] {
  const r = Math.max(0, Math.min(corner, (right - left) / 2, (bottom - top) / 2));
  if (r === 0) return [['M', left, top], ['L', right, top], ['L', right, bottom], ['L', left, bottom], ['Z']];
  const k = r * (1 - QUARTER);
  return [
    ['M', left + r, top],
    ['L', right - r, top],
    ['C', right - k, top, right, top + k, right, top + r],
    ['L', right, bottom - r],
    ['C', right, bottom - k, right - k, bottom, right - r, bottom],
    ['L', left + r, bottom],
    ['C', left + k, bottom, left, bottom - k, left, bottom - r],
    ['L', left, top + r],
    ['C', left, top + k, left + k, top, left + r, top],
    ['Z'],
  ];
}

import type { ColourRole } from '../model';

/** A step of an outline, absolute, y down; a curve is a cubic Bézier. */
export type Segment =
  | readonly ['M' | 'L', x: number, y: number]
  | readonly ['C', x1: number, y1: number, x2: number, y2: number, x: number, y: number]
  | readonly ['Z'];

interface Way {
  readonly kind: 'path';
  readonly segments: readonly Segment[];
}

export type Shape =
  | { readonly kind: 'circle'; readonly x: number; readonly y: number; readonly radius: number }
  | {
      readonly kind: 'box';
      readonly halfWidth: number;
      readonly halfHeight: number;
      readonly corner: number;
    }
  | Way;

/** A shape with its ink: what marks and lines are drawn of, from back to front. */
export interface DrawnPart {
  readonly shape: Shape;
  readonly fill?: ColourRole;
  readonly stroke?: ColourRole;
  readonly width?: number;
  readonly dashes?: readonly number[];
  readonly opacity?: number;
}

/** A way through points; closed where it goes on to its start. */
export function wayThrough(points: readonly (readonly [number, number])[], isClosed: boolean): Way {
  const steps = points.map(([x, y], index): Segment => [index === 0 ? 'M' : 'L', x, y]);
  return { kind: 'path', segments: isClosed ? [...steps, ['Z']] : steps };
}

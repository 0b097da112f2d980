import type { ColourRole, SceneNode } from '../model';
import { wayThrough, type DrawnPart, type Shape } from './drawn-part';
import { SHAPE } from './mark-shape';
import { fillingOf, RING, ringOf, SIGN, signAt } from './reach';

/** A mark's outline about the origin, `by` pixels outside its rim. */
function outlineOf({ kind }: Pick<SceneNode, 'kind'>, radius: number, by: number): Shape {
  if (kind === 'theorem') return diamond(radius * SHAPE.diamond + by * Math.SQRT2);
  if (kind === 'definition')
    return box(radius * SHAPE.square + by, radius * SHAPE.square + by, Math.max(0, 0.5 + by));
  if (kind === 'claim') {
    const corner = Math.max(0, radius * SHAPE.tagCorner + by);
    return box(radius * SHAPE.tagWidth + by, radius * SHAPE.tagHeight + by, corner);
  }
  if (kind === 'axiom') return triangle(radius * SHAPE.triangle + by * Math.sqrt(3));
  if (kind === 'module') return hexagon(radius * SHAPE.hexagon + by);
  return circle(0, 0, radius + by);
}

function circle(x: number, y: number, radius: number): Shape {
  return { kind: 'circle', x, y, radius };
}

function box(halfWidth: number, halfHeight: number, corner: number): Shape {
  return { kind: 'box', halfWidth, halfHeight, corner };
}

function diamond(r: number): Shape {
  return wayThrough(
    [
      [0, -r],
      [r, 0],
      [0, r],
      [-r, 0],
    ],
    true,
  );
}

function triangle(half: number): Shape {
  const [base, top] = [half / Math.sqrt(3), (-2 * half) / Math.sqrt(3)];
  return wayThrough(
    [
      [0, top],
      [half, base],
      [-half, base],
    ],
    true,
  );
}

function hexagon(inner: number): Shape {
  const [side, half] = [(2 * inner) / Math.sqrt(3), inner / Math.sqrt(3)];
  return wayThrough(
    [
      [side, 0],
      [half, inner],
      [-half, inner],
      [-side, 0],
      [-half, -inner],
      [half, -inner],
    ],
    true,
  );
}

export interface MarkLook {
  readonly isHovered: boolean;
  readonly isSelected: boolean;
}

/** The parts of a mark about the origin, from back to front, with its rings. */
export function markParts(node: SceneNode, radius: number, look: MarkLook): DrawnPart[] {
  const isBare = ringOf(node) === 'none';
  const outer = node.isFocus ? (isBare ? 4.2 : 8.2) : isBare ? 1 : 4.4;
  const focusAt = isBare ? RING.focus : RING.focusOverTrust;
  const parts: DrawnPart[] = [];
  if (look.isHovered) parts.push({ shape: outlineOf(node, radius, outer + 4), fill: 'accent', opacity: 0.2 });
  parts.push({ shape: outlineOf(node, radius, isBare ? 1.1 : 2.2), fill: 'paper' });
  if (look.isSelected) parts.push(stroked(outlineOf(node, radius, outer + 1.9), 'accent', 2.2));
  if (node.isFocus) parts.push(stroked(outlineOf(node, radius, focusAt), 'accent', 1.8));
  return [
    ...parts,
    ...trustRing(node, radius),
    ...bodyOf(node, radius),
    ...pinOf(node, radius),
    ...signOf(node, radius),
  ];
}

function stroked(shape: Shape, stroke: ColourRole, width: number): DrawnPart {
  return { shape, stroke, width };
}

function trustRing(node: SceneNode, radius: number): DrawnPart[] {
  const kind = ringOf(node);
  if (kind === 'none') return [];
  const ring = outlineOf(node, radius, RING.trust);
  if (kind === 'sound') return [stroked(ring, 'pass', 1.1)];
  if (kind === 'unchecked') return [{ ...stroked(ring, 'unknown', 1.1), dashes: [2.8, 2.2] }];
  const at = (radius + RING.trust + 0.4) * Math.SQRT1_2;
  const gap: DrawnPart = { shape: circle(at, -at, 4.6), fill: 'paper' };
  return kind === 'signed'
    ? [stroked(ring, 'pass', 1.1), gap, stroked(tick(at), 'pass', 1.6)]
    : [stroked(ring, 'fail', 2), gap, stroked(cross(at), 'fail', 1.5)];
}

function tick(at: number): Shape {
  return wayThrough(
    [
      [at - 2.6, -at - 0.2],
      [at - 0.8, -at + 1.8],
      [at + 2.6, -at - 2.4],
    ],
    false,
  );
}

function cross(at: number): Shape {
  const [left, right, top, bottom] = [at - 2.3, at + 2.3, -at - 2.3, -at + 2.3];
  return {
    kind: 'path',
    segments: [
      ['M', left, top],
      ['L', right, bottom],
      ['M', right, top],
      ['L', left, bottom],
    ],
  };
}

function bodyOf(node: SceneNode, radius: number): DrawnPart[] {
  const filling = fillingOf(node);
  if (filling === 'solid') return [{ shape: outlineOf(node, radius, 0), fill: node.fill }];
  const rim: DrawnPart = {
    ...stroked(outlineOf(node, radius, -0.7), node.fill, 1.4),
    fill: 'paper',
    ...(filling === 'dotted' && { dashes: [1.7, 1.7] }),
    ...(filling === 'ghost' && { dashes: [2.8, 2.2] }),
  };
  if (filling === 'core') return [rim, { shape: outlineOf(node, radius * 0.45, 0), fill: node.fill }];
  if (filling === 'gap') return [rim, { shape: box(radius * 0.62, 1.1, 0.4), fill: 'fail' }];
  return [rim];
}

function pinOf(node: SceneNode, radius: number): DrawnPart[] {
  if (!node.isPinned) return [];
  const fill = fillingOf(node) === 'solid' ? 'paper' : node.fill;
  return [{ shape: circle(0, 0, Math.max(1.5, radius * 0.26)), fill }];
}

/** Plus on a disc for what is new, minus in a ring for what is gone, a triangle on a disc for what changed. */
function signOf({ change }: SceneNode, radius: number): DrawnPart[] {
  if (change === undefined) return [];
  const at = -signAt(radius);
  const isGone = change === 'gone';
  const disc: DrawnPart = { shape: circle(at, at, SIGN.radius), fill: isGone ? 'paper' : 'ink' };
  const rim = { stroke: isGone ? 'muted' : 'paper', width: SIGN.rim } as const;
  if (change === 'changed') {
    const [left, right, top, bottom] = [at - 2.3, at + 2.3, at - 2.4, at + 1.5];
    const delta = wayThrough(
      [
        [at, top],
        [right, bottom],
        [left, bottom],
      ],
      true,
    );
    return [
      { ...disc, ...rim },
      { shape: delta, fill: 'paper' },
    ];
  }
  const ink = isGone ? 'muted' : 'paper';
  const strokes: Shape = {
    kind: 'path',
    segments: [
      ...([
        ['M', at - 2.4, at],
        ['L', at + 2.4, at],
      ] as const),
      ...(isGone
        ? []
        : ([
            ['M', at, at - 2.4],
            ['L', at, at + 2.4],
          ] as const)),
    ],
  };
  return [{ ...disc, ...rim }, stroked(strokes, ink, 1.5)];
}

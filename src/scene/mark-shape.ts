import type { NodeKind, SceneNode } from '../model';

/** Proportions of a mark to its radius, chosen so that all kinds look equally large. */
export const SHAPE = {
  diamond: 1.3,
  square: 0.88,
  tagWidth: 1.2,
  tagHeight: 0.78,
  tagCorner: 0.4,
  triangle: 1.15,
  hexagon: 0.95,
};

/** What is nearer to the focus, and what weighs more, lies above. */
export function paintOrder(nodes: readonly SceneNode[]): SceneNode[] {
  return [...nodes].sort((a, b) => b.hops - a.hops || a.weight - b.weight);
}

/** From the centre to the rim along a unit vector. */
export function rimAt(kind: NodeKind, radius: number, dx: number, dy: number): number {
  const x = Math.abs(dx);
  const y = Math.abs(dy);
  if (kind === 'theorem') return (radius * SHAPE.diamond) / (x + y);
  if (kind === 'definition') return (radius * SHAPE.square) / Math.max(x, y);
  if (kind === 'claim') return radius / Math.max(x / SHAPE.tagWidth, y / SHAPE.tagHeight);
  return radius;
}

import type { NodeKind, SceneNode, Trust } from '../model';

export const KINDS: readonly NodeKind[] = ['paper', 'stub', 'theorem', 'definition', 'claim', 'reference'];
export const TRUSTS: readonly Trust[] = ['none', 'sound', 'unchecked', 'broken'];

/** Proportions of a mark to its radius, chosen so that all kinds look equally large. */
export const SHAPE = { diamond: 1.3, square: 0.88, tagWidth: 1.2, tagHeight: 0.78, tagCorner: 0.4 };

/** Flags of a look: of a mark the first two, of a line the last. */
export const SELECTED = 4096;
export const HOVERED = 8192;
export const STRONG = 128;

/** Distances from a mark's rim, CSS pixels: where the trust ring and the focus ring stand, and what they reach. */
export const RING = { trust: 2.9, focus: 2.6, focusOverTrust: 6.6 };

export function isHollow(kind: NodeKind): boolean {
  return kind === 'stub' || kind === 'reference';
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

/** How far a mark's rings stand out beyond its rim, CSS pixels. */
export function collarOf(node: Pick<SceneNode, 'trust' | 'isFocus'>): number {
  if (node.isFocus) return (node.trust === 'none' ? RING.focus : RING.focusOverTrust) + 1.2;
  return node.trust === 'none' ? 0.5 : RING.trust + (node.trust === 'broken' ? 1.4 : 0.8);
}

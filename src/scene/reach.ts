import type { SceneAxis, SceneNode } from '../model';

/** Distances from a mark's rim, CSS pixels: where the trust ring and the focus ring stand, and what they reach. */
export const RING = { trust: 2.9, focus: 2.6, focusOverTrust: 6.6 };

/** How far a mark's rings stand out beyond its rim, CSS pixels. */
export function collarOf(node: Pick<SceneNode, 'trust' | 'isFocus'>): number {
  if (node.isFocus) return (node.trust === 'none' ? RING.focus : RING.focusOverTrust) + 1.2;
  return node.trust === 'none'
    ? 0.5
    : RING.trust + (node.trust === 'broken' || node.trust === 'signed' ? 1.4 : 0.8);
}

/** Kept free at the bottom of the frame for the words of a time axis, CSS pixels. */
export const AXIS_STRIP = 24;

export function stripOf(axes: readonly SceneAxis[]): number {
  return axes.some(({ kind }) => kind === 'time') ? AXIS_STRIP : 0;
}

import type { SceneAxis, SceneNode, Trust } from '../model';

/** Distances from a mark's rim, CSS pixels: where the trust ring and the focus ring stand, and what they reach. */
export const RING = { trust: 2.9, focus: 2.6, focusOverTrust: 6.6 };

/** The ring round a mark: of a work its trust, of a statement whether all it rests on is proved, or an axiom in the way. */
export function ringOf({ trust, standing }: Pick<SceneNode, 'trust' | 'standing'>): Trust {
  if (standing === 'proved-all') return 'sound';
  return standing === 'axiom' ? 'broken' : trust;
}

/** How much of a statement's mark is filled: `core` says that its statement is there, `gap` that a hole is left open. */
export type Filling = (typeof FILLINGS)[number];
export const FILLINGS = ['solid', 'hollow', 'core', 'gap', 'dotted'] as const;

export function fillingOf({ kind, standing }: Pick<SceneNode, 'kind' | 'standing'>): Filling {
  if (kind === 'stub') return 'hollow';
  if (kind === 'reference') return 'dotted';
  switch (standing) {
    case 'stated':
      return 'hollow';
    case 'formalised':
      return 'core';
    case 'sorry':
      return 'gap';
    case 'unknown':
      return kind === 'module' ? 'solid' : 'dotted';
    default:
      return 'solid';
  }
}

/** How far a mark's rings stand out beyond its rim, CSS pixels. */
export function collarOf(node: Pick<SceneNode, 'trust' | 'standing' | 'isFocus'>): number {
  const ring = ringOf(node);
  if (node.isFocus) return (ring === 'none' ? RING.focus : RING.focusOverTrust) + 1.2;
  return ring === 'none' ? 0.5 : RING.trust + (ring === 'broken' || ring === 'signed' ? 1.4 : 0.8);
}

/** Kept free at the bottom of the frame for the words of a time axis, CSS pixels. */
export const AXIS_STRIP = 24;

export function stripOf(axes: readonly SceneAxis[]): number {
  return axes.some(({ kind }) => kind === 'time') ? AXIS_STRIP : 0;
}

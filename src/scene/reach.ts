import type { SceneAxis, SceneNode, Trust } from '../model';

/** Distances from a mark's rim, CSS pixels: where the trust ring and the focus ring stand, and what they reach. */
export const RING = { trust: 2.9, focus: 2.6, focusOverTrust: 6.6 };

/** The ring round a mark: of a work its trust, of a statement whether all it rests on is proved, or an axiom in the way. */
export function ringOf({ trust, standing }: Pick<SceneNode, 'trust' | 'standing'>): Trust {
  if (standing === 'proved-all') return 'sound';
  return standing === 'axiom' ? 'broken' : trust;
}

/**
 * How much of a mark is filled. Of a statement `core` says that it is there, of a cluster that there is more in it; `gap` that a hole is left open; a `ghost` is
 * what only an earlier snapshot has: dashed, whatever it was.
 */
export type Filling = (typeof FILLINGS)[number];
export const FILLINGS = ['solid', 'hollow', 'core', 'gap', 'dotted', 'ghost'] as const;

export function fillingOf({
  kind,
  standing,
  change,
  works,
}: Pick<SceneNode, 'kind' | 'standing' | 'change' | 'works'>): Filling {
  if (works !== undefined) return 'core';
  if (change === 'gone') return 'ghost';
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

/** The sign at a mark that says what became of it between two snapshots: its radius and its rim, CSS pixels. */
export const SIGN = { radius: 4.4, rim: 1.1 };

/** Where the sign's centre stands from the mark's, to the left and up alike, CSS pixels; `radius` is that of the mark. */
export function signAt(radius: number): number {
  return (radius + RING.trust + 0.4) * Math.SQRT1_2;
}

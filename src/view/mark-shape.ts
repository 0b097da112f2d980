import type { Change, NodeKind, Trust } from '../model';

export { collarOf, fillingOf, paintOrder, RING, rimAt, ringOf, SHAPE, SIGN } from '../scene';

export const KINDS: readonly NodeKind[] = [
  ...(['paper', 'stub', 'theorem', 'definition', 'claim', 'reference'] as const),
  ...(['axiom', 'module'] as const),
];
/** No change comes first. */
export const CHANGES: readonly (Change | undefined)[] = [undefined, 'new', 'gone', 'changed'];
export const TRUSTS: readonly Trust[] = ['none', 'sound', 'unchecked', 'broken', 'signed'];

/** Flags of a look: of a mark the first two, of a line the last two. */
export const SELECTED = 4096;
export const HOVERED = 8192;
export const STRONG = 128;
export const CHOSEN = 256;

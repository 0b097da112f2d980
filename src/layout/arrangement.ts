/** What a layout needs, as columns in the order of public ids: plain data for the worker. */
export interface LayoutInput {
  readonly id: readonly string[];
  /** Years with fraction (2024.7); null where unknown. */
  readonly time: readonly (number | null)[];
  readonly hops: readonly number[];
  /** Theorems go to a lane of their own. */
  readonly isFormal: readonly boolean[];
  /** Lines as pairs of row numbers. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** The row of the focus, or -1. */
  readonly focus: number;
  readonly seed: number;
  /** Of layers: where lines of dependency lead from, what is built on to what builds on it. Absent: upwards. */
  readonly flow?: 'down' | 'right';
  /** Claims with the rows of their papers: they are placed when all else is, which does not move for them. */
  readonly claims?: { readonly id: readonly string[]; readonly paper: readonly number[] };
}

/** How a layout's own axis reads: stage units of each tick. */
export interface LayoutAxis {
  readonly kind: 'time' | 'rings' | 'lane';
  readonly ticks: readonly { readonly at: number; readonly label: string; readonly isMajor: boolean }[];
}

/**
 * Where everything goes, in stage units (a nominal 1,000 wide, y down), rounded to 0.01 so that they are the same
 * to the last bit wherever they are stored. `stretches` says whether a frame may stretch x and y differently.
 */
export interface Positions {
  readonly id: readonly string[];
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly axes: readonly LayoutAxis[];
  readonly stretches: boolean;
  readonly bounds: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
}

/** Told of the share that is done, from 0 to 1, by layouts that know it. */
export type Tell = (share: number) => void;

export const WIDTH = 1000;
export const HEIGHT = 600;

export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Neighbours of each row, in either direction. */
export function neighboursOf({ id, from, to }: LayoutInput): number[][] {
  const neighbours: number[][] = id.map(() => []);
  from.forEach((a, line) => {
    const b = to[line] ?? 0;
    neighbours[a]?.push(b);
    neighbours[b]?.push(a);
  });
  return neighbours;
}

/** A small seeded generator (Numerical Recipes' constants), as d3-force uses one: no Math.random, no clock. */
export function generator(seed: number): () => number {
  let state = (Math.imul(seed, 2654435761) ^ 0x9e3779b9) >>> 0;
  return () => (state = (Math.imul(1664525, state) + 1013904223) >>> 0) / 4294967296;
}

import type { Frame } from '../model';
import type { Point } from './camera';

const ROUNDS = 120;
const GAP = 20;

interface Disc extends Point {
  readonly radius: number;
}

/**
 * Where discs stand when those that cover each other have moved aside, the larger the less, none out of the frame; they
 * move aside for what is `fixed` too.
 */
export function apart(discs: readonly Disc[], fixed: readonly Disc[], { width, height }: Frame): Point[] {
  const at = discs.map(({ x, y }) => ({ x, y }));
  for (let round = 0; round < ROUNDS; round++) {
    let hasMoved = false;
    for (let a = 0; a < discs.length; a++) {
      for (let b = a + 1; b < discs.length; b++) hasMoved = part(at, discs, a, b) || hasMoved;
      for (const disc of fixed) hasMoved = leave(at, discs, a, disc) || hasMoved;
    }
    if (!hasMoved) break;
    at.forEach((place, row) => {
      const margin = (discs[row]?.radius ?? 0) + GAP;
      place.x = Math.max(margin, Math.min(width - margin, place.x));
      place.y = Math.max(margin, Math.min(height - margin, place.y));
    });
  }
  return at;
}

/** The way from one disc to another, and how much it is too short; null where it is not. */
function missing(one: Disc, other: Disc, turn: number) {
  const [dx, dy] = [other.x - one.x, other.y - one.y];
  const distance = Math.hypot(dx, dy);
  const by = one.radius + other.radius + GAP - distance;
  if (by <= 0.1) return null;
  // Two at one place part in a direction of their own.
  const [x, y] = distance > 0.01 ? [dx / distance, dy / distance] : [Math.cos(turn), Math.sin(turn)];
  return { x: x * by, y: y * by };
}

interface Place {
  x: number;
  y: number;
}

function part(at: readonly Place[], discs: readonly Disc[], a: number, b: number): boolean {
  const [one, other, first, second] = [at[a], at[b], discs[a], discs[b]];
  if (!one || !other || !first || !second) return false;
  const by = missing({ radius: first.radius, ...one }, { radius: second.radius, ...other }, a + b);
  if (!by) return false;
  const share = second.radius ** 2 / (first.radius ** 2 + second.radius ** 2);
  one.x -= by.x * share;
  one.y -= by.y * share;
  other.x += by.x * (1 - share);
  other.y += by.y * (1 - share);
  return true;
}

function leave(at: readonly Place[], discs: readonly Disc[], row: number, fixed: Disc): boolean {
  const [one, disc] = [at[row], discs[row]];
  const by = one && disc && missing(fixed, { radius: disc.radius, ...one }, row);
  if (!by) return false;
  one.x += by.x;
  one.y += by.y;
  return true;
}

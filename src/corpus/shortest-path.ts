import type { Within } from './corpus';

/** Works that one step looks around at most: each costs a block or two. */
const MOST_AROUND = 60;

type Around = (works: readonly number[]) => Promise<readonly (readonly [work: number, neighbour: number])[]>;

/**
 * From both ends in turns, the smaller side first; of a side with too many works those that are cited least, through
 * which a way says more. Null where no way of so few steps was found.
 */
export async function shortestPath(
  from: number,
  to: number,
  { steps, signal }: Within,
  around: Around,
): Promise<readonly number[] | null> {
  if (from === to) return [from];
  const [a, b] = [new Side(from), new Side(to)];
  for (let step = 0; step < steps; step++) {
    signal?.throwIfAborted();
    const [side, other] = a.rim.length <= b.rim.length ? [a, b] : [b, a];
    const met = side.grow(await around(side.outermost()), other);
    if (met !== null) return [...a.wayTo(met).reverse(), ...b.wayTo(met).slice(1)];
    if (side.rim.length === 0) return null;
  }
  return null;
}

/** What was reached from one end, each work with the one it was reached from. */
class Side {
  readonly #before: Map<number, number | null>;
  rim: number[];

  constructor(start: number) {
    this.#before = new Map([[start, null]]);
    this.rim = [start];
  }

  has(work: number): boolean {
    return this.#before.has(work);
  }

  outermost(): number[] {
    return [...this.rim].sort((a, b) => b - a).slice(0, MOST_AROUND);
  }

  /** The least work that both sides know now. */
  grow(lines: Awaited<ReturnType<Around>>, other: Side): number | null {
    const reached: number[] = [];
    for (const [work, neighbour] of lines) {
      if (this.#before.has(neighbour)) continue;
      this.#before.set(neighbour, work);
      reached.push(neighbour);
    }
    this.rim = reached;
    const met = reached.filter((work) => other.has(work));
    return met.length > 0 ? Math.min(...met) : null;
  }

  /** From a work back to where this side began. */
  wayTo(work: number): number[] {
    const way: number[] = [];
    for (let at: number | null = work; at !== null; at = this.#before.get(at) ?? null) way.push(at);
    return way;
  }
}

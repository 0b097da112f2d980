import type { Direction, LineKind } from '../model';
import { endsOf, type Csr } from './csr';
import type { Lines, Network } from './network';
import { stepsFrom } from './reach';

export interface PathsQuestion {
  /** Node numbers; a path leads from one of the first to one of the second. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Every path leads through it, where it is given. */
  readonly through: number | null;
  /** `references`: only from what cites to what is cited; `citing`: the other way; `both`: either at each step. */
  readonly direction: Direction;
  readonly kinds: readonly LineKind[];
  /** How many paths at most; the shortest first, equal ones by the ids along them. */
  readonly limit: number;
  /** How many steps longer than the shortest they may be. */
  readonly slack: number;
}

export interface Paths {
  /** Node numbers from start to end. */
  readonly paths: readonly (readonly number[])[];
  /** Steps of the shortest; null where nothing leads there. */
  readonly shortest: number | null;
  /** Whether there may be more of the lengths that were asked for. */
  readonly isCut: boolean;
}

/** Looking on, longer than this, is given up: the paths found so far are the shortest. */
const MOST_STEPS = 2_000_000;

/** How much longer than the bound the first path through a node may be. */
const DETOUR = 6;

/** Simple paths, the shortest first: of each length in turn all that cannot be shown to lead nowhere. */
export function paths(network: Network, question: PathsQuestion): Paths {
  const lines = network.lines(question.kinds);
  const onward = towards(lines, question.direction);
  const back = towards(lines, opposite(question.direction));
  const from = network.placesOf(question.from);
  const to = new Set(network.placesOf(question.to));
  const through = question.through === null ? null : network.placeOf(question.through);
  const toEnd = stepsFrom(back, [...to]);
  const toThrough = through === null ? null : stepsFrom(back, [through]);
  const search = new Search({ onward, to, through, toEnd, toThrough });
  const shortest = Math.min(
    ...from.map((start) => search.least(start, through === null || start === through)),
  );
  if (!Number.isFinite(shortest)) return { paths: [], shortest: null, isCut: false };
  const starts = [...new Set(from)].sort((a, b) => a - b);
  const found: number[][] = [];
  let longest = shortest + DETOUR;
  for (let length = shortest; length <= longest; length++) {
    for (const start of starts) search.walk(start, length, found, question.limit);
    // Through a node the bound may be too low: a path may not cross itself.
    const first = found[0];
    if (first) longest = first.length - 1 + question.slack;
    if (search.isOver || found.length >= question.limit) break;
  }
  return {
    paths: found.map((path) => path.map((place) => network.nodeAt(place))),
    shortest: found[0] ? found[0].length - 1 : null,
    isCut: search.isOver || found.length >= question.limit,
  };
}

interface Ground {
  readonly onward: Csr;
  readonly to: ReadonlySet<number>;
  readonly through: number | null;
  readonly toEnd: Int32Array;
  readonly toThrough: Int32Array | null;
}

class Search {
  readonly #ground: Ground;
  #steps = 0;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  get isOver(): boolean {
    return this.#steps >= MOST_STEPS;
  }

  /** The steps that are needed from a place on at the least; Infinity where nothing leads on. */
  least(place: number, isPast: boolean): number {
    const { toEnd, toThrough, through } = this.#ground;
    if (isPast || through === null || !toThrough) return finite(toEnd[place]);
    return finite(toThrough[place]) + finite(toEnd[through]);
  }

  /** All simple paths of exactly this length, in the order of the ids along them. */
  walk(start: number, length: number, found: number[][], limit: number): void {
    const { onward, to, through } = this.#ground;
    const trail: number[] = [];
    const isOn = new Set<number>();
    const step = (place: number, isPast: boolean): void => {
      if (this.isOver || found.length >= limit) return;
      this.#steps += 1;
      trail.push(place);
      isOn.add(place);
      const left = length - (trail.length - 1);
      const isThere = isPast || place === through;
      if (left === 0) {
        if (isThere && to.has(place)) found.push([...trail]);
      } else {
        for (const next of endsOf(onward, place)) {
          if (isOn.has(next)) continue;
          if (this.least(next, isThere || next === through) <= left - 1) step(next, isThere);
        }
      }
      trail.pop();
      isOn.delete(place);
    };
    if (this.least(start, through === null || start === through) <= length) step(start, through === null);
  }
}

function finite(steps: number | undefined): number {
  return steps === undefined || steps < 0 ? Infinity : steps;
}

function towards({ out, in: back, around }: Lines, direction: Direction): Csr {
  return direction === 'references' ? out : direction === 'citing' ? back : around;
}

function opposite(direction: Direction): Direction {
  return direction === 'references' ? 'citing' : direction === 'citing' ? 'references' : 'both';
}

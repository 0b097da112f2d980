import { linesOf, type Dependencies } from './dependencies';

/** Steps over rows and lines in all; what is larger keeps the levels it came with. */
const MOST_WORK = 40_000_000;

/**
 * Moves levels so that lines are as short as can be in sum, none shorter than one (network simplex: Gansner,
 * Koutsofios, North and Vo 1993). A tree of lines of length one joins all rows; while moving all on one side of a
 * line of the tree shortens lines in sum, they are moved until another line is of length one, which takes its place.
 */
export function shortenLines(lines: Dependencies, level: Int32Array): void {
  const size = lines.count + lines.from.length;
  if (lines.count * size > MOST_WORK) return;
  const tree = new Tree(lines, level);
  const most = Math.min(8 * lines.count, Math.floor(MOST_WORK / Math.max(1, size)));
  for (let pivot = 0; pivot < most; pivot++) if (!tree.pivot()) return;
}

class Tree {
  readonly #from: readonly number[];
  readonly #to: readonly number[];
  readonly #level: Int32Array;
  /** The lines at each row, in either direction. */
  readonly #around: readonly (readonly number[])[];
  readonly #isInTree: Uint8Array;
  /** Rows from the roots on, each tree of the forest in one piece, and where each stands and its own end there. */
  readonly #order: Int32Array;
  readonly #enter: Int32Array;
  readonly #leave: Int32Array;
  /** The line of the tree that leads towards the root; -1 at a root. */
  readonly #up: Int32Array;
  /** By how much lines grow in sum when a row, and all behind it, are raised by one. */
  readonly #cost: Int32Array;

  constructor({ count, from, to }: Dependencies, level: Int32Array) {
    this.#from = from;
    this.#to = to;
    this.#level = level;
    const into = linesOf(count, to);
    this.#around = linesOf(count, from).map((out, row) => [...out, ...(into[row] ?? [])]);
    this.#isInTree = new Uint8Array(from.length);
    [this.#order, this.#enter, this.#leave, this.#up, this.#cost] = [0, 0, 0, 0, 0].map(
      () => new Int32Array(count),
    ) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
    this.#joinAll(count);
    this.#walk();
  }

  /** One step; false where none is left to do. */
  pivot(): boolean {
    const top = this.#best();
    if (top < 0) return false;
    const leaving = this.#up[top] ?? 0;
    const isRaised = this.#from[leaving] === top;
    const entering = this.#nearest(top, isRaised);
    if (entering < 0) return false;
    const slack = this.#slack(entering) * (isRaised ? 1 : -1);
    for (let at = this.#enter[top] ?? 0; at < (this.#leave[top] ?? 0); at++) {
      const row = this.#order[at] ?? 0;
      this.#level[row] = (this.#level[row] ?? 0) + slack;
    }
    this.#isInTree[leaving] = 0;
    this.#isInTree[entering] = 1;
    this.#walk();
    return true;
  }

  #slack(line: number): number {
    return (this.#level[this.#from[line] ?? 0] ?? 0) - (this.#level[this.#to[line] ?? 0] ?? 0) - 1;
  }

  /** The row whose line upwards in the tree is worth most to break; -1 where none is. */
  #best(): number {
    let [best, gain] = [-1, 0];
    this.#up.forEach((line, row) => {
      if (line < 0) return;
      const cost = this.#cost[row] ?? 0;
      const own = this.#from[line] === row ? -cost : cost;
      if (own > gain) [best, gain] = [row, own];
    });
    return best;
  }

  /** The line that first stops the rows behind `top` when they are raised, or lowered. */
  #nearest(top: number, isRaised: boolean): number {
    const [first, last] = [this.#enter[top] ?? 0, this.#leave[top] ?? 0];
    const isBehind = (row: number) => (this.#enter[row] ?? 0) >= first && (this.#enter[row] ?? 0) < last;
    const [inner, outer] = isRaised ? [this.#to, this.#from] : [this.#from, this.#to];
    let [nearest, least] = [-1, Infinity];
    for (let at = first; at < last; at++) {
      for (const line of this.#around[this.#order[at] ?? 0] ?? []) {
        if (!isBehind(inner[line] ?? 0) || isBehind(outer[line] ?? 0)) continue;
        const slack = this.#slack(line);
        if (slack < least || (slack === least && line < nearest)) [nearest, least] = [line, slack];
      }
    }
    return nearest;
  }

  /** Grows a tree in each part of the graph; where no line of length one goes on, the tree is moved up to the next. */
  #joinAll(count: number): void {
    const isJoined = new Uint8Array(count);
    for (let start = 0; start < count; start++) {
      if (isJoined[start]) continue;
      isJoined[start] = 1;
      const members = [start];
      for (let next = 0; ;) {
        for (; next < members.length; next++) this.#joinTight(members[next] ?? 0, members, isJoined);
        const line = this.#nearestOutside(members, isJoined);
        if (line < 0) break;
        const shift = this.#slack(line) * (isJoined[this.#to[line] ?? 0] ? 1 : -1);
        for (const row of members) this.#level[row] = (this.#level[row] ?? 0) + shift;
        this.#joinTight(
          (isJoined[this.#to[line] ?? 0] ? this.#to : this.#from)[line] ?? 0,
          members,
          isJoined,
        );
      }
    }
  }

  #joinTight(row: number, members: number[], isJoined: Uint8Array): void {
    for (const line of this.#around[row] ?? []) {
      const other = this.#otherEnd(line, row);
      if (isJoined[other] || this.#slack(line) !== 0) continue;
      this.#isInTree[line] = 1;
      isJoined[other] = 1;
      members.push(other);
    }
  }

  #nearestOutside(members: readonly number[], isJoined: Uint8Array): number {
    let [nearest, least] = [-1, Infinity];
    for (const row of members) {
      for (const line of this.#around[row] ?? []) {
        if (isJoined[this.#otherEnd(line, row)] || this.#slack(line) >= least) continue;
        [nearest, least] = [line, this.#slack(line)];
      }
    }
    return nearest;
  }

  #otherEnd(line: number, row: number): number {
    return (this.#from[line] === row ? this.#to[line] : this.#from[line]) ?? 0;
  }

  /** Numbers the rows along the tree, and sums costs from its leaves. */
  #walk(): void {
    this.#enter.fill(-1);
    let at = 0;
    for (let root = 0; root < this.#enter.length; root++) {
      if ((this.#enter[root] ?? 0) < 0) at = this.#walkFrom(root, at);
    }
    for (let place = this.#order.length - 1; place >= 0; place--) {
      const row = this.#order[place] ?? 0;
      const line = this.#up[row] ?? -1;
      if (line < 0) continue;
      const parent = this.#otherEnd(line, row);
      this.#cost[parent] = (this.#cost[parent] ?? 0) + (this.#cost[row] ?? 0);
    }
  }

  #walkFrom(root: number, start: number): number {
    let at = start;
    this.#up[root] = -1;
    const stack = [root];
    for (let row = stack.pop(); row !== undefined; row = stack.pop()) {
      if (row < 0) {
        this.#leave[~row] = at;
        continue;
      }
      this.#order[at] = row;
      this.#enter[row] = at++;
      this.#cost[row] = 0;
      stack.push(~row);
      for (const line of this.#around[row] ?? []) {
        this.#cost[row] = (this.#cost[row] ?? 0) + (this.#from[line] === row ? 1 : -1);
        if (!this.#isInTree[line] || line === this.#up[row]) continue;
        const other = this.#otherEnd(line, row);
        this.#up[other] = line;
        stack.push(other);
      }
    }
    return at;
  }
}

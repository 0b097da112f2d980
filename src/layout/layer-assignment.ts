import { componentsOf, linesOf, type Dependencies } from './dependencies';
import { shortenLines } from './network-simplex';

const MOST_ROUNDS = 8;

/**
 * The level of each row, 0 at the bottom: above all that it is built on, lines short in sum, and no more than `most`
 * on one level. Longest ways first, then network simplex; a level that holds too many becomes several.
 */
export function assignLevels(lines: Dependencies, most: number): number[] {
  const level = longestWays(lines);
  shortenLines(lines, level);
  dropToGround(lines, level);
  settle(lines, level, most);
  const split = splitWide(lines, level, most);
  settle(lines, split, most);
  return withoutGaps(split);
}

/** From the foundations up, each row when all that it is built on has its level (Kahn 1962). */
function longestWays({ count, from, to }: Dependencies): Int32Array {
  const level = new Int32Array(count);
  const into = linesOf(count, to);
  const waits = new Int32Array(count);
  for (const row of from) waits[row] = (waits[row] ?? 0) + 1;
  const ready = Array.from({ length: count }, (_, row) => row).filter((row) => waits[row] === 0);
  for (let next = 0; next < ready.length; next++) {
    const row = ready[next] ?? 0;
    for (const line of into[row] ?? []) {
      const user = from[line] ?? 0;
      level[user] = Math.max(level[user] ?? 0, (level[row] ?? 0) + 1);
      waits[user] = (waits[user] ?? 0) - 1;
      if (waits[user] === 0) ready.push(user);
    }
  }
  return level;
}

/** Each component stands on level 0. */
function dropToGround(lines: Dependencies, level: Int32Array): void {
  for (const members of componentsOf(lines)) {
    const least = members.reduce((low, row) => Math.min(low, level[row] ?? 0), Infinity);
    for (const row of members) level[row] = (level[row] ?? 0) - least;
  }
}

/** Moves rows between what they are built on and what builds on them: for shorter lines, else to where few are. */
function settle(lines: Dependencies, level: Int32Array, most: number): void {
  const { count, from, to } = lines;
  const [out, into] = [linesOf(count, from), linesOf(count, to)];
  const crowd = crowdOf(level);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let moved = false;
    for (let row = 0; row < count; row++) {
      const [below, above] = [out[row] ?? [], into[row] ?? []];
      const now = level[row] ?? 0;
      const range = {
        low: below.reduce((high, line) => Math.max(high, (level[to[line] ?? 0] ?? 0) + 1), -1),
        high: above.reduce((low, line) => Math.min(low, (level[from[line] ?? 0] ?? 0) - 1), Infinity),
      };
      const next = betterLevel(now, range, below.length - above.length, (at) => crowd[at] ?? 0, most);
      if (next === now) continue;
      crowd[now] = (crowd[now] ?? 0) - 1;
      crowd[next] = (crowd[next] ?? 0) + 1;
      level[row] = next;
      moved = true;
    }
    if (!moved) return;
  }
}

function crowdOf(level: Int32Array): number[] {
  const crowd: number[] = [];
  for (const at of level) crowd[at] = (crowd[at] ?? 0) + 1;
  return crowd;
}

/** `pull` is how many more lines lead down than up. */
function betterLevel(
  now: number,
  { low, high }: { low: number; high: number },
  pull: number,
  crowdAt: (level: number) => number,
  most: number,
): number {
  if (pull > 0) {
    for (let at = low; at < now; at++) if (crowdAt(at) < most) return at;
    return now;
  }
  if (pull < 0) {
    for (let at = high; at > now; at--) if (crowdAt(at) < most) return at;
    return now;
  }
  if (low < 0) return now;
  let best = now;
  for (let at = low; at <= high; at++) {
    if (crowdAt(at) + 1 < crowdAt(best) + Number(best !== now)) best = at;
  }
  return best;
}

/** Rows of a level that holds too many go to several, by where their neighbours are (Coffman and Graham's limit, 1972). */
function splitWide({ count, from, to }: Dependencies, level: Int32Array, most: number): Int32Array {
  const members = linesOf(1 + level.reduce((a, b) => Math.max(a, b), 0), Array.from(level));
  const lean = new Float64Array(count);
  from.forEach((user, line) => {
    const base = to[line] ?? 0;
    const length = (level[user] ?? 0) - (level[base] ?? 0);
    lean[user] = (lean[user] ?? 0) - 1 / length;
    lean[base] = (lean[base] ?? 0) + 1 / length;
  });
  const split = new Int32Array(count);
  let next = 0;
  for (const rows of members) {
    const parts = Math.ceil(rows.length / most);
    const sorted = [...rows].sort((a, b) => (lean[a] ?? 0) - (lean[b] ?? 0) || a - b);
    sorted.forEach((row, place) => (split[row] = next + Math.floor((place * parts) / sorted.length)));
    next += parts;
  }
  return split;
}

function withoutGaps(level: Int32Array): number[] {
  const used = [...new Set(level)].sort((a, b) => a - b);
  const place = new Map(used.map((at, index) => [at, index]));
  return Array.from(level, (at) => place.get(at) ?? 0);
}

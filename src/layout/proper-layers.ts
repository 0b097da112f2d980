import { linesOf, type Dependencies } from './dependencies';

/** So many bends in all; lines that would need more, the longest, have no say in order and places. */
const MOST_BENDS = 15_000;

/**
 * Layers between which every line leads from one to the next: a long line is cut where it passes a layer, and each cut
 * is a vertex (a bend) after those of the rows, which keep their numbers.
 */
export interface ProperLayers {
  /** How many of the vertices are rows. */
  readonly rows: number;
  readonly level: readonly number[];
  readonly above: readonly (readonly number[])[];
  readonly below: readonly (readonly number[])[];
  readonly layers: number;
  readonly segments: number;
}

export function properLayers({ count, from, to }: Dependencies, rowLevel: readonly number[]): ProperLayers {
  const level = [...rowLevel];
  const [upper, lower]: [number[], number[]] = [[], []];
  const span = (line: number) => (level[from[line] ?? 0] ?? 0) - (level[to[line] ?? 0] ?? 0);
  const isCut = shortest(from.map((_, line) => span(line)));
  from.forEach((source, line) => {
    if (!isCut[line]) return;
    const target = to[line] ?? 0;
    let last = source;
    for (let at = (level[source] ?? 0) - 1; at > (level[target] ?? 0); at--) {
      upper.push(last);
      lower.push(level.length);
      last = level.length;
      level.push(at);
    }
    upper.push(last);
    lower.push(target);
  });
  const join = (ends: readonly number[], others: readonly number[]) =>
    linesOf(level.length, ends).map((lines) => lines.map((line) => others[line] ?? 0));
  return {
    rows: count,
    level,
    above: join(lower, upper),
    below: join(upper, lower),
    layers: 1 + rowLevel.reduce((a, b) => Math.max(a, b), -1),
    segments: upper.length,
  };
}

function shortest(spans: readonly number[]): boolean[] {
  const isCut = spans.map(() => false);
  let bends = 0;
  const order = spans.map((_, line) => line).sort((a, b) => (spans[a] ?? 0) - (spans[b] ?? 0) || a - b);
  for (const line of order) {
    bends += (spans[line] ?? 0) - 1;
    if (bends > MOST_BENDS) break;
    isCut[line] = true;
  }
  return isCut;
}

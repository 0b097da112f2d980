import type { DegreeCounts, YearCounts } from '../shown';

/** One bar of a histogram: the values from `from` to `to`. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly label: string;
  /** Nodes that would be on the stage if this histogram's own filter were lifted. */
  readonly count: number;
  /** Nodes of the whole neighbourhood. */
  readonly all: number;
}

/** From the first bar chosen to the last. */
export type Span = readonly [first: number, last: number];

const MOST_YEARS = 60;

/** A bar a year; the first holds all that are earlier than the others. */
export function yearBars({ years }: YearCounts): Bar[] {
  const cut = Math.max(0, years.length - MOST_YEARS);
  const [early, late] = [years.slice(0, cut + 1), years.slice(cut + 1)];
  const [first, last] = [early[0], early.at(-1)];
  if (!first || !last) return [];
  const label = cut === 0 ? String(first.year) : `${last.year} and earlier`;
  return [
    { from: first.year, to: last.year, label, ...totals(early) },
    ...late.map(({ year, count, all }) => ({ from: year, to: year, label: String(year), count, all })),
  ];
}

/** Where each bar of degrees begins. */
const DEGREES = [0, 1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 50, 100, 200, 500];

/** The higher a degree, the more of them share a bar; there is one bar beyond the highest degree that any node has. */
export function degreeBars({ counts, all }: DegreeCounts): Bar[] {
  const most = all.reduce((last, nodes, degree) => (nodes > 0 ? degree : last), 0);
  return DEGREES.filter((from) => from <= most).map((from, place, starts) => {
    const to = (starts[place + 1] ?? Infinity) - 1;
    const bars = Array.from(all.subarray(from, to + 1), (nodes, step) => ({
      count: counts[from + step] ?? 0,
      all: nodes,
    }));
    const label = from === to ? String(from) : to === Infinity ? `${from} and more` : `${from} to ${to}`;
    return { from, to, label, ...totals(bars) };
  });
}

function totals(bars: readonly { readonly count: number; readonly all: number }[]) {
  return bars.reduce((sum, { count, all }) => ({ count: sum.count + count, all: sum.all + all }), {
    count: 0,
    all: 0,
  });
}

/** The bars that a filter keeps: all of them where there is none. */
export function spanOf(bars: readonly Bar[], range: readonly [number, number | null] | null): Span {
  const end = bars.length - 1;
  if (!range) return [0, end];
  const first = bars.findIndex(({ to }) => to >= range[0]);
  const last = bars.findLastIndex(({ from }) => from <= (range[1] ?? Infinity));
  return [first < 0 ? end : first, Math.max(first < 0 ? end : first, last)];
}

/** The values of the bars of a span; null where these are all. */
export function rangeOf(bars: readonly Bar[], [first, last]: Span): readonly [number, number] | null {
  const [from, to] = [bars[first], bars[last]];
  if (!from || !to || (first === 0 && last === bars.length - 1)) return null;
  return [from.from, to.to];
}

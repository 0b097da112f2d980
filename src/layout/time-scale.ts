import { rounded, WIDTH } from './arrangement';

const MARGIN = 24;
const UNDATED_WIDTH = 60;

export interface TimeScale {
  /** Stage units of a time; undated works stand in a column of their own at the left. */
  at(time: number | null): number;
  readonly ticks: readonly { readonly at: number; readonly label: string; readonly isMajor: boolean }[];
}

/**
 * A time axis on which a year is as wide as 1 + the square root of how many works it holds, so that an old reference
 * does not press all the recent ones together. Within a year the scale is even. Empty years are narrow, never gone.
 */
export function timeScale(times: readonly (number | null)[]): TimeScale {
  const years = times.filter((time) => time !== null).map(Math.floor);
  const hasUndated = times.includes(null);
  const left = MARGIN + (hasUndated ? UNDATED_WIDTH : 0);
  if (years.length === 0) return { at: () => WIDTH / 2, ticks: [] };
  const first = years.reduce((a, b) => Math.min(a, b));
  const last = years.reduce((a, b) => Math.max(a, b));
  const counts = new Map<number, number>();
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1);
  const starts = [0];
  for (let year = first; year <= last; year++) {
    const count = counts.get(year) ?? 0;
    starts.push((starts.at(-1) ?? 0) + (count === 0 ? 0.4 : 1 + Math.sqrt(count)));
  }
  const unit = (WIDTH - left - MARGIN) / (starts.at(-1) ?? 1);
  const startOf = (year: number) => left + (starts[year - first] ?? 0) * unit;
  const undated = hasUndated ? [{ at: MARGIN, label: 'undated', isMajor: false }] : [];
  return {
    at(time) {
      if (time === null) return MARGIN + UNDATED_WIDTH / 3;
      const year = Math.floor(time);
      return startOf(year) + (startOf(year + 1) - startOf(year)) * (time - year);
    },
    ticks: [...undated, ...yearTicks(first, last, startOf)],
  };
}

function yearTicks(first: number, last: number, startOf: (year: number) => number) {
  const ticks = [];
  for (let year = first; year <= last; year++) {
    ticks.push({ at: rounded(startOf(year)), label: String(year), isMajor: year % 5 === 0 });
  }
  return ticks;
}

/** How many nodes each year has, from the first to the last; empty where no year is known. */
export function yearCounts(years: readonly (number | null)[]): { year: number; count: number }[] {
  const known = years.filter((year) => year !== null);
  if (known.length === 0) return [];
  const [first, last] = known.reduce(
    ([low, high], year) => [Math.min(low, year), Math.max(high, year)],
    [Infinity, -Infinity],
  );
  const counts = Array.from({ length: last - first + 1 }, (_, index) => ({ year: first + index, count: 0 }));
  for (const year of known) {
    const bar = counts[year - first];
    if (bar) bar.count += 1;
  }
  return counts;
}

/** The range that a person typed, in order; null where it leaves nothing out. */
export function yearRange(
  from: number,
  to: number,
  [first, last]: readonly [number, number],
): readonly [number, number] | null {
  const low = Number.isFinite(from) ? Math.trunc(from) : first;
  const high = Number.isFinite(to) ? Math.trunc(to) : last;
  if (low <= first && high >= last) return null;
  return low <= high ? [low, high] : [high, low];
}

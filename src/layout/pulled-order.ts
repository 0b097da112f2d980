import { WIDTH } from './arrangement';
import { componentsOf, linesOf, type Dependencies } from './dependencies';

const SMOOTHINGS = 24;

/**
 * A number for each row to sort by: components from left to right by where their rows are pulled on average, and
 * within each its rows by their own pull or that of their neighbours, which is averaged some times.
 */
export function pulledOrder(lines: Dependencies, pull: readonly (number | null)[]): number[] {
  const order = smoothed(lines, pull).map((at) => Math.round(at ?? WIDTH / 2) / (2 * WIDTH));
  const components = componentsOf(lines).map((rows) => ({
    rows,
    at: meanOf(rows.map((row) => pull[row] ?? null)) ?? WIDTH / 2,
  }));
  components.sort((a, b) => a.at - b.at || (a.rows[0] ?? 0) - (b.rows[0] ?? 0));
  components.forEach(({ rows }, rank) => {
    for (const row of rows) order[row] = (order[row] ?? 0) + rank;
  });
  return order;
}

function smoothed({ count, from, to }: Dependencies, pull: readonly (number | null)[]): (number | null)[] {
  const [out, into] = [linesOf(count, from), linesOf(count, to)];
  let places = [...pull];
  for (let round = 0; round < SMOOTHINGS; round++) {
    places = places.map((_, row) => {
      const below = (out[row] ?? []).map((line) => places[to[line] ?? 0] ?? null);
      const above = (into[row] ?? []).map((line) => places[from[line] ?? 0] ?? null);
      return meanOf([pull[row] ?? null, ...below, ...above]);
    });
  }
  return places;
}

function meanOf(places: readonly (number | null)[]): number | null {
  const known = places.filter((place) => place !== null);
  return known.length === 0 ? null : known.reduce((sum, at) => sum + at, 0) / known.length;
}

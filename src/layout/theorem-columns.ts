import { WIDTH } from './arrangement';
import { spaced } from './spaced';
import { LANE_SIDE } from './theorem-rows';

const APART = 22;
const MOST_COLUMNS = 1 + Math.floor((WIDTH - 2 * LANE_SIDE) / APART);

/** Where each stands, from the lowest row upwards. */
export interface Columns {
  readonly across: readonly number[];
  readonly line: readonly number[];
  readonly rows: number;
}

/** A block of as few rows as hold all: full columns, each as near as there is room to where its own are wanted. */
export function inColumns(wanted: readonly number[]): Columns {
  const rows = Math.ceil(wanted.length / MOST_COLUMNS);
  const order = wanted.map((_, place) => place);
  order.sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const columns = Array.from({ length: rows && Math.ceil(order.length / rows) }, (_, column) =>
    order.slice(column * rows, (column + 1) * rows),
  );
  const means = columns.map((places) => ({
    at: places.reduce((sum, place) => sum + (wanted[place] ?? 0), 0) / places.length,
    weight: places.length,
  }));
  const offsets = columns.map((_, column) => column * APART);
  const spots = spaced(means, offsets, { left: LANE_SIDE, right: WIDTH - LANE_SIDE });
  const across = wanted.map(() => 0);
  const line = wanted.map(() => 0);
  columns.forEach((places, column) =>
    places.forEach((place, index) => {
      across[place] = spots[column] ?? 0;
      line[place] = index;
    }),
  );
  return { across, line, rows };
}

import { WIDTH } from './arrangement';
import { componentsOf, partsOf, type Dependencies } from './dependencies';
import { layered } from './layered';
import { pulledOrder } from './pulled-order';
import { inColumns, type Columns } from './theorem-columns';
import { LANE_SIDE } from './theorem-rows';

const [MARK, BEND] = [22, 6];
const [LAYER, ROW] = [48, 20];
const MOST_IN_LAYER = 36;
/** The part of the height that theorems without uses have at the most. */
const ROWS_PART = 0.4;

interface Upwards {
  readonly across: readonly number[];
  /** From the ground upwards. */
  readonly up: readonly number[];
  readonly high: number;
}

/**
 * Theorems from the ground upwards, no higher than `most`: those that are tied to papers and neither use nor are used;
 * layers, what is built on below what builds on it; the rest. `pull` is where each one's papers are, if it has any.
 */
export function theoremLayers(uses: Dependencies, pull: readonly (number | null)[], most: number): Upwards {
  const components = componentsOf(uses);
  const joined = components.filter(({ length }) => length > 1).flat();
  const alone = components.filter(({ length }) => length === 1).flat();
  const tied = alone.filter((row) => pull[row] !== null);
  const others = alone.filter((row) => pull[row] === null);
  const middle = layersOf(uses, joined, pull);
  const [first, last] = [tied, others].map((rows) => inColumns(rows.map((row) => pull[row] ?? WIDTH / 2)));
  const rows = (first?.rows ?? 0) + (last?.rows ?? 0);
  const row = Math.min(ROW, (most * ROWS_PART) / Math.max(1, rows));
  const layer = Math.min(LAYER, (most - rows * row) / middle.rows);
  const across = pull.map(() => 0);
  const up = pull.map(() => 0);
  let ground = 0;
  const stack = (members: readonly number[], block: Columns | undefined, step: number) => {
    members.forEach((member, place) => {
      across[member] = block?.across[place] ?? 0;
      up[member] = ground + ((block?.line[place] ?? 0) + 0.5) * step;
    });
    ground += (block?.rows ?? 0) * step;
  };
  stack(tied, first, row);
  stack(joined, middle, layer);
  stack(others, last, row);
  return { across, up, high: ground };
}

function layersOf(
  uses: Dependencies,
  joined: readonly number[],
  everyPull: readonly (number | null)[],
): Columns {
  const [lines] = partsOf(uses, [joined]);
  if (!lines) return { across: [], line: [], rows: 0 };
  const pull = joined.map((row) => everyPull[row] ?? null);
  const { across, level, layers } = layered(lines, {
    room: { mark: MARK, bend: BEND, left: LANE_SIDE, right: WIDTH - LANE_SIDE, pull },
    most: MOST_IN_LAYER,
    order: pulledOrder(lines, pull),
  });
  return { across, line: level, rows: layers };
}

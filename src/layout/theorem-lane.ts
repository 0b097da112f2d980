import { HEIGHT, neighboursOf, WIDTH, type LayoutInput } from './arrangement';
import { dependenciesOf, type Dependencies } from './dependencies';
import { theoremLayers } from './theorem-layers';
import { packRows } from './theorem-rows';

/** Between the papers and the lane. */
export const LANE_GAP = 44;
const ROW = 20;
const END = 6;
/** The part of the stage that layers may take where there are papers. */
const MOST_PART = 0.45;

/** The ends of the stage. */
interface Ends {
  readonly top: number;
  readonly bottom: number;
}

/**
 * Theorems above their papers, in rows; where theorems use others, in layers, what is built on nearest the papers,
 * which keep the greater part of the stage.
 */
export function placeTheorems(input: LayoutInput, x: number[], y: number[]): Ends {
  const theorems = input.id.map((_, row) => row).filter((row) => input.isFormal[row]);
  if (theorems.length === 0) return { top: 0, bottom: HEIGHT };
  const pull = pullOf(input, theorems, x);
  const uses = usesAmong(input, theorems);
  if (uses.from.length === 0) return { top: placeRows(theorems, pull, x, y), bottom: HEIGHT };
  const bottom = theorems.length < input.id.length ? HEIGHT : 0;
  const stage = bottom > 0 ? (HEIGHT * MOST_PART) / (1 - MOST_PART) : HEIGHT;
  const { across, up, high } = theoremLayers(uses, pull, stage - LANE_GAP - END);
  theorems.forEach((row, place) => {
    x[row] = across[place] ?? 0;
    y[row] = -LANE_GAP - (up[place] ?? 0);
  });
  return { top: -LANE_GAP - high - END, bottom };
}

/** Over the middle of the papers that each is tied to; null where it is tied to none. */
function pullOf(input: LayoutInput, theorems: readonly number[], x: readonly number[]): (number | null)[] {
  const neighbours = neighboursOf(input);
  return theorems.map((row) => {
    const papers = (neighbours[row] ?? []).filter((other) => !input.isFormal[other]);
    if (papers.length === 0) return null;
    return papers.reduce((sum, other) => sum + (x[other] ?? 0), 0) / papers.length;
  });
}

function usesAmong({ id, isFormal, from, to }: LayoutInput, theorems: readonly number[]): Dependencies {
  const place = id.map(() => 0);
  theorems.forEach((row, index) => (place[row] = index));
  const uses = from
    .map((_, line) => line)
    .filter((line) => isFormal[from[line] ?? 0] && isFormal[to[line] ?? 0]);
  const placesOf = (ends: readonly number[]) => uses.map((line) => place[ends[line] ?? 0] ?? 0);
  return dependenciesOf(theorems.length, placesOf(from), placesOf(to));
}

/** Returns where the lane ends. */
function placeRows(
  theorems: readonly number[],
  pull: readonly (number | null)[],
  x: number[],
  y: number[],
): number {
  theorems.forEach((row, place) => (x[row] = pull[place] ?? WIDTH / 2));
  const lines = packRows(theorems, x);
  for (const [row, line] of lines) y[row] = -LANE_GAP - line * ROW;
  return -LANE_GAP - (1 + Math.max(...lines.values())) * ROW - END;
}

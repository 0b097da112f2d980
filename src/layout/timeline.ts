import { HEIGHT, rounded, WIDTH, type LayoutInput, type Positions } from './arrangement';
import { relatedOrder } from './related-order';
import { LANE_GAP, placeTheorems } from './theorem-lane';
import { timeScale, type TimeScale } from './time-scale';

/** Kept free beside the focus for its label: how far, and in how many rows above and below its own. */
const FOCUS_LABEL = { wide: 250, rows: 0 };
const FOCUS_LABEL_AMONG_MANY = { wide: 290, rows: 1 };
const FOCUS_LABEL_AMONG_MOST = { wide: 290, rows: 2 };
/** Rows of papers, by how many there are. */
const [FEW, MANY, MOST] = [31, 47, 75];
/** Of more papers than this the rows grow with their square root, and marks stand nearer to each other. */
const VERY_MANY = 5000;
/** Room beside a mark for its label, the most first; the widest that still packs is taken. */
const CLEARANCES = [190, 160, 130, 100, 75, 55, 40, 28, 20, 14, 10, 6, 3, 0];
const NARROW = [6, 3, 1, 0.3, 0];

/**
 * x is the date (years as wide as what they hold, see `timeScale`); y keeps marks and their labels apart, related
 * works near each other; the focus is in the middle. Theorems stand in a lane above, over the papers they are tied to,
 * in layers where some use others.
 */
export function timeline(input: LayoutInput): Positions {
  const papers = input.id.map((_, row) => row).filter((row) => !input.isFormal[row]);
  const scale = timeScale(papers.map((row) => input.time[row] ?? null));
  const x: number[] = input.id.map((_, row) => scale.at(input.time[row] ?? null));
  const y: number[] = input.id.map(() => 0);
  packPapers(input, papers, x, y);
  const { top, bottom } = placeTheorems(input, x, y);
  return {
    id: input.id,
    x: x.map(rounded),
    y: y.map(rounded),
    axes: axesOf(scale, top),
    stretches: true,
    bounds: { left: 0, top, right: WIDTH, bottom },
  };
}

function axesOf(scale: TimeScale, top: number): Positions['axes'] {
  const time = { kind: 'time' as const, ticks: scale.ticks };
  if (top >= 0) return [time];
  return [
    time,
    { kind: 'lane' as const, ticks: [{ at: rounded(-LANE_GAP / 2), label: 'Theorems', isMajor: true }] },
  ];
}

function packPapers(input: LayoutInput, papers: readonly number[], x: readonly number[], y: number[]): void {
  const rows = rowsFor(papers.length);
  const order = relatedOrder(input, papers);
  const wanted = new Map(order.map((row, place) => [row, ((place + 0.5) / order.length) * rows]));
  if (input.focus >= 0) wanted.set(input.focus, rows / 2);
  const queue = [...papers].sort((a, b) => Number(b === input.focus) - Number(a === input.focus) || a - b);
  for (const clearance of papers.length > VERY_MANY ? NARROW : CLEARANCES) {
    const placed = pack({ queue, rows, clearance, focus: input.focus }, x, wanted);
    if (!placed) continue;
    for (const [row, line] of placed) y[row] = ((line + 0.5) / rows) * HEIGHT;
    return;
  }
}

function rowsFor(count: number): number {
  if (count > VERY_MANY) return Math.round(MOST * Math.sqrt(count / VERY_MANY));
  return count <= 120 ? FEW : count <= 600 ? MANY : MOST;
}

interface Packing {
  readonly queue: readonly number[];
  readonly rows: number;
  readonly clearance: number;
  readonly focus: number;
}

/** Gives each mark the free row nearest to the wanted one; null where one finds no row. */
function pack(
  { queue, rows, clearance, focus }: Packing,
  x: readonly number[],
  wanted: ReadonlyMap<number, number>,
): Map<number, number> | null {
  const taken = Array.from({ length: rows }, () => new TakenRow(clearance));
  const placed = new Map<number, number>();
  for (const row of queue) {
    const at = x[row] ?? 0;
    const line = nearestFree(taken, wanted.get(row) ?? rows / 2, at);
    if (line < 0) return null;
    taken[line]?.take(at);
    if (row === focus) keepLabelFree(taken, line, at, clearance);
    placed.set(row, line);
  }
  return placed;
}

/** The focus keeps room for its label, on the side that has it. */
function keepLabelFree(taken: readonly TakenRow[], line: number, at: number, clearance: number): void {
  const label = labelAmong(taken.length);
  const side = at + label.wide <= WIDTH ? 1 : -1;
  const steps = Math.ceil(label.wide / Math.max(6, clearance));
  const room = Array.from({ length: steps }, (_, step) => at + (side * (step + 1) * label.wide) / steps);
  for (let away = -label.rows; away <= label.rows; away++)
    for (const spot of room) taken[line + away]?.take(spot);
}

function labelAmong(rows: number) {
  return rows === FEW ? FOCUS_LABEL : rows === MANY ? FOCUS_LABEL_AMONG_MANY : FOCUS_LABEL_AMONG_MOST;
}

function nearestFree(taken: readonly TakenRow[], wanted: number, at: number): number {
  const start = Math.min(taken.length - 1, Math.max(0, Math.floor(wanted)));
  for (let away = 0; away < taken.length; away++) {
    for (const line of away === 0 ? [start] : [start - away, start + away]) {
      if (taken[line]?.isFree(at)) return line;
    }
  }
  return -1;
}

/** What stands in a row, by stretches that are wider than the clearance. */
class TakenRow {
  readonly #clearance: number;
  readonly #stretches = new Map<number, number[]>();

  constructor(clearance: number) {
    this.#clearance = clearance;
  }

  take(at: number): void {
    const own = this.#stretchOf(at);
    const marks = this.#stretches.get(own);
    if (marks) marks.push(at);
    else this.#stretches.set(own, [at]);
  }

  isFree(at: number): boolean {
    if (this.#clearance === 0) return true;
    const own = this.#stretchOf(at);
    return [own - 1, own, own + 1].every((near) =>
      (this.#stretches.get(near) ?? []).every((other) => Math.abs(other - at) >= this.#clearance),
    );
  }

  #stretchOf(at: number): number {
    return Math.floor(at / (this.#clearance + 1));
  }
}

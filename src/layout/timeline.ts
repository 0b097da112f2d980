import { HEIGHT, neighboursOf, rounded, WIDTH, type LayoutInput, type Positions } from './arrangement';
import { relatedOrder } from './related-order';
import { timeScale, type TimeScale } from './time-scale';

/** Kept free beside the focus for its label: how far, and in how many rows above and below its own. */
const FOCUS_LABEL = { wide: 250, rows: 0 };
const FOCUS_LABEL_AMONG_MANY = { wide: 290, rows: 1 };
const FOCUS_LABEL_AMONG_MOST = { wide: 290, rows: 2 };
/** Rows of papers, by how many there are. */
const [FEW, MANY, MOST] = [31, 47, 75];
const LANE_GAP = 44;
const LANE_ROW = 20;
const LANE_MOST_ROWS = 12;
const LANE_SIDE = 20;
/** Room beside a mark for its label, the most first; the widest that still packs is taken. */
const CLEARANCES = [190, 160, 130, 100, 75, 55, 40, 28, 20, 14, 10, 6, 3, 0];

/**
 * x is the date (years as wide as what they hold, see `timeScale`); y keeps marks and their labels apart, related
 * works near each other; the focus is in the middle. Theorems stand in a lane above, over the papers they are tied to.
 */
export function timeline(input: LayoutInput): Positions {
  const papers = input.id.map((_, row) => row).filter((row) => !input.isFormal[row]);
  const scale = timeScale(papers.map((row) => input.time[row] ?? null));
  const x: number[] = input.id.map((_, row) => scale.at(input.time[row] ?? null));
  const y: number[] = input.id.map(() => 0);
  packPapers(input, papers, x, y);
  const top = packLane(input, x, y);
  return {
    id: input.id,
    x: x.map(rounded),
    y: y.map(rounded),
    axes: axesOf(scale, top),
    stretches: true,
    bounds: { left: 0, top, right: WIDTH, bottom: HEIGHT },
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
  for (const clearance of CLEARANCES) {
    const placed = pack({ queue, rows, clearance, focus: input.focus }, x, wanted);
    if (!placed) continue;
    for (const [row, line] of placed) y[row] = ((line + 0.5) / rows) * HEIGHT;
    return;
  }
}

function rowsFor(count: number): number {
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
  const taken: number[][] = Array.from({ length: rows }, () => []);
  const placed = new Map<number, number>();
  for (const row of queue) {
    const at = x[row] ?? 0;
    const line = nearestFree(taken, wanted.get(row) ?? rows / 2, at, clearance);
    if (line < 0) return null;
    taken[line]?.push(at);
    if (row === focus) keepLabelFree(taken, line, at, clearance);
    placed.set(row, line);
  }
  return placed;
}

/** The focus keeps room for its label, on the side that has it. */
function keepLabelFree(taken: readonly number[][], line: number, at: number, clearance: number): void {
  const label = labelAmong(taken.length);
  const side = at + label.wide <= WIDTH ? 1 : -1;
  const steps = Math.ceil(label.wide / Math.max(6, clearance));
  const room = Array.from({ length: steps }, (_, step) => at + (side * (step + 1) * label.wide) / steps);
  for (let away = -label.rows; away <= label.rows; away++) taken[line + away]?.push(...room);
}

function labelAmong(rows: number) {
  return rows === FEW ? FOCUS_LABEL : rows === MANY ? FOCUS_LABEL_AMONG_MANY : FOCUS_LABEL_AMONG_MOST;
}

function nearestFree(taken: readonly number[][], wanted: number, at: number, clearance: number): number {
  const start = Math.min(taken.length - 1, Math.max(0, Math.floor(wanted)));
  for (let away = 0; away < taken.length; away++) {
    for (const line of away === 0 ? [start] : [start - away, start + away]) {
      const row = taken[line];
      if (row && row.every((other) => Math.abs(other - at) >= clearance)) return line;
    }
  }
  return -1;
}

/** Theorems above their papers; returns the top of the stage (0 where there is no lane). */
function packLane(input: LayoutInput, x: number[], y: number[]): number {
  const theorems = input.id.map((_, row) => row).filter((row) => input.isFormal[row]);
  if (theorems.length === 0) return 0;
  const neighbours = neighboursOf(input);
  for (const row of theorems) {
    const papers = (neighbours[row] ?? []).filter((other) => !input.isFormal[other]);
    const mean = papers.reduce((sum, other) => sum + (x[other] ?? 0), 0) / Math.max(1, papers.length);
    x[row] = papers.length > 0 ? mean : WIDTH / 2;
  }
  const lines = packLaneRows(theorems, x);
  for (const [row, line] of lines) y[row] = -LANE_GAP - line * LANE_ROW;
  return -LANE_GAP - (1 + Math.max(...lines.values())) * LANE_ROW - 6;
}

/** The fewest rows that hold all; each theorem as near above its papers as there is room, lower rows first. */
function packLaneRows(theorems: readonly number[], x: number[]): Map<number, number> {
  const clearance = Math.max(8, Math.min(185, (WIDTH * LANE_MOST_ROWS) / theorems.length));
  const columns = Math.max(1, Math.floor((WIDTH - 2 * LANE_SIDE) / clearance));
  const rows = Math.ceil(theorems.length / columns) + 1;
  const taken: number[][] = Array.from({ length: rows }, () => []);
  const placed = new Map<number, number>();
  const queue = [...theorems].sort((a, b) => (x[a] ?? 0) - (x[b] ?? 0) || a - b);
  for (const row of queue) {
    const { line, at } = nearestRoom(taken, x[row] ?? 0, clearance);
    taken[line]?.push(at);
    x[row] = at;
    placed.set(row, line);
  }
  return placed;
}

function nearestRoom(
  taken: readonly number[][],
  wanted: number,
  clearance: number,
): { line: number; at: number } {
  for (let step = 0; step * clearance * 0.5 <= WIDTH; step++) {
    for (const at of step === 0
      ? [wanted]
      : [wanted - step * clearance * 0.5, wanted + step * clearance * 0.5]) {
      if (at < LANE_SIDE || at > WIDTH - LANE_SIDE) continue;
      const line = taken.findIndex((row) => row.every((other) => Math.abs(other - at) >= clearance));
      if (line >= 0) return { line, at };
    }
  }
  return { line: taken.length - 1, at: wanted };
}

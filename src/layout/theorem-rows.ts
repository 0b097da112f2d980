import { WIDTH } from './arrangement';

const MOST_ROWS = 12;
export const LANE_SIDE = 20;

/** The fewest rows that hold all; each theorem as near above its papers as there is room, lower rows first. */
export function packRows(theorems: readonly number[], x: number[]): Map<number, number> {
  const clearance = Math.max(8, Math.min(185, (WIDTH * MOST_ROWS) / theorems.length));
  const columns = Math.max(1, Math.floor((WIDTH - 2 * LANE_SIDE) / clearance));
  const rows = Math.ceil(theorems.length / columns) + 1;
  const taken = Array.from({ length: rows }, () => new Line(clearance));
  const placed = new Map<number, number>();
  const queue = [...theorems].sort((a, b) => (x[a] ?? 0) - (x[b] ?? 0) || a - b);
  for (const row of queue) {
    const { line, at } = nearestRoom(taken, x[row] ?? 0, clearance);
    taken[line]?.add(at);
    x[row] = at;
    placed.set(row, line);
  }
  return placed;
}

function nearestRoom(
  taken: readonly Line[],
  wanted: number,
  clearance: number,
): { line: number; at: number } {
  for (let step = 0; step * clearance * 0.5 <= WIDTH; step++) {
    for (const at of step === 0
      ? [wanted]
      : [wanted - step * clearance * 0.5, wanted + step * clearance * 0.5]) {
      if (at < LANE_SIDE || at > WIDTH - LANE_SIDE) continue;
      const line = taken.findIndex((row) => row.isFree(at));
      if (line >= 0) return { line, at };
    }
  }
  return { line: taken.length - 1, at: wanted };
}

/** Places taken in a row, found by how many clearances from the left they are. */
class Line {
  readonly #clearance: number;
  readonly #cells = new Map<number, number[]>();

  constructor(clearance: number) {
    this.#clearance = clearance;
  }

  add(at: number): void {
    const cell = Math.floor(at / this.#clearance);
    this.#cells.set(cell, [...(this.#cells.get(cell) ?? []), at]);
  }

  isFree(at: number): boolean {
    const cell = Math.floor(at / this.#clearance);
    return [cell - 2, cell - 1, cell, cell + 1, cell + 2].every((near) =>
      (this.#cells.get(near) ?? []).every((other) => Math.abs(other - at) >= this.#clearance),
    );
  }
}

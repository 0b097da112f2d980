import type { Box, Point } from '../scene';

const CELL = 10;
const STEP = 5;

/** How much of lines runs through a place, so that labels stand where they cover little. */
export class Crowd {
  readonly #cells = new Map<number, number>();

  add(from: Point, to: Point): void {
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / STEP));
    for (let step = 0; step <= steps; step++) {
      const share = step / steps;
      const key = keyOf(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
      this.#cells.set(key, (this.#cells.get(key) ?? 0) + 1);
    }
  }

  within({ left, top, right, bottom }: Box): number {
    let sum = 0;
    for (let x = left; x <= right + CELL; x += CELL)
      for (let y = top; y <= bottom + CELL; y += CELL) sum += this.#cells.get(keyOf(x, y)) ?? 0;
    return sum;
  }
}

function keyOf(x: number, y: number): number {
  return Math.floor(x / CELL) * 100_003 + Math.floor(y / CELL);
}

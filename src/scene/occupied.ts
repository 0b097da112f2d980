import type { Box } from '../model';

const CELL = 48;

/** Boxes that are taken, by the cells they touch. */
export class Occupied {
  readonly #cells = new Map<number, Box[]>();

  add(box: Box): void {
    this.#visit(box, (key) => {
      const cell = this.#cells.get(key);
      if (cell) cell.push(box);
      else this.#cells.set(key, [box]);
      return false;
    });
  }

  hits(box: Box): boolean {
    return this.#visit(box, (key) =>
      (this.#cells.get(key) ?? []).some(
        (other) =>
          box.left < other.right &&
          box.right > other.left &&
          box.top < other.bottom &&
          box.bottom > other.top,
      ),
    );
  }

  #visit(box: Box, found: (key: number) => boolean): boolean {
    for (let column = Math.floor(box.left / CELL); column <= Math.floor(box.right / CELL); column++) {
      for (let row = Math.floor(box.top / CELL); row <= Math.floor(box.bottom / CELL); row++) {
        if (found(column * 100_003 + row)) return true;
      }
    }
    return false;
  }
}

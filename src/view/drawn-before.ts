/** Remembers what a canvas shows, so that a frame in which it would show the same leaves it alone. */
export class DrawnBefore {
  #last = '';

  is(drawing: unknown): boolean {
    const drawn = JSON.stringify(drawing);
    const isSame = drawn === this.#last;
    this.#last = drawn;
    return isSame;
  }

  forget(): void {
    this.#last = '';
  }
}

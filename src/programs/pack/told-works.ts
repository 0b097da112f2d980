const FIRST_BYTES = 1024 * 1024;

/** Each work as a row of others' neighbours, made once: texts in the order of the works' numbers, one after the other. */
export class ToldWorks {
  #bytes = Buffer.allocUnsafe(FIRST_BYTES);
  readonly #ends: number[] = [0];
  #end = 0;

  /** Of the work after the last one. */
  add(text: string): void {
    const most = this.#end + text.length * 3;
    if (most > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(most, this.#bytes.length * 2));
      this.#bytes.copy(larger, 0, 0, this.#end);
      this.#bytes = larger;
    }
    this.#end += this.#bytes.write(text, this.#end);
    this.#ends.push(this.#end);
  }

  of(work: number): Buffer {
    return this.#bytes.subarray(this.#ends[work - 1], this.#ends[work]);
  }
}

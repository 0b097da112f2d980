const FIRST_SLOTS = 1 << 16;

/** SHA-256 digests in hexadecimal, each known by its first 64 bits: 16 to 32 bytes for one, where a set of texts takes a hundred. */
export class Hashes {
  /** Two halves a slot; the second of an empty one is 0. */
  #slots = new Uint32Array(2 * FIRST_SLOTS);
  #count = 0;

  has(hash: string): boolean {
    return this.#slots[this.#find(...halves(hash)) + 1] !== 0;
  }

  /** False where it was there already. */
  add(hash: string): boolean {
    if (4 * this.#count >= this.#slots.length) this.#grow();
    const isNew = this.#put(...halves(hash));
    if (isNew) this.#count += 1;
    return isNew;
  }

  #put(high: number, low: number): boolean {
    const at = this.#find(high, low);
    if (this.#slots[at + 1] !== 0) return false;
    this.#slots[at] = high;
    this.#slots[at + 1] = low;
    return true;
  }

  /** Where it is, or else belongs. */
  #find(high: number, low: number): number {
    const slots = this.#slots;
    let at = (2 * low) % slots.length;
    while (slots[at + 1] !== 0 && (slots[at] !== high || slots[at + 1] !== low)) at = (at + 2) % slots.length;
    return at;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Uint32Array(2 * before.length);
    for (let at = 0; at < before.length; at += 2) {
      const [high = 0, low = 0] = [before[at], before[at + 1]];
      if (low !== 0) this.#put(high, low);
    }
  }
}

function halves(hash: string): [high: number, low: number] {
  return [Number.parseInt(hash.slice(0, 8), 16), Number.parseInt(hash.slice(8, 16), 16) || 1];
}

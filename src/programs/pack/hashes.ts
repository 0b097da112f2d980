const FIRST_SLOTS = 1 << 16;

/** SHA-256 digests, each known by its first 64 bits: 16 to 32 bytes for one, where a set of texts takes a hundred. */
export class Hashes {
  /** Two halves a slot; an empty one is 0 and 0. */
  #slots = new Uint32Array(2 * FIRST_SLOTS);
  #count = 0;

  /** False where it was there already. `hash` is hexadecimal. */
  add(hash: string): boolean {
    if (4 * this.#count >= this.#slots.length) this.#grow();
    const isNew = this.#put(
      Number.parseInt(hash.slice(0, 8), 16),
      Number.parseInt(hash.slice(8, 16), 16) || 1,
    );
    if (isNew) this.#count += 1;
    return isNew;
  }

  #put(high: number, low: number): boolean {
    const slots = this.#slots;
    let at = (2 * low) % slots.length;
    while (slots[at + 1] !== 0) {
      if (slots[at] === high && slots[at + 1] === low) return false;
      at = (at + 2) % slots.length;
    }
    slots[at] = high;
    slots[at + 1] = low;
    return true;
  }

  #grow(): void {
    const slots = this.#slots;
    this.#slots = new Uint32Array(2 * slots.length);
    for (let at = 0; at < slots.length; at += 2) {
      const [high = 0, low = 0] = slots.subarray(at, at + 2);
      if (low !== 0) this.#put(high, low);
    }
  }
}

const COMMA = 0x2c;

/** A line that is put together as bytes, because most of it are bytes already. */
export class Bytes {
  #buffer = Buffer.allocUnsafe(1024 * 1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  clear(): void {
    this.#length = 0;
  }

  byte(byte: number): void {
    this.#makeRoom(1);
    this.#buffer[this.#length++] = byte;
  }

  bytes(from: Buffer, start: number, end: number): void {
    this.#makeRoom(end - start);
    this.#length += from.copy(this.#buffer, this.#length, start, end);
  }

  text(text: string): void {
    this.#makeRoom(text.length * 3);
    this.#length += this.#buffer.write(text, this.#length);
  }

  /** After a comma. */
  number(number: number): void {
    this.byte(COMMA);
    if (number < 10) this.byte(0x30 + number);
    else this.text(String(number));
  }

  slice(start: number, end: number): Buffer {
    return this.#buffer.subarray(start, end);
  }

  #makeRoom(bytes: number): void {
    const needed = this.#length + bytes;
    if (needed <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, 2 * this.#buffer.length));
    this.#buffer.copy(larger, 0, 0, this.#length);
    this.#buffer = larger;
  }
}

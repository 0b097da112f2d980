import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

const BUFFER = 4 * 1024 * 1024;

/** Writes a file from its beginning, in large pieces. */
export class FileWriter {
  readonly #file: number;
  #buffer = Buffer.allocUnsafe(BUFFER);
  #pending = 0;
  #written = 0;

  constructor(path: string) {
    this.#file = openSync(path, 'w');
  }

  /** Bytes so far. */
  get size(): number {
    return this.#written + this.#pending;
  }

  text(text: string): void {
    this.#makeRoom(text.length * 3);
    this.#pending += this.#buffer.write(text, this.#pending);
  }

  bytes(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length);
    this.#buffer.set(bytes, this.#pending);
    this.#pending += bytes.length;
  }

  close(): void {
    this.#flush();
    fsyncSync(this.#file);
    closeSync(this.#file);
  }

  #makeRoom(bytes: number): void {
    if (this.#pending + bytes > this.#buffer.length) this.#flush();
    if (bytes > this.#buffer.length) this.#buffer = Buffer.allocUnsafe(bytes);
  }

  #flush(): void {
    for (let from = 0; from < this.#pending;)
      from += writeSync(this.#file, this.#buffer, from, this.#pending - from);
    this.#written += this.#pending;
    this.#pending = 0;
  }
}

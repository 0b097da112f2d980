import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

const BUFFER = 4 * 1024 * 1024;

/** Writes a file from its beginning, in large pieces. */
export class FileWriter {
  readonly #file: number;
  #pending: Uint8Array[] = [];
  #pendingBytes = 0;
  #size = 0;

  constructor(path: string) {
    this.#file = openSync(path, 'w');
  }

  /** Bytes so far. */
  get size(): number {
    return this.#size;
  }

  write(bytes: Uint8Array): void {
    this.#pending.push(bytes);
    this.#pendingBytes += bytes.length;
    this.#size += bytes.length;
    if (this.#pendingBytes >= BUFFER) this.#flush();
  }

  close(): void {
    this.#flush();
    fsyncSync(this.#file);
    closeSync(this.#file);
  }

  #flush(): void {
    writeSync(this.#file, Buffer.concat(this.#pending));
    this.#pending = [];
    this.#pendingBytes = 0;
  }
}

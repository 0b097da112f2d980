import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import type { Bytes } from './bytes';

const TEXTS_A_BLOCK = 256;
/** Bytes of blocks that stay in memory: twice as many at most. */
const KEPT = 32 * 1024 * 1024;

/**
 * Texts with the numbers 1, 2, 3 and on, in a file of their own. They are added in that order, and then copied in any;
 * what is asked for often stays in memory, and no more of it than is set here. The file is gone once it is closed.
 */
export class NumberedTexts {
  readonly #path: string;
  readonly #file: number;
  readonly #starts = [0];
  #block: Buffer[] = [];
  #recent = new Map<number, Buffer>();
  #older = new Map<number, Buffer>();
  #recentBytes = 0;

  constructor(path: string) {
    this.#path = path;
    this.#file = openSync(path, 'w+');
  }

  add(text: string): void {
    this.#block.push(Buffer.from(text));
    if (this.#block.length === TEXTS_A_BLOCK) this.#writeBlock();
  }

  /** To be called once after the last text. */
  finish(): void {
    if (this.#block.length > 0) this.#writeBlock();
  }

  copyTo(target: Bytes, number: number): void {
    const nth = (number - 1) % TEXTS_A_BLOCK;
    const block = this.#blockOf((number - 1 - nth) / TEXTS_A_BLOCK);
    target.bytes(block, block.readUInt32LE(4 * nth), block.readUInt32LE(4 * nth + 4));
  }

  close(): void {
    closeSync(this.#file);
    rmSync(this.#path);
  }

  /** Where each text begins, where the last ends, and then they. */
  #writeBlock(): void {
    const head = Buffer.alloc(4 * (TEXTS_A_BLOCK + 1));
    let end = head.length;
    head.writeUInt32LE(end, 0);
    this.#block.forEach((text, nth) => {
      end += text.length;
      head.writeUInt32LE(end, 4 * nth + 4);
    });
    const start = this.#starts.at(-1) ?? 0;
    writeSync(this.#file, Buffer.concat([head, ...this.#block]), 0, end, start);
    this.#starts.push(start + end);
    this.#block = [];
  }

  #blockOf(nth: number): Buffer {
    return this.#recent.get(nth) ?? this.#keep(nth, this.#older.get(nth) ?? this.#read(nth));
  }

  #read(nth: number): Buffer {
    const [start = 0, end = 0] = this.#starts.slice(nth, nth + 2);
    const block = Buffer.allocUnsafeSlow(end - start);
    readSync(this.#file, block, 0, block.length, start);
    return block;
  }

  /** What was not asked for since as much else was read is let go of. */
  #keep(nth: number, block: Buffer): Buffer {
    if (this.#recentBytes + block.length > KEPT) {
      this.#older = this.#recent;
      this.#recent = new Map();
      this.#recentBytes = 0;
    }
    this.#recent.set(nth, block);
    this.#recentBytes += block.length;
    return block;
  }
}

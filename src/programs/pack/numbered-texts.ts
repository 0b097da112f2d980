import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { Bytes } from './bytes';

/** Texts that are read together. */
const TEXTS_A_BLOCK = 8;
const LENGTH_BYTES = 4;
/** Bytes that go to the file at once. */
const PIECE = 1024 * 1024;
/** Bytes of the first texts that stay in memory. */
const KEPT = 32 * 1024 * 1024;

/**
 * Texts with the numbers 1, 2, 3 and on, in a file of their own. They are added in that order, and then copied in any.
 * The first stay in memory, which are asked for most: works are numbered by how often they are cited. Each other is read
 * when it is asked for. The file is gone once it is closed.
 */
export class NumberedTexts {
  readonly #path: string;
  readonly #file: number;
  /** Where each block begins, and the last ends. */
  readonly #starts: number[] = [];
  readonly #pending = new Bytes();
  readonly #length = Buffer.alloc(LENGTH_BYTES);
  readonly #kept = Buffer.allocUnsafeSlow(KEPT);
  #keptBytes = 0;
  #texts = 0;
  #written = 0;
  /** The block that was read last. */
  #block = Buffer.allocUnsafeSlow(0);
  #blockNumber = -1;

  constructor(path: string) {
    this.#path = path;
    this.#file = openSync(path, 'w+');
  }

  add(text: string): void {
    if (this.#texts % TEXTS_A_BLOCK === 0) this.#beginBlock();
    this.#texts += 1;
    const bytes = Buffer.from(text);
    this.#length.writeUInt32LE(bytes.length);
    this.#pending.bytes(this.#length, 0, LENGTH_BYTES);
    this.#pending.bytes(bytes, 0, bytes.length);
  }

  /** To be called once after the last text. */
  finish(): void {
    this.#write();
    this.#starts.push(this.#written);
  }

  copyTo(target: Bytes, number: number): void {
    const nth = (number - 1) % TEXTS_A_BLOCK;
    const block = (number - 1 - nth) / TEXTS_A_BLOCK;
    const [start = 0, end = 0] = [this.#starts[block], this.#starts[block + 1]];
    const isKept = end <= this.#keptBytes;
    const from = isKept ? this.#kept : this.#read(block, start, end);
    let at = isKept ? start : 0;
    for (let before = 0; before < nth; before++) at += LENGTH_BYTES + from.readUInt32LE(at);
    const text = at + LENGTH_BYTES;
    target.bytes(from, text, text + from.readUInt32LE(at));
  }

  close(): void {
    closeSync(this.#file);
    rmSync(this.#path);
  }

  #beginBlock(): void {
    if (this.#pending.length >= PIECE) this.#write();
    this.#starts.push(this.#written + this.#pending.length);
  }

  #write(): void {
    const piece = this.#pending.slice(0, this.#pending.length);
    writeSync(this.#file, piece, 0, piece.length, this.#written);
    this.#written += piece.length;
    if (this.#written <= KEPT) this.#keptBytes += piece.copy(this.#kept, this.#keptBytes);
    this.#pending.clear();
  }

  #read(block: number, start: number, end: number): Buffer {
    if (block === this.#blockNumber) return this.#block;
    this.#blockNumber = block;
    if (this.#block.length < end - start) this.#block = Buffer.allocUnsafeSlow(2 * (end - start));
    readSync(this.#file, this.#block, 0, end - start, start);
    return this.#block;
  }
}

import { close, fsync, ftruncateSync, openSync, write, writeSync } from 'node:fs';
import { promisify } from 'node:util';

const [writeTo, sync, closeFile] = [promisify(write), promisify(fsync), promisify(close)];
const PIECE = 4 * 1024 * 1024;
/** Pieces that are on their way: where there are more, the next is waited for. */
const MOST = 4;

/** Writes a file from its beginning, or from where it is to go on, in large pieces while others are made. */
export class FileWriter {
  readonly #file: number;
  readonly #spare: Buffer<ArrayBuffer>[] = [];
  readonly #writing = new Set<Promise<void>>();
  #piece = Buffer.allocUnsafe(PIECE);
  #pending = 0;
  #written: number;
  #failure: Error | null = null;

  /** What there is after `from` is cut off. */
  constructor(path: string, from = 0) {
    this.#file = openSync(path, from === 0 ? 'w' : 'r+');
    ftruncateSync(this.#file, from);
    this.#written = from;
  }

  /** Bytes so far. */
  get size(): number {
    return this.#written + this.#pending;
  }

  text(text: string): void {
    this.#makeRoom(text.length * 3);
    this.#pending += this.#piece.write(text, this.#pending);
  }

  bytes(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length);
    this.#piece.set(bytes, this.#pending);
    this.#pending += bytes.length;
  }

  /** What was given so far is on the disk then. */
  async sync(): Promise<void> {
    this.#flush();
    await Promise.all(this.#writing);
    if (this.#failure !== null) throw this.#failure;
    await sync(this.#file);
  }

  async close(): Promise<void> {
    await this.sync();
    await closeFile(this.#file);
  }

  #makeRoom(bytes: number): void {
    if (this.#pending + bytes > this.#piece.length) this.#flush();
    if (bytes > this.#piece.length) this.#piece = Buffer.allocUnsafe(bytes);
  }

  #flush(): void {
    const piece = this.#piece;
    const [bytes, start] = [this.#pending, this.#written];
    this.#written += bytes;
    this.#pending = 0;
    if (this.#writing.size >= MOST) {
      for (let from = 0; from < bytes;)
        from += writeSync(this.#file, piece, from, bytes - from, start + from);
      return;
    }
    this.#piece = this.#spare.pop() ?? Buffer.allocUnsafe(PIECE);
    const writing = this.#write(piece, bytes, start)
      .catch((failure: Error) => (this.#failure ??= failure))
      .then(() => {
        this.#writing.delete(writing);
        if (piece.length === PIECE) this.#spare.push(piece);
      });
    this.#writing.add(writing);
  }

  async #write(piece: Buffer<ArrayBuffer>, bytes: number, start: number): Promise<void> {
    for (let from = 0; from < bytes;)
      from += (await writeTo(this.#file, piece, from, bytes - from, start + from)).bytesWritten;
  }
}

import { Failure } from '../model';
import { inflate, type Budget } from './archive';
import { LIMITS } from './limits';

/** PKWARE APPNOTE 6.3.10: signatures and sizes of the fixed parts. */
const END = { signature: 0x06054b50, size: 22, mostComment: 65_535 };
const END_64 = { signature: 0x06064b50, size: 56 };
const LOCATOR_64 = { signature: 0x07064b50, size: 20 };
const ENTRY = { signature: 0x02014b50, size: 46 };
const LOCAL = { signature: 0x04034b50, size: 30 };
const WINDOW = 8 * 1024 * 1024;
const MOST_DIRECTORY = 128 * 1024 * 1024;
const STORED = 0;
const DEFLATED = 8;
const FULL = 0xffffffff;

export interface ZipEntry {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

/** A zip archive read from its directory, so that its size in memory is one window's. */
export class Zip {
  readonly #blob: Blob;
  #window = new Uint8Array();
  #windowAt = 0;

  constructor(blob: Blob) {
    this.#blob = blob;
  }

  async entries(): Promise<ZipEntry[]> {
    const { at, size, count } = await this.#findDirectory();
    if (size > MOST_DIRECTORY || count > LIMITS.archiveEntries) {
      throw new Failure(
        'too-large',
        `The archive lists more than ${LIMITS.archiveEntries.toLocaleString('en')} files, the most that is read.`,
      );
    }
    const directory = viewOf(await this.#read(at, at + size));
    const entries: ZipEntry[] = [];
    for (let place = 0; place + ENTRY.size <= size && entries.length < count;) {
      if (directory.getUint32(place, true) !== ENTRY.signature) throw damaged();
      const { entry, length } = readEntry(directory, place);
      entries.push(entry);
      place += length;
    }
    return entries;
  }

  async expand(entry: ZipEntry, budget: Budget): Promise<Uint8Array> {
    if (entry.isEncrypted)
      throw new Failure('unreadable', 'This file is locked with a password inside the archive.');
    if (entry.method !== STORED && entry.method !== DEFLATED) {
      throw new Failure(
        'unreadable',
        `This file is packed by a method that is not read (number ${entry.method}).`,
      );
    }
    if (entry.packedSize > LIMITS.collectionBytes)
      throw new Failure('too-large', 'This file is too large to be read.');
    const local = viewOf(await this.#read(entry.offset, entry.offset + LOCAL.size));
    if (local.byteLength < LOCAL.size || local.getUint32(0, true) !== LOCAL.signature) throw damaged();
    const start = entry.offset + LOCAL.size + local.getUint16(26, true) + local.getUint16(28, true);
    const packed = await this.#read(start, start + entry.packedSize);
    if (packed.length < entry.packedSize) throw damaged();
    if (entry.method === DEFLATED) return checkSize(inflate(packed, budget), entry);
    budget.take(packed.length);
    budget.give(packed.length);
    return checkSize(packed.slice(), entry);
  }

  async #findDirectory(): Promise<{ at: number; size: number; count: number }> {
    const { size: length } = this.#blob;
    const from = Math.max(0, length - END.size - END.mostComment);
    const tail = viewOf(await this.#read(from, length));
    let end = tail.byteLength - END.size;
    while (end >= 0 && tail.getUint32(end, true) !== END.signature) end--;
    if (end < 0) throw damaged();
    const [count, size, at] = [
      tail.getUint16(end + 10, true),
      tail.getUint32(end + 12, true),
      tail.getUint32(end + 16, true),
    ];
    const locator = end - LOCATOR_64.size;
    const is64 = locator >= 0 && tail.getUint32(locator, true) === LOCATOR_64.signature;
    if (is64) return this.#findDirectory64(Number(tail.getBigUint64(locator + 8, true)));
    // Where something stands before the archive, its offsets are short by that much.
    return { at: at + size > from + end ? at : from + end - size, size, count };
  }

  async #findDirectory64(at: number): Promise<{ at: number; size: number; count: number }> {
    const view = viewOf(await this.#read(at, at + END_64.size));
    if (view.byteLength < END_64.size || view.getUint32(0, true) !== END_64.signature) throw damaged();
    const [count, size, start] = [32, 40, 48].map((place) => Number(view.getBigUint64(place, true)));
    return { at: start ?? 0, size: size ?? 0, count: count ?? 0 };
  }

  async #read(start: number, end: number): Promise<Uint8Array> {
    const isInside = start >= this.#windowAt && end <= this.#windowAt + this.#window.length;
    if (!isInside) {
      const slice = this.#blob.slice(start, Math.max(end, start + WINDOW));
      this.#window = new Uint8Array(await slice.arrayBuffer());
      this.#windowAt = start;
    }
    return this.#window.subarray(start - this.#windowAt, end - this.#windowAt);
  }
}

function readEntry(view: DataView, at: number): { entry: ZipEntry; length: number } {
  const u16 = (offset: number) => view.getUint16(at + offset, true);
  const u32 = (offset: number) => view.getUint32(at + offset, true);
  const [nameLength, extraLength, commentLength] = [u16(28), u16(30), u16(32)];
  const length = ENTRY.size + nameLength + extraLength + commentLength;
  if (at + length > view.byteLength) throw damaged();
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at + ENTRY.size, nameLength);
  const [size, packedSize, offset] = wide(view, at + ENTRY.size + nameLength, extraLength, [
    u32(24),
    u32(20),
    u32(42),
  ]);
  const entry = {
    name: new TextDecoder().decode(bytes),
    isEncrypted: (u16(8) & 1) === 1,
    method: u16(10),
    size: size ?? 0,
    packedSize: packedSize ?? 0,
    offset: offset ?? 0,
  };
  return { entry, length };
}

/** Zip64: of the numbers that are full, the real ones stand in the extra field with id 1, in this order. */
function wide(view: DataView, at: number, length: number, numbers: readonly number[]): readonly number[] {
  if (!numbers.includes(FULL)) return numbers;
  let place = at;
  while (place + 4 <= at + length && view.getUint16(place, true) !== 1)
    place += 4 + view.getUint16(place + 2, true);
  place += 4;
  return numbers.map((number) => {
    if (number !== FULL || place + 8 > at + length) return number;
    place += 8;
    return Number(view.getBigUint64(place - 8, true));
  });
}

function checkSize(bytes: Uint8Array, { size }: ZipEntry): Uint8Array {
  if (bytes.length !== size)
    throw new Failure('unreadable', 'This file is damaged inside the archive: its size is not as listed.');
  return bytes;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function damaged(): Failure {
  return new Failure('unreadable', 'The archive is damaged or was cut off.');
}

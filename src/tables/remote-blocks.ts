import { rangeFailure } from './range-answer';

/** A DuckDB file is three heads of 4 kB and then blocks, here as `pack` makes them: each is read as a whole, and kept so. */
const HEADS = 3 * 4096;
const BLOCK = 64 * 1024;

/** Where a block begins: the first is the heads. */
const startOf = (block: number) => (block === 0 ? 0 : HEADS + (block - 1) * BLOCK);

/** The block that a byte stands in. */
const blockAt = (byte: number) => (byte < HEADS ? 0 : 1 + Math.floor((byte - HEADS) / BLOCK));

/** The browser's own: where this is used, the global one stands for a single file. */
const Request = globalThis.XMLHttpRequest;

export interface RemoteFile {
  readonly url: string;
  readonly bytes: number;
  /** Names its content. */
  readonly sha256: string;
}

/** What was read of a remote file since it was opened. */
export interface RemoteUsage {
  readonly requests: number;
  readonly bytes: number;
  /** Bytes that were here from before. */
  readonly kept: number;
}

/** Blocks that outlive the page. */
export interface BlockStore {
  get(block: number): Uint8Array | null;
  put(block: number, bytes: Uint8Array): void;
}

/**
 * A file that lies elsewhere, read in blocks without waiting, as the database in the same worker wants it. Only this one
 * address is ever asked.
 */
export class RemoteBlocks {
  readonly #file: RemoteFile;
  readonly #store: BlockStore | null;
  readonly #onUsage: (usage: RemoteUsage) => void;
  readonly #blocks = new Map<number, Uint8Array>();
  #etag: string | null = null;
  #usage: RemoteUsage = { requests: 0, bytes: 0, kept: 0 };

  constructor(file: RemoteFile, store: BlockStore | null, onUsage: (usage: RemoteUsage) => void) {
    this.#file = file;
    this.#store = store;
    this.#onUsage = onUsage;
  }

  get size(): number {
    return this.#file.bytes;
  }

  /** Fewer bytes where the file ends. Throws what a person can be told. */
  read(start: number, end: number): Uint8Array<ArrayBuffer> {
    // The database asks for more than it needs, in case; a block is what it can need at once, and a short answer will do.
    const most = Math.max(startOf(blockAt(start) + 1), start + BLOCK);
    const stop = Math.min(end, most, this.#file.bytes);
    const bytes = new Uint8Array(Math.max(0, stop - start));
    const last = blockAt(stop - 1) + 1;
    for (let block = blockAt(start); block < last; block++) {
      const found = this.#known(block) ?? this.#fetch(block, last);
      const from = Math.max(start, startOf(block));
      const to = Math.min(stop, startOf(block + 1));
      bytes.set(found.subarray(from - startOf(block), to - startOf(block)), from - start);
    }
    return bytes;
  }

  #known(block: number): Uint8Array | null {
    const known = this.#blocks.get(block);
    if (known) return known;
    const kept = this.#store?.get(block) ?? null;
    if (!kept) return null;
    this.#blocks.set(block, kept);
    this.#tell({ kept: this.#usage.kept + kept.length });
    return kept;
  }

  /** This block, with those after it that are wanted too and not here. */
  #fetch(block: number, last: number): Uint8Array {
    let end = block + 1;
    while (end < last && !this.#blocks.has(end) && !this.#store?.get(end)) end++;
    const start = startOf(block);
    const bytes = this.#request(start, Math.min(startOf(end), this.#file.bytes));
    for (let at = block; at < end; at++) {
      const part = bytes.slice(startOf(at) - start, startOf(at + 1) - start);
      this.#blocks.set(at, part);
      this.#store?.put(at, part);
    }
    return this.#blocks.get(block) as Uint8Array;
  }

  #request(start: number, end: number): Uint8Array {
    const request = new Request();
    request.open('GET', this.#file.url, false);
    request.responseType = 'arraybuffer';
    request.setRequestHeader('Range', `bytes=${start}-${end - 1}`);
    try {
      request.send();
    } catch (failure) {
      if (!(failure instanceof Error) || failure.name !== 'NetworkError') throw failure;
    }
    const bytes = new Uint8Array((request.response as ArrayBuffer | null) ?? new ArrayBuffer(0));
    const answer = { status: request.status, bytes: bytes.length, etag: etagIn(request) };
    const failure = rangeFailure(answer, { bytes: end - start, etag: this.#etag }, fileName(this.#file.url));
    const { requests, bytes: before } = this.#usage;
    this.#tell({ requests: requests + 1, bytes: before + bytes.length });
    if (failure) throw failure;
    this.#etag ??= answer.etag;
    return bytes;
  }

  #tell(news: Partial<RemoteUsage>): void {
    this.#usage = { ...this.#usage, ...news };
    this.#onUsage(this.#usage);
  }
}

/** Asked for by name, a header that other pages may not see is complained of in the console. */
function etagIn(request: XMLHttpRequest): string | null {
  return /^etag:\s*(.+?)\s*$/im.exec(request.getAllResponseHeaders())?.[1] ?? null;
}

function fileName(url: string): string {
  return new URL(url).pathname.split('/').at(-1) ?? url;
}

import { Gunzip, Inflate } from 'fflate';
import { Failure } from '../model';
import { inWords, LIMITS } from './limits';

const CHUNK = 64 * 1024;

/** Counts what an archive expands to and stops it at the limits. */
export class Budget {
  #packed = 0;
  #expanded = 0;
  /** Set once a limit of the whole archive was passed: nothing more of it is to be read. */
  isSpent = false;

  take(packed: number): void {
    this.#packed += packed;
  }

  give(expanded: number): void {
    this.#expanded += expanded;
    if (this.#expanded > LIMITS.expandedBytes) {
      this.#stop(`The archive expands to more than ${inWords(LIMITS.expandedBytes)}; the rest was not read.`);
    }
    if (this.#expanded > LIMITS.ratioFrom && this.#expanded > this.#packed * LIMITS.expansionRatio) {
      const times = `more than ${LIMITS.expansionRatio} times its size`;
      this.#stop(`The archive expands to ${times}, which only a trap does; the rest was not read.`);
    }
  }

  #stop(message: string): never {
    this.isSpent = true;
    throw new Failure('too-large', message);
  }
}

interface Expander {
  ondata?: (chunk: Uint8Array<ArrayBuffer>, isLast: boolean) => void;
  push(chunk: Uint8Array, isLast: boolean): void;
}

const CUT_OFF = 'The compressed file is damaged or was cut off.';

/** Expands gzip of one or several parts. fflate does not notice a missing end, so the last part's size is compared. */
export function gunzip(packed: Uint8Array, budget: Budget): Uint8Array {
  const expander = new Gunzip();
  let [size, before] = [0, 0];
  expander.onmember = () => {
    before = size;
  };
  const bytes = expand(expander, packed, budget, CUT_OFF, (now) => {
    size = now;
  });
  const stated = new DataView(packed.buffer, packed.byteOffset).getUint32(packed.length - 4, true);
  if ((bytes.length - before) % 2 ** 32 !== stated) throw new Failure('unreadable', CUT_OFF);
  return bytes;
}

export function inflate(packed: Uint8Array, budget: Budget): Uint8Array {
  return expand(new Inflate(), packed, budget, 'This file is damaged inside the archive.');
}

function expand(
  expander: Expander,
  packed: Uint8Array,
  budget: Budget,
  complaint: string,
  onSize?: (size: number) => void,
): Uint8Array {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  expander.ondata = (chunk) => {
    chunks.push(chunk);
    size += chunk.length;
    onSize?.(size);
    budget.give(chunk.length);
    if (size > LIMITS.collectionBytes) {
      throw new Failure(
        'too-large',
        `The file expands to more than ${inWords(LIMITS.collectionBytes)}, the most that is read.`,
      );
    }
  };
  try {
    for (let at = 0; at < packed.length; at += CHUNK) {
      const end = Math.min(at + CHUNK, packed.length);
      budget.take(end - at);
      expander.push(packed.subarray(at, end), end === packed.length);
    }
  } catch (cause) {
    throw cause instanceof Failure ? cause : new Failure('unreadable', complaint, { cause });
  }
  return joinChunks(chunks, size);
}

function joinChunks(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = chunks;
  if (chunks.length === 1 && only) return only;
  const joined = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}

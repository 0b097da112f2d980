import { describeFailure } from '../model';
import { decode, utf16Of } from './decode';
import { inWords, LIMITS } from './limits';

const CHUNK = 4 * 1024 * 1024;
const LINE_FEED = 0x0a;

export interface Line {
  readonly number: number;
  readonly text: string;
  /** Set where the line's bytes are no text. */
  readonly problem: string | null;
}

/** The lines of a file in blocks of a few megabytes, each decoded by itself; empty lines are left out but counted. */
export function* blocksOfLines(bytes: Uint8Array): Generator<Line[]> {
  if (utf16Of(bytes) !== null) {
    yield numbered(decode(bytes).text, 1).lines;
    return;
  }
  let number = 1;
  for (let start = 0; start < bytes.length;) {
    const end = endOfBlock(bytes, start);
    const { lines, next } = linesOfBlock(bytes.subarray(start, end), number);
    yield lines;
    number = next;
    start = end;
  }
}

/** The first line, where it is not all; for telling JSON Lines from JSON. */
export function firstLine(bytes: Uint8Array): string | null {
  const end = bytes.indexOf(LINE_FEED);
  if (end === -1 || end > LIMITS.documentBytes || isBlank(bytes.subarray(end))) return null;
  try {
    return decode(bytes.subarray(0, end)).text.trim();
  } catch {
    return null;
  }
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
}

function endOfBlock(bytes: Uint8Array, start: number): number {
  if (start + CHUNK >= bytes.length) return bytes.length;
  const before = bytes.subarray(start, start + CHUNK).lastIndexOf(LINE_FEED);
  const end = before === -1 ? bytes.indexOf(LINE_FEED, start + CHUNK) : start + before;
  return end === -1 ? bytes.length : end + 1;
}

interface Block {
  readonly lines: Line[];
  /** The number of the line after these. */
  readonly next: number;
}

function linesOfBlock(block: Uint8Array, number: number): Block {
  try {
    return numbered(decode(block).text, number);
  } catch {
    return linesOneByOne(block, number);
  }
}

function linesOneByOne(block: Uint8Array, first: number): Block {
  const lines: Line[] = [];
  let next = first;
  for (let start = 0; start < block.length; next++) {
    const found = block.indexOf(LINE_FEED, start);
    const end = found === -1 ? block.length : found;
    lines.push(...oneLine(block.subarray(start, end), next));
    start = end + 1;
  }
  return { lines, next };
}

function oneLine(bytes: Uint8Array, number: number): Line[] {
  try {
    return numbered(decode(bytes).text, number).lines;
  } catch (failure) {
    const message = describeFailure(failure).replace('at offset', 'of the line, at offset');
    return [{ number, text: '', problem: message }];
  }
}

const TOO_LONG = `This line is longer than ${inWords(LIMITS.documentBytes)}, the most that is read.`;

function numbered(text: string, first: number): Block {
  const all = text.split('\n');
  const lines: Line[] = [];
  all.forEach((line, index) => {
    if (line.trim() === '') return;
    lines.push({
      number: first + index,
      text: line,
      problem: line.length > LIMITS.documentBytes ? TOO_LONG : null,
    });
  });
  return { lines, next: first + all.length - 1 };
}

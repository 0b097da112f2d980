import { Failure } from '../model';
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
    yield numbered(decode(bytes).text, 1);
    return;
  }
  let number = 1;
  for (let start = 0; start < bytes.length;) {
    const end = endOfBlock(bytes, start);
    const block = bytes.subarray(start, end);
    yield linesOfBlock(block, number);
    number += countLines(block);
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

function linesOfBlock(block: Uint8Array, number: number): Line[] {
  try {
    return numbered(decode(block).text, number);
  } catch {
    return linesOneByOne(block, number);
  }
}

function linesOneByOne(block: Uint8Array, first: number): Line[] {
  const lines: Line[] = [];
  for (let start = 0, number = first; start < block.length; number++) {
    const found = block.indexOf(LINE_FEED, start);
    const end = found === -1 ? block.length : found;
    lines.push(...oneLine(block.subarray(start, end), number));
    start = end + 1;
  }
  return lines;
}

function oneLine(bytes: Uint8Array, number: number): Line[] {
  try {
    return numbered(decode(bytes).text, number);
  } catch (failure) {
    const problem =
      failure instanceof Failure
        ? failure.message.replace('at offset', 'of the line, at offset')
        : String(failure);
    return [{ number, text: '', problem }];
  }
}

function numbered(text: string, first: number): Line[] {
  const lines: Line[] = [];
  let number = first;
  for (const line of text.split('\n')) {
    const isTooLong = line.length > LIMITS.documentBytes;
    const problem = isTooLong
      ? `This line is longer than ${inWords(LIMITS.documentBytes)}, the most that is read.`
      : null;
    if (line.trim() !== '') lines.push({ number, text: line, problem });
    number++;
  }
  return lines;
}

function countLines(block: Uint8Array): number {
  let count = 0;
  for (let at = block.indexOf(LINE_FEED); at !== -1; at = block.indexOf(LINE_FEED, at + 1)) count++;
  return count;
}

import { Failure } from '../model';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export interface Decoded {
  readonly text: string;
  /** What was done beyond plain UTF-8, as a sentence. */
  readonly note: string | null;
}

/** Bytes as text: UTF-8, strictly, or UTF-16 that says so. Fails with kind `unreadable`, naming the first bad byte. */
export function decode(bytes: Uint8Array): Decoded {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return decodeUtf16(bytes, utf16);
  const note = noteOnMark(bytes);
  try {
    return { text: utf8.decode(note === null ? bytes : bytes.subarray(3)), note };
  } catch (cause) {
    const offset = firstBadByte(bytes).toLocaleString('en');
    throw new Failure(
      'unreadable',
      `The text is not UTF-8: the byte at offset ${offset} does not belong there.`,
      { cause },
    );
  }
}

/** A sentence on the byte order mark that the bytes begin with, if any. */
export function noteOnMark(bytes: Uint8Array): string | null {
  if (utf16Of(bytes) !== null) return 'The file is UTF-16, not UTF-8; it was read as such.';
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return isMarked ? 'The file begins with a byte order mark, which was ignored.' : null;
}

export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return { text, note: noteOnMark(bytes) };
  } catch (cause) {
    throw new Failure('unreadable', 'The file says it is UTF-16, but is not.', { cause });
  }
}

function firstBadByte(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = lengthOfCharacter(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return at;
}

/** Of the UTF-8 sequence at an offset; 0 where it is none (Unicode 15, table 3-7). */
function lengthOfCharacter(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  const second = bytes[at + 1] ?? 0;
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (length === 0 || second < least || second > most) return 0;
  for (let rest = 2; rest < length; rest++) if (((bytes[at + rest] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

import fc from 'fast-check';
import { gzipSync, zipSync } from 'fflate';

const KINDS = ['flip', 'set', 'cut', 'insert', 'remove', 'repeat'] as const;

export interface ByteChange {
  readonly kind: (typeof KINDS)[number];
  readonly at: number;
  readonly length: number;
  readonly byte: number;
}

export const byteChanges: fc.Arbitrary<readonly ByteChange[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...KINDS),
    at: fc.nat(),
    length: fc.integer({ min: 1, max: 40 }),
    byte: fc.oneof(fc.nat(255), fc.constantFrom(0, 0x0a, 0x22, 0x2c, 0x5c, 0x5d, 0x7b, 0x7d, 0xff)),
  }),
  { minLength: 1, maxLength: 5 },
);

export function changedBytes(bytes: Uint8Array, wanted: readonly ByteChange[]): Uint8Array<ArrayBuffer> {
  let changed = new Uint8Array(bytes);
  for (const { kind, at, length, byte } of wanted) {
    const place = changed.length === 0 ? 0 : at % changed.length;
    const [before, after] = [changed.subarray(0, place), changed.subarray(place)];
    const some = new Uint8Array(length).fill(byte);
    if (kind === 'flip') changed[place] = (changed[place] ?? 0) ^ (byte || 1);
    else if (kind === 'set') changed[place] = byte;
    else if (kind === 'cut') changed = new Uint8Array(before);
    else if (kind === 'insert') changed = joinedBytes(before, some, after);
    else if (kind === 'remove') changed = joinedBytes(before, after.subarray(length));
    else changed = joinedBytes(before, after.subarray(0, length), after);
  }
  return changed;
}

function joinedBytes(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts));
}

export const FORMS = [
  'plain',
  'plain',
  'plain',
  'plain',
  'plain',
  'lines',
  'list',
  'gzip',
  'zip',
  'stored',
  'utf-16',
] as const;
export type Form = (typeof FORMS)[number];

/** A text as a file of some form; in `lines` and `list` beside another. */
export function packed(text: string, other: string, form: Form): Uint8Array {
  const utf8 = new TextEncoder();
  const bytes = utf8.encode(text);
  switch (form) {
    case 'plain':
      return bytes;
    case 'lines':
      return utf8.encode(`${other}\n${text}\n${other}`);
    case 'list':
      return utf8.encode(`[${other},${text}]`);
    case 'gzip':
      return gzipSync(bytes, { level: 1 });
    case 'zip':
      return zipSync({ 'a/b.json': bytes, 'c.json.gz': gzipSync(bytes, { level: 1 }) }, { level: 1 });
    case 'stored':
      return zipSync({ 'a.json': bytes, 'b.json': utf8.encode(other) }, { level: 0 });
    case 'utf-16':
      return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
  }
}

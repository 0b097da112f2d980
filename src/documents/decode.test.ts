import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { decode } from './decode';

const bytes = (...values: number[]) => new Uint8Array(values);

it.each([
  ['UTF-8', bytes(0x7b, 0xc3, 0xa9, 0x7d), '{é}', null],
  ['UTF-8 with a mark', bytes(0xef, 0xbb, 0xbf, 0x7b, 0x7d), '{}', 'byte order mark'],
  ['UTF-16, little end first', bytes(0xff, 0xfe, 0x7b, 0, 0x7d, 0), '{}', 'UTF-16'],
  ['UTF-16, big end first', bytes(0xfe, 0xff, 0, 0x7b, 0, 0x7d), '{}', 'UTF-16'],
])('reads %s', (_, given, text, note) => {
  const decoded = decode(given);
  expect(decoded.text).toBe(text);
  expect(decoded.note).toEqual(note === null ? null : expect.stringContaining(note));
});

it.each([
  ['a lone continuation', bytes(0x61, 0x80), 1],
  ['Latin-1', bytes(0x61, 0x62, 0xe9, 0x62), 2],
  ['an overlong form', bytes(0xc0, 0x80), 0],
  ['half a pair', bytes(0x61, 0xed, 0xa0, 0x80), 1],
  ['a character cut off', bytes(0x61, 0xf0, 0x9f, 0x98), 1],
  ['a byte after the mark', bytes(0xef, 0xbb, 0xbf, 0xff), 3],
  ['a code point too high', bytes(0xf4, 0x90, 0x80, 0x80), 0],
])('names the place of %s', (_, given, offset) => {
  expect(() => decode(given)).toThrow(`offset ${offset} `);
});

test('agrees with the platform on what is UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), fc.nat(255), (text, at, byte) => {
      const good = new TextEncoder().encode(`x${text}`);
      expect(decode(good).text).toBe(`x${text}`);
      const cut = good.slice(0, 1 + (at % good.length));
      cut[cut.length - 1] = byte;
      const isGood = new TextDecoder().decode(cut).includes('\ufffd') === false;
      const run = () => decode(Uint8Array.of(0x78, ...cut));
      if (isGood) expect(run).not.toThrow();
      else expect(run).toThrow(/offset \d+ does/);
    }),
  );
});

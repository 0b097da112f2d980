import { decodeQR } from 'qr/decode.js';
import { describe, expect, test } from 'vitest';
import { frameFor, markdownLink } from './link-texts';
import { squaresOf } from './qr-squares';

describe('the link as text for other places', () => {
  test.each([
    ['SCoRe: 2 steps', String.raw`[SCoRe: 2 steps](<https://a.b/#1&x>)`],
    [
      'a](javascript:alert(1)) <img> *b*',
      String.raw`[a\](javascript:alert(1)) \<img\> \*b\*](<https://a.b/#1&x>)`,
    ],
    ['two\nlines', '[two lines](<https://a.b/#1&x>)'],
  ])('as Markdown, %j keeps to its place', (title, text) => {
    expect(markdownLink(title, 'https://a.b/#1&x')).toBe(text);
  });

  test('as a frame, titles and addresses stay inside their attributes', () => {
    const html = frameFor('"><script>alert(1)</script>', 'https://a.b/?data=x.json#1&focus=y', ['controls']);
    expect(html).not.toContain('<script');
    expect(html).toContain('src="https://a.b/?data=x.json&#38;embed=controls#1&#38;focus=y"');
  });
});

describe('the QR code', () => {
  test('is read back as the text', () => {
    const text = 'https://example.org/?data=a.json#1&focus=arXiv%3A2409.12917';
    const squares = squaresOf(text);
    expect(squares && textIn(squares)).toBe(text);
  });

  test('is none where the text is too long for any', () => {
    expect(squaresOf('x'.repeat(3000))).toBeNull();
  });
});

/** Paints the squares, four pixels each, and reads them as a camera would. */
function textIn({ size, path }: { readonly size: number; readonly path: string }): string {
  const side = size * 4;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h/g)) {
    for (let at = 0; at < 16; at++) {
      const pixel = ((Number(y) * 4 + (at >> 2)) * side + Number(x) * 4 + (at & 3)) * 4;
      data.fill(0, pixel, pixel + 3);
    }
  }
  return decodeQR({ width: side, height: side, data });
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measure } from '../scene';
import { cleaned, rowsOf } from './words';

test.each([
  ['a line\nand another\u2028one', 'a line and another one'],
  ['half \ud800pair', 'half pair'],
  ['thin\u2009 and\u200b none', 'thin and none'],
  ['\0bell\u0007 \u202eturned', 'bell turned'],
  ['  kept é 中 😀  ', 'kept é 中 😀'],
])('%j is written as %j', (text, written) => {
  expect(cleaned(text)).toBe(written);
});

test('rows fit their width and lose nothing but spaces, unless they are cut', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 20, max: 300 }), (text, width) => {
      const setting = { size: 10, isStrong: false, width, most: Infinity };
      const rows = rowsOf(text, setting);
      for (const row of rows) {
        expect([...row].length === 1 || measure(row, 10, false) <= width).toBe(true);
      }
      expect(rows.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      expect(rowsOf(text, { ...setting, most: 2 }).length).toBeLessThanOrEqual(2);
    }),
  );
});

import { expect, test } from 'vitest';
import { cellAfter } from './grid-keys';

test.each([
  ['ArrowDown', false, { row: 6, column: 3 }],
  ['ArrowLeft', false, { row: 5, column: 2 }],
  ['PageDown', false, { row: 15, column: 3 }],
  ['PageUp', false, { row: 0, column: 3 }],
  ['Home', false, { row: 5, column: 0 }],
  ['End', true, { row: 19, column: 9 }],
  ['x', false, null],
])('%s (Ctrl: %s) goes to %o', (key, isCtrl, expected) => {
  expect(cellAfter(key, isCtrl, { row: 5, column: 3 }, 20, 10, 10)).toEqual(expected);
});

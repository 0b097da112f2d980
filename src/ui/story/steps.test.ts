import { expect, test } from 'vitest';
import { sizeOfWords, stepAfter, stepOfGesture } from './steps';

test.each([
  ['ArrowRight', 0, 1],
  [' ', 1, 2],
  ['PageDown', 2, 2],
  ['ArrowLeft', 0, 0],
  ['ArrowUp', 2, 1],
  ['Home', 2, 0],
  ['End', 0, 2],
  ['q', 1, null],
])('the key "%s" at step %i of 3 leads to %s', (key, at, to) => {
  expect(stepAfter(key, at, 3)).toBe(to);
});

test.each([
  ['a tap', [200, 300], [201, 302], 1],
  ['a tap at the left', [40, 300], [41, 300], -1],
  ['a swipe to the left', [300, 300], [180, 320], 1],
  ['a swipe to the right', [100, 300], [240, 310], -1],
  ['a swipe down', [200, 100], [190, 300], 'leave'],
  ['a swipe up', [200, 500], [205, 300], 0],
] as const)('%s is %j to %j', (_, [x, y], [toX, toY], meaning) => {
  expect(stepOfGesture({ x, y }, { x: toX, y: toY }, 390)).toBe(meaning);
});

test('words keep their size until there are many, and never become too small to read', () => {
  expect(sizeOfWords({ title: 'SCoRe', words: 'A sentence or two.' })).toBe(1);
  expect(sizeOfWords({ title: 'SCoRe', words: 'x'.repeat(400) })).toBeLessThan(1);
  expect(sizeOfWords({ title: '', words: 'x'.repeat(100_000) })).toBe(0.5);
});

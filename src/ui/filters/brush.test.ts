import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dragged, gripAt, played, stepped } from './brush';

const COUNT = 10;

test.each([
  ['nothing is chosen yet: a new span begins', 4.5, [0, 9], 'new'],
  ['beside the span: a new one begins', 8.5, [2, 5], 'new'],
  ['inside the span: all of it', 4.2, [2, 5], 'span'],
  ['near its left end', 2.3, [2, 5], 'first'],
  ['near its right end', 6.5, [2, 5], 'last'],
] as const)('%s', (_, place, span, part) => {
  expect(gripAt(place, span, COUNT).part).toBe(part);
});

test.each([
  ['a new span reaches from the press to the pointer', 'new', 4, [0, 9], 6.9, [4, 6]],
  ['to the left as well', 'new', 4, [0, 9], 1.1, [1, 4]],
  ['an end goes with the pointer', 'first', 2, [2, 5], 3.5, [3, 5]],
  ['and past the other end', 'first', 2, [2, 5], 7.5, [5, 7]],
  ['the span moves as a whole', 'span', 3, [2, 5], 5.2, [4, 7]],
  ['as far as there are bars', 'span', 3, [2, 5], 99, [6, 9]],
  ['and not below the first', 'span', 3, [2, 5], -99, [0, 3]],
] as const)('%s', (_, part, at, span, place, expected) => {
  expect(dragged({ part, at, span }, place, COUNT)).toEqual(expected);
});

describe('keys', () => {
  test.each([
    ['ArrowRight', 'first', [3, 5]],
    ['ArrowLeft', 'first', [1, 5]],
    ['Home', 'first', [0, 5]],
    ['End', 'first', [5, 5]],
    ['PageUp', 'last', [2, 9]],
    ['Home', 'last', [2, 2]],
    ['Tab', 'last', null],
  ] as const)('%s on the %s end', (key, end, expected) => {
    expect(stepped([2, 5], end, { key, count: COUNT })).toEqual(expected);
  });
});

test('what is played grows from the first bar or moves, and ends by itself', () => {
  expect(played([0, 3], true, COUNT)).toEqual([0, 4]);
  expect(played([2, 3], false, COUNT)).toEqual([3, 4]);
  expect(played([2, 9], false, COUNT)).toBeNull();
});

test('a span stays within the bars, whatever is done to it', () => {
  const place = fc.double({ min: -100, max: 100, noNaN: true });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      place,
      place,
      fc.nat(),
      fc.nat(),
      (count, from, to, a, b) => {
        const span = [Math.min(a % count, b % count), Math.max(a % count, b % count)] as const;
        const [first, last] = dragged(gripAt(from, span, count), to, count);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(first).toBeLessThanOrEqual(last);
        expect(last).toBeLessThan(count);
      },
    ),
  );
});

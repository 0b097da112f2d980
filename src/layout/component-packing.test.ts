import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packed } from './component-packing';

const size = fc.integer({ min: 1, max: 40 });

test('boxes do not overlap, and stay within the width and above the ground', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ wide: size, high: size }), { maxLength: 30 }), (boxes) => {
      const { left, base, wide, high } = packed(boxes, 100);
      const spots = boxes.map((box, at) => ({ ...box, x: left[at] ?? 0, y: base[at] ?? 0 }));
      for (const a of spots) {
        expect(Math.min(a.x, a.y)).toBeGreaterThanOrEqual(0);
        expect(a.x + a.wide).toBeLessThanOrEqual(Math.min(100, wide));
        expect(a.y + a.high).toBeLessThanOrEqual(high);
        const others = spots.filter((b) => b !== a);
        const isOver = (b: typeof a) =>
          a.x < b.x + b.wide && b.x < a.x + a.wide && a.y < b.y + b.high && b.y < a.y + a.high;
        expect(others.some(isOver)).toBe(false);
      }
    }),
  );
});

test('the highest stand on the ground', () => {
  const boxes = [1, 5, 3].map((high) => ({ wide: 10, high }));
  expect(packed(boxes, 20).base).toEqual([3, 0, 0]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spaced } from './spaced';

const at = (places: readonly number[]) => places.map((place) => ({ at: place, weight: 1 }));

test.each([
  { wanted: [0, 50, 100], offsets: [0, 10, 20], places: [0, 50, 100] },
  { wanted: [0, 0], offsets: [0, 10], places: [-5, 5] },
  { wanted: [20, 0, 100], offsets: [0, 10, 20], places: [5, 15, 100] },
])('$wanted at least $offsets apart', ({ wanted, offsets, places }) => {
  expect(spaced(at(wanted), offsets, {})).toEqual(places);
});

test('keeps order and gaps, and stays between the ends', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 150 }), { minLength: 1, maxLength: 10 }), (wanted) => {
      const places = spaced(
        at(wanted),
        wanted.map((_, slot) => slot * 10),
        { left: 0, right: 100 },
      );
      places.forEach((place, slot) => {
        if (slot > 0) expect(place - (places[slot - 1] ?? 0)).toBeGreaterThan(9.999);
        expect(place).toBeGreaterThanOrEqual(0);
        expect(place).toBeLessThanOrEqual(100);
      });
    }),
  );
});

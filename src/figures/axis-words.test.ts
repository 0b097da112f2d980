import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SceneAxis } from '../model';
import { markOf } from '../scene';
import { axisWords } from './axis-words';
import { testNode, testScene } from './test-figure';

const LANE: SceneAxis = { kind: 'lane', ticks: [{ at: 150, label: 'Theorems', isMajor: true }] };
const RINGS: SceneAxis = {
  kind: 'rings',
  centre: { x: 400, y: 300 },
  ticks: [100, 200, 290].map((at, step) => ({ at, label: `${step + 1} steps`, isMajor: false })),
};

const marks = fc.array(fc.tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 600 })), {
  maxLength: 120,
});

test('words of lanes and rings cover no mark and no other word, and stay in the frame', () => {
  fc.assert(
    fc.property(marks, (places) => {
      const nodes = places.map(([x, y], row) => testNode(`n${row}`, x, y));
      const scene = { ...testScene(nodes), axes: [LANE, RINGS] };
      const boxes = axisWords(scene, []).map(({ box }) => box);
      boxes.forEach((a, index) => {
        expect(a.left >= 0 && a.top >= 0 && a.right <= 800 && a.bottom <= 600).toBe(true);
        for (const b of boxes.slice(index + 1)) {
          expect(a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top).toBe(false);
        }
        for (const { at, radius } of nodes.map((node) => markOf(node, scene.camera, scene.frame))) {
          const isOver =
            at.x + radius > a.left &&
            at.x - radius < a.right &&
            at.y + radius > a.top &&
            at.y - radius < a.bottom;
          expect(isOver).toBe(false);
        }
      });
    }),
  );
});

test('with room each stands where the screen has it: lanes at the left, rings over their tops, or beside where that is outside', () => {
  const words = axisWords({ ...testScene([]), axes: [LANE, RINGS] }, []);
  expect(words.map(({ text, x, y }) => [text, Math.round(x), Math.round(y)])).toEqual([
    ['Theorems', 10, 145],
    ['1 steps', 400, 196],
    ['2 steps', 400, 96],
    ['3 steps', 477, 12],
  ]);
});

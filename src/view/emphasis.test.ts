import { expect, test } from 'vitest';
import { emphasisOf } from './emphasis';
import { CHOSEN, HOVERED, STRONG } from './mark-shape';
import { testLine, testNode, testScene } from './test-scene';

const scene = testScene(
  ['a', 'b', 'c'].map((id) => testNode(id, 10, 10)),
  [testLine('a', 'b'), testLine('b', 'c')],
);

test('a selected line stands out with both its ends, and dims nothing: it was hard to tell from the others', () => {
  const { nodes, lines, strength } = emphasisOf(scene, { selected: new Set(['a>b']), hovered: null });
  expect([...nodes.keys()]).toEqual(['a', 'b']);
  expect([...lines]).toEqual([['a>b', STRONG | CHOSEN]]);
  expect(strength).toBe(1);
});

test('a hovered node brings its neighbours forward and dims the rest', () => {
  const { nodes, lines, strength } = emphasisOf(scene, { selected: new Set(), hovered: 'a' });
  expect([...nodes]).toEqual([
    ['a', HOVERED],
    ['b', 0],
  ]);
  expect([...lines.keys()]).toEqual(['a>b']);
  expect(strength).toBeLessThan(1);
});

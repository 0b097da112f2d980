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

test('what a step of a story highlights is strong, with the lines between, and the rest dims; names that are not there do nothing', () => {
  const marks = { selected: new Set<string>(), hovered: null };
  const { nodes, lines, strength } = emphasisOf(scene, { ...marks, lit: ['a', 'b', 'gone'] });
  expect([...nodes.keys()]).toEqual(['a', 'b']);
  expect([...lines]).toEqual([['a>b', STRONG]]);
  expect(strength).toBeLessThan(1);
  expect(emphasisOf(scene, { ...marks, lit: ['gone'] }).strength).toBe(1);
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

test('lines that are held back are fetched for a hovered, selected or highlighted node, and for no other', () => {
  const heldBack = testLine('a', 'b', { isHeldBack: true });
  const thin = testScene(scene.nodes, [heldBack, testLine('b', 'c')]);
  const fetched = (marks: Parameters<typeof emphasisOf>[1]) =>
    emphasisOf(thin, marks).fetched.map(({ id }) => id);
  const none = { selected: new Set<string>(), hovered: null };
  expect(fetched(none)).toEqual([]);
  expect(fetched({ ...none, hovered: 'a' })).toEqual(['a>b']);
  expect(fetched({ ...none, hovered: 'c' })).toEqual([]);
  expect(fetched({ ...none, selected: new Set(['b']) })).toEqual(['a>b']);
  expect(fetched({ ...none, lit: ['a', 'b'] })).toEqual(['a>b']);
  expect(fetched({ selected: new Set(['b']), hovered: 'c' })).toEqual([]);
});

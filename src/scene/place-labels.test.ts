import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOME_CAMERA, type SceneLabel, type SceneNode } from '../model';
import { measure, shortened, shortenedInside } from './measure';
import { placeLabels } from './place-labels';

const frame = { width: 900, height: 600 };

function node(row: number, x: number, y: number, label: string): SceneNode {
  return {
    id: `n${row}`,
    kind: 'paper',
    x,
    y,
    radius: 5,
    fill: 'c0',
    trust: 'none',
    isFocus: row === 0,
    isPinned: false,
    hops: 1,
    hiddenNeighbours: 0,
    label,
    weight: row,
    title: label,
    date: null,
  };
}

const nodes = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 900 }),
      fc.integer({ min: 0, max: 600 }),
      fc.string({ maxLength: 40 }),
    ),
    { maxLength: 80 },
  )
  .map((all) => all.map(([x, y, label], row) => node(row, x, y, label)));

function boxOf({ x, y, width, size }: SceneLabel) {
  return { left: x, right: x + width, top: y - size * 0.74, bottom: y + size * 0.24 };
}

test('no label covers a label or a mark, or leaves the frame', () => {
  fc.assert(
    fc.property(nodes, (marks) => {
      const boxes = placeLabels(marks, HOME_CAMERA, frame).map(boxOf);
      boxes.forEach((a, index) => {
        expect(a.left >= 0 && a.right <= frame.width && a.top >= 0 && a.bottom <= frame.height).toBe(true);
        for (const b of boxes.slice(index + 1)) {
          expect(a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top).toBe(false);
        }
        for (const { x, y, radius } of marks) {
          const inside =
            x + radius > a.left && x - radius < a.right && y + radius > a.top && y - radius < a.bottom;
          expect(inside).toBe(false);
        }
      });
    }),
  );
});

test('the heaviest label is kept where two compete', () => {
  const crowd = Array.from({ length: 30 }, (_, row) =>
    node(row + 1, 450 + (row % 6) * 11, 300 + Math.floor(row / 6) * 11, 'A long enough label'),
  );
  expect(placeLabels(crowd, HOME_CAMERA, frame)[0]?.node).toBe('n30');
});

test('the focus is named even where marks crowd round it: at two steps it had no label', () => {
  const crowd = Array.from({ length: 400 }, (_, row) =>
    node(row + 1, 40 + (row % 25) * 33, 20 + Math.floor(row / 25) * 17, ''),
  ).filter(({ x, y }) => Math.hypot((x - 450) / 60, (y - 300) / 18) > 1);
  const focus = { ...node(0, 450, 300, 'Training Language Models to Self-Correct'), weight: 1e6, radius: 10 };
  expect(placeLabels([focus, ...crowd], HOME_CAMERA, frame)[0]?.node).toBe('n0');
});

test('declarations are cut in the middle, because they begin alike', () => {
  const names = ['eqSystem6_no_solution_d3_real', 'eqSystem6_no_solution_d3_int'];
  const cut = names.map((name) => shortenedInside(name, 12, false, 118));
  expect(new Set(cut).size).toBe(2);
  for (const text of cut) expect(measure(text, 12, false)).toBeLessThanOrEqual(118);
});

test('a text is cut at a word and fits', () => {
  const cut = shortened(
    'Training Language Models to Self-Correct via Reinforcement Learning',
    12,
    false,
    160,
  );
  expect(cut).toMatch(/^Training Language Models.*…$/);
  expect(measure(cut, 12, false)).toBeLessThanOrEqual(160);
});

test('among very many marks the heaviest are named, off each other, and nearer ones name the lighter too', () => {
  const crowd = Array.from({ length: 6000 }, (_, row) =>
    node(row, (row * 7.31) % 900, (row * 3.77) % 600, `Paper ${row}`),
  ).map((one) => ({ ...one, radius: 2 }));
  const labels = placeLabels(crowd, HOME_CAMERA, frame);
  expect(labels.length).toBeGreaterThan(40);
  const weightOf = (label: SceneLabel) => Number(label.node.slice(1));
  expect(labels.filter((label) => label.node !== 'n0' && weightOf(label) < 6000 - 700)).toEqual([]);
  const boxes = labels.map(boxOf);
  const overlaps = boxes.filter((a, index) =>
    boxes
      .slice(index + 1)
      .some((b) => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top),
  );
  expect(overlaps).toEqual([]);
  const near = { x: 0.5, y: 0.5, zoom: 8 };
  const inMiddle = ({ x, y }: SceneNode) => Math.abs(x - 450) < 900 / 16 && Math.abs(y - 300) < 600 / 16;
  const middle = new Set(crowd.filter(inMiddle).map(({ id }) => id));
  const named = (all: readonly SceneLabel[]) => all.filter((label) => middle.has(label.node)).length;
  expect(named(placeLabels(crowd, near, frame))).toBeGreaterThan(3 * named(labels));
});

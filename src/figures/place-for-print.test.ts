import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TRUSTS, type NodeKind, type Scene } from '../model';
import { markOf, type Box } from '../scene';
import { placeForPrint } from './place-for-print';
import { testLine, testNode, testScene } from './test-figure';

const KINDS: readonly NodeKind[] = ['paper', 'stub', 'theorem', 'definition', 'axiom', 'module', 'claim'];
const ALL = { axis: true, labels: { density: 'all', must: [] } } as const;

const scenes = fc
  .array(
    fc.record({
      x: fc.integer({ min: 0, max: 800 }),
      y: fc.integer({ min: 0, max: 575 }),
      label: fc.string({ maxLength: 60 }),
      kind: fc.constantFrom(...KINDS),
      trust: fc.constantFrom(...TRUSTS),
      weight: fc.integer({ min: 0, max: 5 }),
    }),
    { maxLength: 70 },
  )
  .map((all) => {
    const nodes = all.map(({ x, y, ...more }, row) =>
      testNode(`n${row}`, x, y, { ...more, isFocus: row === 0 }),
    );
    return testScene(
      nodes,
      nodes.slice(1).map(({ id }) => testLine('n0', id)),
    );
  });

function isOver(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}

function marksOf({ nodes, camera, frame }: Scene) {
  return nodes.map((node) => {
    const { at, radius } = markOf(node, camera, frame);
    const box = { left: at.x - radius, top: at.y - radius, right: at.x + radius, bottom: at.y + radius };
    return { id: node.id, at, radius, box };
  });
}

describe('in any Scene', () => {
  test('no label covers a label, a mark with its ring or the words of the axis, or leaves the frame', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const { labels } = placeForPrint({ scene, settings: ALL });
        const marks = marksOf(scene);
        labels.forEach(({ box }, index) => {
          expect(box.left >= 0 && box.top >= 0 && box.right <= 800 && box.bottom <= 576).toBe(true);
          expect(labels.slice(index + 1).some((other) => isOver(box, other.box))).toBe(false);
          expect(marks.some((mark) => isOver(box, mark.box))).toBe(false);
        });
      }),
    );
  });

  test('no leader runs through a label or a mark that is not its own', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const { labels } = placeForPrint({ scene, settings: ALL });
        const marks = marksOf(scene);
        for (const { node, leader } of labels) {
          if (!leader) continue;
          for (let share = 0; share <= 1; share += 0.02) {
            const x = leader.from.x + (leader.to.x - leader.from.x) * share;
            const y = leader.from.y + (leader.to.y - leader.from.y) * share;
            const point = { left: x, right: x, top: y, bottom: y };
            expect(labels.some((other) => other.node !== node && isOver(point, other.box))).toBe(false);
            const own = marks.find(({ id }) => id === node);
            if (!own || Math.hypot(x - own.at.x, y - own.at.y) < own.radius * Math.SQRT2 + 3) continue;
            expect(
              marks.some(({ id, at, radius }) => id !== node && Math.hypot(x - at.x, y - at.y) < radius),
            ).toBe(false);
          }
        }
      }),
    );
  });

  test('what must have a label has one or is named as unplaced, and the same Scene gives the same labels', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const must = scene.nodes.map(({ id }) => id).filter((_, row) => row % 3 === 0);
        const input = { scene, settings: { axis: true, labels: { density: 'none', must } } } as const;
        const { labels, unplaced } = placeForPrint(input);
        expect([...labels.map(({ node }) => node), ...unplaced].sort()).toEqual([...must].sort());
        expect(placeForPrint(structuredClone(input))).toEqual({ labels, unplaced });
      }),
    );
  });
});

test('a long title breaks into two rows beside its mark', () => {
  const title = 'Training Language Models to Self-Correct via Reinforcement Learning';
  const scene = testScene([testNode('a', 400, 300, { label: title })]);
  const { labels } = placeForPrint({ scene, settings: ALL });
  expect(labels[0]?.rows).toHaveLength(2);
  expect(labels[0]?.leader).toBeNull();
});

test('in a crowd a label that must be there stands off, with a leader', () => {
  const crowd = Array.from({ length: 81 }, (_, row) =>
    testNode(`n${row}`, 340 + (row % 9) * 15, 240 + Math.floor(row / 9) * 15, { label: `Paper ${row}` }),
  );
  const settings = { axis: true, labels: { density: 'none', must: ['n18'] } } as const;
  const { labels, unplaced } = placeForPrint({ scene: testScene(crowd), settings });
  expect(unplaced).toEqual([]);
  expect(labels).toHaveLength(1);
});

test.each([
  ['none', 0],
  ['few', 12],
  ['some', 40],
  ['all', 60],
] as const)('of sixty nodes with room, density %s names %i', (density, count) => {
  const nodes = Array.from({ length: 60 }, (_, row) =>
    testNode(`n${row}`, 60 + (row % 6) * 130, 30 + Math.floor(row / 6) * 50),
  );
  const settings = { axis: true, labels: { density, must: [] } };
  expect(placeForPrint({ scene: testScene(nodes), settings }).labels).toHaveLength(count);
});

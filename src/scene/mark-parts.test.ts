import { expect, test } from 'vitest';
import type { Change, SceneNode } from '../model';
import { markParts } from './mark-parts';

function mark(change?: Change): SceneNode {
  return {
    ...{ id: 'a', kind: 'paper', x: 0, y: 0, radius: 5, fill: 'c0', trust: 'none', isFocus: false },
    ...{ isPinned: false, hops: 1, hiddenNeighbours: 0, label: '', weight: 1, title: '', date: null },
    ...(change && { change }),
  };
}

const LOOK = { isHovered: false, isSelected: false };

test('what is new, gone and changed is told apart by shapes, without any colour', () => {
  const shapesOf = (change?: Change) =>
    JSON.stringify(
      markParts(mark(change), 5, LOOK).map(({ shape, dashes }) => ({
        shape,
        isDashed: dashes !== undefined,
      })),
    );
  const all = [shapesOf(), shapesOf('new'), shapesOf('gone'), shapesOf('changed')];
  expect(new Set(all).size).toBe(4);
});

test('a ghost is hollow and dashed, whatever it was', () => {
  const kinds = ['paper', 'stub', 'theorem', 'claim'] as const;
  for (const kind of kinds) {
    const body = markParts({ ...mark('gone'), kind }, 5, LOOK).filter(({ dashes }) => dashes !== undefined);
    expect(body).toMatchObject([{ fill: 'paper', dashes: [2.8, 2.2] }]);
  }
});

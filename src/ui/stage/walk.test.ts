import { describe, expect, test } from 'vitest';
import { HOME_CAMERA, type SceneNode } from '../../model';
import { cameraOn, nodeTowards, zoomed } from './walk';

function node(id: string, x: number, y: number): SceneNode {
  const looks = { radius: 5, fill: 'c0', trust: 'none', isFocus: false, isPinned: false } as const;
  return {
    id,
    kind: 'paper',
    x,
    y,
    ...looks,
    hops: 1,
    hiddenNeighbours: 0,
    label: id,
    weight: 1,
    title: id,
    date: null,
  };
}

describe('nodeTowards', () => {
  const centre = node('centre', 100, 100);
  const nodes = [
    centre,
    node('near', 130, 104),
    node('far', 200, 100),
    node('aside', 110, 190),
    node('left', 20, 90),
  ];

  test.each([
    ['right', 'near'],
    ['left', 'left'],
    ['down', 'aside'],
    ['up', null],
  ] as const)('goes %s to %s', (way, expected) => {
    expect(nodeTowards(nodes, centre, way)?.id ?? null).toBe(expected);
  });
});

test('the camera stays where the node is in sight and moves just so far where it is not', () => {
  const frame = { width: 400, height: 400 };
  expect(cameraOn(node('a', 200, 200), HOME_CAMERA, frame)).toBe(HOME_CAMERA);
  expect(cameraOn(node('a', 400, 200), HOME_CAMERA, frame)).toEqual({ x: 0.6, y: 0.5, zoom: 1 });
});

test('zooming stops at its ends', () => {
  expect(zoomed(HOME_CAMERA, 1000).zoom).toBe(24);
  expect(zoomed(HOME_CAMERA, 0.001).zoom).toBe(0.25);
});

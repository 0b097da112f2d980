import { expect, test } from 'vitest';
import { findClusters } from './clusters';
import { tellingNames } from './telling-names';

const TITLES = [
  'Reward models',
  'Reward hacking',
  'Reward design',
  'Graph drawing',
  'Graph layout',
  'Graph colours',
];
const LINES = [
  [1, 2],
  [2, 3],
  [3, 1],
  [4, 5],
  [5, 6],
  [6, 4],
  [3, 4],
  [7, 8],
] as const;

function clustersOf(order: readonly number[]): Record<string, string> {
  const all = [...TITLES, 'A pair', 'of papers', 'Alone'];
  const id = order.map((row) => `n${row}`);
  const clusters = findClusters({
    nodes: { node: order.map((row) => row + 1), id, title: order.map((row) => all[row] ?? null) },
    lines: { from: LINES.map(([from]) => from), to: LINES.map(([, to]) => to) },
  });
  return Object.fromEntries(id.map((name, row) => [name, clusters[row] ?? 'missing']));
}

test('what is joined closely is a cluster with the words that tell it from the rest; a few alone are none', () => {
  const clusters = clustersOf([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(clusters).toMatchObject({
    n0: 'reward',
    n1: 'reward',
    n2: 'reward',
    n3: 'graph',
    n4: 'graph',
    n5: 'graph',
  });
  expect(clusters).toMatchObject({ n6: '', n7: '', n8: '' });
});

test('the same nodes in another order have the same clusters', () => {
  expect(clustersOf([8, 3, 1, 0, 7, 2, 5, 4, 6])).toEqual(clustersOf([0, 1, 2, 3, 4, 5, 6, 7, 8]));
});

test('no lines, no clusters', () => {
  const nodes = { node: [1, 2], id: ['a', 'b'], title: [null, null] };
  expect(findClusters({ nodes, lines: { from: [], to: [] } })).toEqual(['', '']);
});

test('names are never equal, also where titles say nothing', () => {
  const groups = [0, 0, 1, 1, 2, 2, null];
  const names = tellingNames(
    groups,
    [...'aabbcc'].map(() => null),
  );
  expect(new Set(names.values()).size).toBe(3);
  expect(names.get(0)).toBe('1');
});

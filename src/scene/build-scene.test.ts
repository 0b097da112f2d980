import { expect, test } from 'vitest';
import { DEFAULT_VIEW, type View } from '../model';
import { buildGraph } from '../graph';
import type { Neighbourhood } from '../queries';
import { buildScene, seenFrom } from './build-scene';
import type { Changes } from './changes';

const rows: Neighbourhood = {
  nodes: {
    node: [1, 2, -1],
    id: ['arXiv:1', 'arXiv:2', 'lean:a/b'],
    hops: [0, 1, 1],
    kind: ['paper', 'paper', 'theorem'],
    title: ['One', 'Two', 'A.b'],
    authors: [null, null, null],
    date: [null, null, null],
    year: [2023, 2024, null],
    category: [null, null, null],
    trust: ['none', 'none', 'none'],
    status: [null, null, null],
    linesOut: [2, 0, 0],
    linesIn: [0, 1, 1],
  },
  lines: {
    from: [1, 1],
    to: [2, -1],
    kind: ['cites', 'formal'],
    evidence: [1, 1],
    isWeak: [false, false],
  },
  unidentified: { citing: [], refIndex: [], raw: [] },
};

function sceneOf(view: Partial<View>, changes: Changes | null = null) {
  const graph = buildGraph(rows, { unidentified: false });
  const bounds = { left: 0, top: 0, right: 1000, bottom: 600 };
  const positions = { id: rows.nodes.id, x: [0, 1, 2], y: [0, 1, 2], axes: [], stretches: true, bounds };
  const frame = { width: 800, height: 600 };
  return buildScene({ graph, positions, view: { ...DEFAULT_VIEW, ...view }, frame, changes });
}

test('the caption says what filters and hiding left out, and that there are further seeds', () => {
  expect(sceneOf({ focus: 'arXiv:1' }).caption).toEqual([
    'One (2023): what it builds on and what builds on it, 1 step.',
    '2 papers, 1 formal statement, 1 citation, 1 theorem tie.',
  ]);
  const { caption } = sceneOf({ focus: 'arXiv:1', seeds: ['arXiv:2'], hidden: ['lean:a/b'] });
  expect(caption).toEqual([
    'One (2023) and 1 further seed: what they build on and what builds on them, 1 step.',
    '2 papers, 1 citation. Filtered or hidden: 1.',
  ]);
});

test('seen from another camera it is what that camera makes of it, with the same nodes and lines', () => {
  const scene = sceneOf({ focus: 'arXiv:1' });
  const camera = { x: 0.02, y: 0.02, zoom: 6 };
  const seen = seenFrom(scene, { camera, selection: [] });
  expect(seen).toEqual(sceneOf({ focus: 'arXiv:1', camera }));
  expect(seen.labels).not.toEqual(scene.labels);
  expect([seen.nodes === scene.nodes, seen.lines === scene.lines]).toEqual([true, true]);
});

test('a paper tied to a theorem in focus is not said to cite it', () => {
  const labels = sceneOf({ focus: 'lean:a/b' }).legend.map(({ label }) => label);
  expect(labels).toContain('tied to the focus');
  expect(labels.filter((label) => label.includes('cites the focus'))).toEqual([]);
});

test('one year is not written as a span', () => {
  const spans = sceneOf({ colourBy: 'year' }).legend.map(({ label }) => label);
  expect(spans).toContain('2024');
});

test('traced lines are strong and the others step back; the legend counts those that are there', () => {
  const { lines, legend } = sceneOf({
    focus: 'arXiv:1',
    traced: ['arXiv:1 → lean:a/b', 'arXiv:2 → arXiv:9'],
  });
  const [back, strong] = ['arXiv:1 → arXiv:2', 'arXiv:1 → lean:a/b'].map((id) =>
    lines.find((line) => line.id === id),
  );
  expect(strong).toMatchObject({ colour: 'accent' });
  expect(back).toMatchObject({ colour: 'faint' });
  expect(strong?.width).toBeGreaterThan(2 * (back?.width ?? Infinity));
  expect(legend.find(({ key }) => key === 'line:traced')?.count).toBe(1);
});

test('the status of a proof has its colour and its mark, and is told of no paper', () => {
  const formal = { library: ['a'], module: [null], statement: ['lemma'], standing: ['sorry' as const] };
  const graph = buildGraph({ ...rows, formal: { node: [-1], ...formal } }, { unidentified: false });
  const bounds = { left: 0, top: 0, right: 1000, bottom: 600 };
  const positions = { id: rows.nodes.id, x: [0, 1, 2], y: [0, 1, 2], axes: [], stretches: true, bounds };
  const view: View = { ...DEFAULT_VIEW, focus: 'arXiv:1', colourBy: 'standing' };
  const { nodes, legend } = buildScene({ graph, positions, view, frame: { width: 800, height: 600 } });
  expect(nodes.map(({ id, standing, fill }) => [id, standing, fill])).toEqual([
    ['arXiv:1', undefined, 'line'],
    ['arXiv:2', undefined, 'line'],
    ['lean:a/b', 'sorry', 'c1'],
  ]);
  const told = legend
    .filter(({ label }) => label === 'contains sorry')
    .map(({ group, count }) => [group, count]);
  expect(told).toEqual([
    ['colour', 1],
    ['standing', 1],
  ]);
});

test('marks of a crowded layer are drawn smaller, so that they stand beside each other', () => {
  const count = 60;
  const ids = Array.from({ length: count }, (_, at) => `lean:a/${String(at).padStart(2, '0')}`);
  const same = <T>(value: T) => ids.map(() => value);
  const nodes = {
    ...{
      node: ids.map((_, at) => -at - 1),
      id: ids,
      hops: same(1),
      kind: same('theorem' as const),
      title: ids,
    },
    ...{ authors: same(null), date: same(null), year: same(null), category: same(null) },
    ...{ trust: same('none' as const), status: same(null), linesOut: same(0), linesIn: same(0) },
  };
  const lines = { from: [], to: [], kind: [], evidence: [], isWeak: [] };
  const graph = buildGraph({ nodes, lines, unidentified: rows.unidentified }, { unidentified: false });
  const bounds = { left: 0, top: 0, right: 1000, bottom: 600 };
  const x = ids.map((_, at) => (1000 * (at % 30)) / 30);
  const positions = {
    id: ids,
    x,
    y: ids.map((_, at) => (at < 30 ? 100 : 500)),
    axes: [],
    stretches: true,
    bounds,
  };
  const radiusIn = (layout: View['layout']) =>
    buildScene({
      ...{ graph, positions, view: { ...DEFAULT_VIEW, layout }, frame: { width: 400, height: 600 } },
    }).nodes[0]?.radius ?? 0;
  expect(radiusIn('layers')).toBeLessThan(0.7 * radiusIn('force'));
});

test('of two snapshots what is gone is a ghost, what is new and changed is marked, and no side moves a node', () => {
  const changes: Changes = {
    nodes: new Map([
      ['arXiv:1', 'changed'],
      ['arXiv:2', 'new'],
      ['lean:a/b', 'gone'],
    ]),
    lines: new Map([
      ['arXiv:1 → arXiv:2', 'new'],
      ['arXiv:1 → lean:a/b', 'gone'],
    ]),
    ...{ side: 'both', before: 'then.zip', after: 'what is loaded now', titles: new Map() },
  };
  const view = { focus: 'arXiv:1' };
  const both = sceneOf(view, changes);
  expect(both.nodes.map(({ change }) => change)).toEqual(['changed', 'new', 'gone']);
  expect(both.nodes[2]).toMatchObject({ fill: 'muted' });
  expect(both.nodes[1]?.title).toBe('Two (2024), new: not in then.zip');
  expect(both.lines.map(({ change, style }) => [change, style])).toEqual([
    ['new', 'solid'],
    ['gone', 'dotted'],
  ]);
  expect(both.legend.slice(0, 3).map(({ key, count }) => [key, count])).toEqual([
    ['change:new', 1],
    ['change:gone', 1],
    ['change:changed', 1],
  ]);
  expect(both.caption).toEqual([
    'One (2023): what it builds on and what builds on it, 1 step.',
    '2 papers, 1 formal statement, 1 citation, 1 theorem tie.',
    'Compared with then.zip: 1 new, 1 gone, 1 changed.',
  ]);
  const before = sceneOf(view, { ...changes, side: 'before', titles: new Map([['arXiv:1', 'Once']]) });
  expect(before.nodes.map(({ id }) => id)).toEqual(['arXiv:1', 'lean:a/b']);
  expect(before.nodes[0]?.label).toBe('Once');
  expect(before.lines.map(({ to }) => to)).toEqual(['lean:a/b']);
  const after = sceneOf(view, { ...changes, side: 'after' });
  expect(after.nodes.map(({ id }) => id)).toEqual(['arXiv:1', 'arXiv:2']);
  for (const { id, x, y, radius } of [...before.nodes, ...after.nodes])
    expect(both.nodes.find((node) => node.id === id)).toMatchObject({ x, y, radius });
});

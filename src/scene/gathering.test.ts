import { expect, test } from 'vitest';
import { buildGraph, MANY_NODES } from '../graph';
import { DEFAULT_VIEW, drawnOf, markFor, saidOf, THINNED, type Scene, type View } from '../model';
import type { Neighbourhood } from '../queries';
import { buildScene, seenFrom } from './build-scene';
import type { Changes } from './changes';

const FRAME = { width: 1000, height: 700 };
const FOCUS = 'arXiv:0';

/** A focus and three clusters side by side, each work citing the focus, the next one of its cluster and one of the next. */
function made(count: number) {
  const node = Array.from({ length: count }, (_, row) => row + 1);
  const id = node.map((one) => `arXiv:${one - 1}`);
  const none = node.map(() => null);
  const [from, to]: [number[], number[]] = [[], []];
  const cite = (a: number, b: number) => {
    if (b >= count || a === b) return;
    from.push(a + 1);
    to.push(b + 1);
  };
  for (let row = 1; row < count; row++) for (const other of [0, row + 3, row + 4]) cite(row, other);
  const rows: Neighbourhood = {
    nodes: {
      ...{ node, id, hops: node.map((one) => Math.min(1, one - 1)), kind: node.map(() => 'paper' as const) },
      ...{ title: none, authors: none, date: none, year: none, category: none, status: none },
      ...{ trust: node.map(() => 'none' as const), linesOut: node.map(() => 3) },
      linesIn: node.map((one) => (one === 5 ? 900 : 2)),
    },
    lines: {
      ...{ from, to, kind: from.map(() => 'cites' as const) },
      ...{ evidence: from.map(() => 1), isWeak: from.map(() => false) },
    },
    unidentified: { citing: [], refIndex: [], raw: [] },
  };
  const clusters = node.map((one) => `c${(one - 1) % 3}`);
  const graph = buildGraph(rows, { unidentified: false, clusters });
  const bounds = { left: 0, top: 0, right: 1000, bottom: 700 };
  const x = node.map((one) => ((one - 1) % 3) * 350 + ((one * 7919) % 300));
  const y = node.map((one) => (one * 104_729) % 700);
  return { graph, positions: { id, x, y, axes: [], stretches: true, bounds } };
}

const LARGE = made(MANY_NODES + 100);

function sceneOf(view: Partial<View> = {}, { of = LARGE, changes = null as Changes | null } = {}): Scene {
  return buildScene({
    ...of,
    view: { ...DEFAULT_VIEW, focus: FOCUS, ...view },
    frame: FRAME,
    changes,
    gathers: true,
  });
}

const cameraAt = (zoom: number) => ({ x: 0.5, y: 0.5, zoom });
const ids = (scene: Scene) => drawnOf(scene).nodes.map(({ id }) => id);

test('seen from far clusters are drawn in place of their works, with all lines between two as one', () => {
  const scene = sceneOf();
  expect(ids(scene)).toEqual(['cluster:c1', 'cluster:c2', 'cluster:c0', FOCUS]);
  expect(
    drawnOf(scene)
      .lines.map(({ id }) => id)
      .sort(),
  ).toEqual([
    'arXiv:0 → cluster:c0',
    'arXiv:0 → cluster:c1',
    'arXiv:0 → cluster:c2',
    'cluster:c0 → cluster:c1',
    'cluster:c0 → cluster:c2',
    'cluster:c1 → cluster:c2',
  ]);
  const evidence = drawnOf(scene).lines.reduce((sum, line) => sum + line.evidence, 0);
  const inside = scene.lines.filter(({ from, to }) => {
    const group = (id: string) => (id === FOCUS ? 'focus' : Number(id.slice(6)) % 3);
    return group(from) === group(to);
  });
  expect(evidence).toBe(scene.lines.length - inside.length);
  expect(scene.gathered?.words).toBe(
    '5,099 works in 3 clusters, all lines between two as one; zoom in to see them',
  );
  expect(scene.nodes).toHaveLength(MANY_NODES + 100);
});

test('that lines are held back is said where some are, not where all are counted between clusters', () => {
  const far = sceneOf({}, { of: made(11_000) });
  const near = seenFrom(far, { camera: cameraAt(8), selection: [] });
  const says = (scene: Scene) => {
    const { caption, legend } = saidOf(scene);
    return [caption.join(' ').includes('lines shown'), legend.some(({ key }) => key === THINNED)];
  };
  expect([far.gathered?.isThinned, ...says(far)]).toEqual([false, false, false]);
  expect([near.gathered?.isThinned, ...says(near)]).toEqual([true, true, true]);
  expect(far.caption).toBe(near.caption);
});

test('a cluster is named after its weightiest work, as large as it has works, and covers no other and no start', () => {
  const { gathered } = sceneOf();
  const mark = gathered?.clusters.find(({ works }) => works[0] === 'arXiv:4')?.mark;
  expect(mark).toMatchObject({ id: 'cluster:c1', label: 'arXiv:4 and 1,699 more', works: 1700 });
  const discs = gathered?.nodes ?? [];
  for (const one of discs)
    for (const other of discs)
      if (one !== other)
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.radius + other.radius);
});

test('near enough its works are drawn, and none is lost or drawn twice on the way', () => {
  const far = sceneOf();
  const zooms = [1, 1.1, 1.2, 1.3, 1.5, 2, 3, 8];
  const counts = zooms.map((zoom) => {
    const seen = seenFrom(far, { camera: cameraAt(zoom), selection: [] });
    const closed = seen.gathered?.closed ?? [];
    const held = closed.reduce((sum, { works }) => sum + works.length, 0);
    const drawn = ids(seen);
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(drawn.length - closed.length + held).toBe(far.nodes.length);
    const there = new Set(drawn);
    expect(drawnOf(seen).lines.every(({ from, to }) => there.has(from) && there.has(to))).toBe(true);
    return drawn.length;
  });
  expect(counts).toEqual([...counts].sort((a, b) => a - b));
  expect(counts[0]).toBe(4);
  const near = seenFrom(far, { camera: cameraAt(8), selection: [] });
  expect(drawnOf(near).nodes).toBe(far.nodes);
  expect(drawnOf(near).lines).toBe(far.lines);
  expect(near.gathered?.words).toBe('');
});

test('panning draws the same objects, and the way back what the way there did', () => {
  const far = sceneOf();
  const panned = seenFrom(far, { camera: { x: 0.1, y: 0.9, zoom: 1.1 }, selection: [] });
  expect(panned.gathered).toBe(far.gathered);
  const there = seenFrom(far, { camera: cameraAt(8), selection: [] });
  expect(seenFrom(there, { camera: cameraAt(1), selection: [] })).toEqual(far);
});

test('what a person started from, pinned, traced or selected is drawn always', () => {
  const scene = sceneOf({
    seeds: ['arXiv:7'],
    pins: { 'arXiv:8': [10, 10] },
    traced: ['arXiv:9 → arXiv:12'],
    selection: ['arXiv:20', 'arXiv:21 → arXiv:24'],
  });
  const drawn = ids(scene);
  for (const one of [0, 7, 8, 9, 12, 20, 21, 24]) expect(drawn).toContain(`arXiv:${one}`);
  expect(drawnOf(scene).lines.map(({ id }) => id)).toContain('arXiv:21 → arXiv:24');
  expect(scene.gathered?.words).toBe(
    '5,092 works in 3 clusters, all lines between two as one; zoom in to see them',
  );
  const later = seenFrom(scene, { camera: cameraAt(1), selection: [] });
  expect(ids(later)).not.toContain('arXiv:20');
});

test('the mark of its cluster stands for a work that is not drawn', () => {
  const scene = sceneOf({ selection: ['arXiv:20'] });
  const standing = markFor(scene.gathered, 'arXiv:23');
  expect(ids(scene)).toContain(standing);
  expect(scene.gathered?.closed.find(({ mark }) => mark.id === standing)?.works).toContain('arXiv:23');
  for (const drawn of ['arXiv:20', FOCUS]) expect(markFor(scene.gathered, drawn)).toBe(drawn);
  const near = seenFrom(scene, { camera: cameraAt(100), selection: [] });
  expect(markFor(near.gathered, 'arXiv:23')).toBe('arXiv:23');
});

test('of fewer works, switched off, on a page or beside another snapshot all are drawn', () => {
  expect(sceneOf({}, { of: made(MANY_NODES) }).gathered).toBeUndefined();
  const off = sceneOf({ filters: { ...DEFAULT_VIEW.filters, off: ['kind:cluster'] } });
  expect(off.gathered?.clusters).toHaveLength(3);
  expect(drawnOf(off).nodes).toBe(off.nodes);
  const view = { ...DEFAULT_VIEW, focus: FOCUS };
  expect(buildScene({ ...LARGE, view, frame: FRAME }).gathered).toBeUndefined();
  const changes: Changes = {
    before: 'then.zip',
    side: 'both',
    nodes: new Map(),
    lines: new Map(),
    titles: new Map(),
    after: 'now.zip',
  };
  expect(sceneOf({}, { changes }).gathered).toBeUndefined();
});

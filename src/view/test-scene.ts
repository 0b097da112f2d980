import { HOME_CAMERA, type LineStyle, type Scene, type SceneLine, type SceneNode } from '../model';
import { placeLabels } from '../scene';
import { CHANGES, KINDS, TRUSTS } from './mark-shape';

/** Numbers between 0 and 1 that look random and are always the same. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

export function testNode(id: string, x: number, y: number, more: Partial<SceneNode> = {}): SceneNode {
  return {
    id,
    kind: 'paper',
    x,
    y,
    radius: 6,
    fill: 'c0',
    trust: 'none',
    isFocus: false,
    isPinned: false,
    hops: 1,
    hiddenNeighbours: 0,
    label: id,
    weight: 1,
    title: `The title of ${id}`,
    date: '2024-09',
    ...more,
  };
}

export function testLine(from: string, to: string, more: Partial<SceneLine> = {}): SceneLine {
  const id = `${from}>${to}`;
  return { id, from, to, kind: 'cites', style: 'solid', colour: 'line', width: 1, evidence: 1, ...more };
}

export function testScene(
  nodes: readonly SceneNode[],
  lines: readonly SceneLine[],
  more: Partial<Scene> = {},
): Scene {
  const frame = { width: 800, height: 600 };
  const bounds = { left: 0, top: 0, right: frame.width, bottom: frame.height };
  const scene = {
    frame,
    camera: HOME_CAMERA,
    nodes,
    lines,
    labels: [],
    legend: [],
    axes: [],
    caption: [],
    bounds,
  };
  return { ...scene, ...more };
}

const WORDS =
  'Self Correction Reinforcement Language Models Learning Verifier Reward Process Reasoning Policy'.split(
    ' ',
  );

/** A timeline round one work: all kinds, trusts and line styles. */
export function timelineScene(width: number, height: number, count = 50): Scene {
  const next = numbers(7);
  const nodes = Array.from({ length: count }, (_, index) => timelineNode(index, width, height, next));
  const focus = nodes[0]?.id ?? '';
  const lines = nodes.slice(1).map((node, index) => spoke(node, index, focus, (nodes[0]?.x ?? 0) > node.x));
  for (let more = 0; more < count; more += 1) {
    const [a, b] = [1 + Math.floor(next() * (count - 1)), 1 + Math.floor(next() * (count - 1))];
    if (a !== b && !lines.some((line) => line.id === `w${a}>w${b}`)) lines.push(testLine(`w${a}`, `w${b}`));
  }
  lines.push(testLine('w1', focus), testLine(focus, 'w2'));
  const frame = { width, height };
  const distinct = [...new Map(lines.map((line) => [line.id, line])).values()];
  const years = [2019, 2020, 2021, 2022, 2023, 2024, 2025];
  const ticks = years.map((year, index) => {
    return { at: 60 + (index * (width - 120)) / 6, label: String(year), isMajor: index % 2 === 0 };
  });
  const lane = { kind: 'lane' as const, ticks: [{ at: 110, label: 'theorems', isMajor: false }] };
  const axes = [{ kind: 'time' as const, ticks }, lane];
  const labels = placeLabels(nodes, HOME_CAMERA, frame, axes);
  return testScene(nodes, distinct, { frame, labels, axes, caption: ['A test'] });
}

function timelineNode(index: number, width: number, height: number, next: () => number): SceneNode {
  const id = `w${index}`;
  const label = `${WORDS[index % 11] ?? ''} ${WORDS[(index * 3 + 1) % 11] ?? ''} ${2019 + (index % 7)}`;
  const title = `${label}: ${WORDS.join(' ')} in the Wild and Beyond, Revisited`;
  if (index === 0) {
    const place = { label: 'SCoRe', title: `Training ${title}`, radius: 11, weight: 99, isFocus: true };
    return testNode(id, width * 0.62, height * 0.55, { ...place, fill: 'accent', trust: 'sound' });
  }
  const kind = index % 5 === 4 ? (KINDS[2 + (index % 4)] ?? 'paper') : index % 3 === 1 ? 'stub' : 'paper';
  const trust = kind === 'stub' || kind === 'reference' ? 'none' : (TRUSTS[index % TRUSTS.length] ?? 'none');
  const isLane = kind === 'theorem' || kind === 'definition';
  const change = CHANGES[index % 9];
  const y = isLane ? 40 + next() * 50 : 150 + next() * (height - 220);
  return testNode(id, 50 + next() * (width - 100), y, {
    label,
    title,
    kind,
    trust,
    radius: 4 + next() * 5,
    fill: kind === 'stub' ? 'muted' : ((['c0', 'c1', 'c2', 'c4', 'c5'] as const)[index % 5] ?? 'c0'),
    isPinned: index % 11 === 5,
    hiddenNeighbours: index % 4,
    weight: 50 - index,
    ...(change && { change }),
  });
}

function spoke(node: SceneNode, index: number, focus: string, isOlder: boolean): SceneLine {
  const isFormal = node.kind === 'theorem' || node.kind === 'definition' || node.kind === 'claim';
  const formal: LineStyle = index % 2 ? 'double' : 'double-weak';
  const style: LineStyle = isFormal ? formal : index % 13 === 3 ? 'dashed' : 'solid';
  const look = {
    style,
    colour: isFormal ? ('formal' as const) : ('line' as const),
    width: 1 + (index % 3) * 0.25,
  };
  return isOlder ? testLine(focus, node.id, look) : testLine(node.id, focus, look);
}

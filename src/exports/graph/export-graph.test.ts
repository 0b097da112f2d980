import { DirectedGraph } from 'graphology';
import { expect, test } from 'vitest';
import type { EvidenceGraph, LineFacts, NodeFacts } from '../../graph';
import type { ColourRole, Scene, SceneLine, SceneNode } from '../../model';
import { exportGraph, type ExportInput } from './export-graph';

const FACTS: NodeFacts = {
  ...{ node: 1, kind: 'paper', hops: 1, title: 'T', authors: 'A', date: '2024-09', year: 2024 },
  ...{ category: 'cs.LG', trust: 'sound', status: null, linesOut: 2, linesIn: 1 },
};
const LINE: LineFacts = { kind: 'cites', evidence: 2, isWeak: false };

const graph: EvidenceGraph = new DirectedGraph();
for (const id of ['local:z', 'arXiv:2409.12917', 'arXiv:2303.11366', 'lean:l/t'])
  graph.addNode(id, { ...FACTS });
graph.mergeNodeAttributes('lean:l/t', {
  kind: 'theorem',
  formal: { library: 'l', module: null, statement: null, standing: 'proved' },
});
graph.addDirectedEdge('local:z', 'arXiv:2409.12917', LINE);
graph.addDirectedEdge('arXiv:2409.12917', 'arXiv:2303.11366', { ...LINE, relationship: 'extends' });
graph.addDirectedEdge('arXiv:2409.12917', 'lean:l/t', { ...LINE, kind: 'formal', tie: 'proves' });

function mark(id: string, x: number, y: number): SceneNode {
  return {
    ...{
      id,
      kind: 'paper',
      x,
      y,
      radius: 4.00049,
      fill: 'c0',
      trust: 'sound',
      isFocus: false,
      isPinned: false,
    },
    ...{ hops: 0, hiddenNeighbours: 0, label: `label of ${id}`, weight: 1, title: 'T', date: null },
  };
}

function drawn(from: string, to: string): SceneLine {
  const looks = { style: 'solid', colour: 'line', width: 0.9, evidence: 2 } as const;
  return { id: `${from} → ${to}`, from, to, kind: 'cites', ...looks };
}

const scene: Scene = {
  frame: { width: 10, height: 10 },
  camera: { x: 0, y: 0, zoom: 1 },
  nodes: [mark('arXiv:2409.12917', 1.23456, -0.0001), mark('arXiv:2303.11366', 5, 6), mark('lean:l/t', 1, 1)],
  lines: [
    drawn('arXiv:2409.12917', 'arXiv:2303.11366'),
    { ...drawn('arXiv:2303.11366', 'lean:l/t'), kind: 'asked' },
  ],
  ...{ labels: [], legend: [], axes: [], caption: ['SCoRe.', 'Two papers.'] },
  bounds: { left: 0, top: 0, right: 1, bottom: 1 },
};

const theme = { c0: '#0072b2', line: '#8d8a84' } as Record<ColourRole, string>;
const input: ExportInput = { graph, scene, theme, ids: new Set(graph.nodes()), lines: 'known' };

test('nodes and lines stand in the order of their ids, with what is drawn and what is told', () => {
  const { description, nodes, lines } = exportGraph(input);
  expect(description).toBe('SCoRe. Two papers.');
  expect(nodes.map(({ id }) => id)).toEqual(['arXiv:2303.11366', 'arXiv:2409.12917', 'lean:l/t', 'local:z']);
  expect(nodes[1]).toMatchObject({
    ...{ label: 'label of arXiv:2409.12917', x: 1.235, y: 0, size: 4, colour: '#0072b2', trust: 'sound' },
    ...{ url: 'https://arxiv.org/abs/2409.12917', year: 2024, linesOut: 2, standing: null },
  });
  expect(nodes[2]).toMatchObject({ kind: 'theorem', library: 'l', standing: 'proved', url: null });
  expect(nodes[3]).toMatchObject({ label: 'T', x: null, y: null, size: null, colour: null });
  expect(lines).toMatchObject([
    { from: 'arXiv:2409.12917', to: 'arXiv:2303.11366', relation: 'extends', colour: '#8d8a84', width: 0.9 },
    { from: 'arXiv:2409.12917', to: 'lean:l/t', kind: 'formal', relation: 'proves', colour: null },
    { from: 'local:z', to: 'arXiv:2409.12917', evidence: 2 },
  ]);
});

test('only nodes with the ids are in it, and only lines between them', () => {
  const { nodes, lines } = exportGraph({ ...input, ids: new Set(['local:z', 'arXiv:2303.11366']) });
  expect([nodes.length, lines.length]).toEqual([2, 0]);
});

test('of the lines that are drawn, those that a person asked for stay out: no evidence is behind them', () => {
  expect(exportGraph({ ...input, lines: 'drawn' }).lines.map(({ to }) => to)).toEqual(['arXiv:2303.11366']);
});

test('where snapshots are compared, it says what is gone: nobody is to take a ghost for a paper that is there', () => {
  const ghost = { ...mark('arXiv:2303.11366', 5, 6), change: 'gone' } as const;
  const { nodes } = exportGraph({ ...input, scene: { ...scene, nodes: [ghost] } });
  expect(nodes.map(({ change }) => change)).toEqual(['gone', undefined, undefined, undefined]);
});

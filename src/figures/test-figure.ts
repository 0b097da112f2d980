import { DEFAULT_FIGURE, HOME_CAMERA, type FigureFacts, type FigureSettings, type Recipe } from '../model';
import type { Scene, SceneLine, SceneNode } from '../model';
import { placeLabels } from '../scene';

export const FACTS: FigureFacts = {
  documents: [{ name: 'score.bundle.json', sha256: '0123456789abcdef'.repeat(4) }],
  date: '2026-11-25',
  filtered: '',
  verdicts: { sound: 1, none: 2 },
  layout: 'timeline',
  seed: 1,
  appVersion: '0.1.0',
};

export function recipeOf(settings: FigureSettings = DEFAULT_FIGURE): Recipe {
  return {
    version: 1,
    view: 'focus=arXiv:2409.12917',
    date: '2026-11-25',
    settings,
    documents: FACTS.documents,
    appVersion: '0.1.0',
  };
}

export function testNode(id: string, x: number, y: number, more: Partial<SceneNode> = {}): SceneNode {
  return {
    ...{ id, x, y, kind: 'paper', radius: 6, fill: 'c0', trust: 'none', isFocus: false, isPinned: false },
    ...{ hops: 1, hiddenNeighbours: 0, label: id, weight: 1, title: `The title of ${id}`, date: '2024-09' },
    ...more,
  };
}

export function testLine(from: string, to: string, more: Partial<SceneLine> = {}): SceneLine {
  const id = `${from} → ${to}`;
  return { id, from, to, kind: 'cites', style: 'solid', colour: 'line', width: 1, evidence: 1, ...more };
}

/** A Scene of these with a time axis and a legend. */
export function testScene(nodes: readonly SceneNode[], lines: readonly SceneLine[] = []): Scene {
  const frame = { width: 800, height: 600 };
  const axes: Scene['axes'] = [{ kind: 'time', ticks: [{ at: 200, label: '2019', isMajor: true }] }];
  const entry = { isOn: true, isFilter: true };
  return {
    frame,
    camera: HOME_CAMERA,
    nodes,
    lines,
    labels: placeLabels(nodes, HOME_CAMERA, frame, axes),
    legend: [
      {
        ...entry,
        key: 'kind:paper',
        group: 'kind',
        label: 'paper',
        count: 3,
        mark: { shape: 'paper', colour: 'muted' },
      },
      {
        ...entry,
        key: 'line:cites',
        group: 'line',
        label: 'cites',
        count: 2,
        mark: { line: 'solid', colour: 'line' },
      },
    ],
    axes,
    caption: ['Three papers.'],
    bounds: { left: 0, top: 0, right: frame.width, bottom: frame.height },
  };
}

import { describe, expect, test } from 'vitest';
import { NAUGHTY } from '../../../tests/hostile/vectors/naughty-strings';
import type { ExportGraph, ExportLine, ExportNode } from './export-graph';
import { pajek } from './pajek';
import { vosviewerJson } from './vosviewer';

function node(id: string, told: Partial<ExportNode> = {}): ExportNode {
  return {
    ...{
      id,
      label: id,
      x: null,
      y: null,
      size: null,
      colour: null,
      kind: 'paper',
      title: null,
      authors: null,
    },
    ...{ year: null, date: null, venue: null, category: null, trust: 'none', standing: null, status: null },
    ...{ library: null, cluster: null, hops: 0, linesIn: 0, linesOut: 0, url: null },
    ...told,
  };
}

function line(from: string, to: string, evidence = 1): ExportLine {
  return { from, to, kind: 'cites', relation: null, evidence, weak: false, colour: null, width: null };
}

const graph: ExportGraph = {
  description: '',
  nodes: [
    node('arXiv:1', { label: 'Kumar "SCoRe"\n2024', x: 0, y: 0, year: 2024, cluster: 'reward' }),
    node('arXiv:2', { x: 200, y: 100, title: '<img src=x onerror=alert(1)>', cluster: 'agents', linesIn: 7 }),
    node('lean:l/t', { kind: 'theorem', standing: 'stated' }),
  ],
  lines: [line('arXiv:1', 'arXiv:2', 3), line('arXiv:2', 'arXiv:1', 2), line('arXiv:1', 'lean:l/t')],
};

const hostile: ExportGraph = {
  description: '',
  nodes: NAUGHTY.map((text, place) => node(`local:c/${place}`, { label: text, title: text, authors: text })),
  lines: [],
};

describe('Pajek', () => {
  test('numbers stand for ids, places keep their proportions in the unit square, y goes down', () => {
    expect(pajek(graph).split('\r\n')).toEqual([
      '*Vertices 3',
      `1 "Kumar 'SCoRe' 2024 arXiv:1" 0.0000 0.0000 0.5000 ellipse`,
      '2 "arXiv:2" 1.0000 0.5000 0.5000 ellipse',
      '3 "lean:l/t" diamond',
      '*Arcs',
      '1 2 3',
      '2 1 2',
      '1 3 1',
      '',
    ]);
  });

  test('a hostile name is one quoted word on one line, and no two are the same', () => {
    const [, ...lines] = pajek(hostile).split('\r\n');
    const names = lines.slice(0, NAUGHTY.length).map((text) => /^\d+ "([^"\n\r]*)" ellipse$/.exec(text)?.[1]);
    expect(new Set(names).size).toBe(NAUGHTY.length);
    expect(names).not.toContain(undefined);
  });
});

interface Network {
  readonly network: {
    readonly items: readonly { readonly id: string; readonly label: string; readonly description: string }[];
    readonly links: readonly unknown[];
    readonly clusters: readonly unknown[];
  };
}

describe('VOSviewer', () => {
  const read = (of: ExportGraph) => (JSON.parse(vosviewerJson(of)) as Network).network;

  test('the two directions of a pair are one link; y goes up; clusters are numbered by their names', () => {
    expect(read(graph)).toEqual({
      items: [
        {
          ...{ id: 'arXiv:1', label: 'Kumar "SCoRe"\n2024', x: 0, y: 0 },
          ...{ cluster: 2, weights: { 'Lines in': 0, 'Lines out': 0 }, scores: { Year: 2024 } },
          description: 'paper',
        },
        {
          ...{ id: 'arXiv:2', label: 'arXiv:2', x: 0.2, y: -0.1, cluster: 1 },
          description: '&lt;img src=x onerror=alert(1)&gt;<br>paper',
          weights: { 'Lines in': 7, 'Lines out': 0 },
        },
        {
          ...{ id: 'lean:l/t', label: 'lean:l/t', description: 'theorem<br>stated' },
          weights: { 'Lines in': 0, 'Lines out': 0 },
        },
      ],
      links: [
        { source_id: 'arXiv:1', target_id: 'arXiv:2', strength: 5 },
        { source_id: 'arXiv:1', target_id: 'lean:l/t', strength: 1 },
      ],
      clusters: [
        { cluster: 1, label: 'agents' },
        { cluster: 2, label: 'reward' },
      ],
    });
  });

  test('no title is markup in the descriptions, which VOSviewer shows as HTML', () => {
    const marked = read(hostile).items.filter(({ description }) => /<(?!br>)/.test(description));
    expect(marked).toEqual([]);
    expect(read(hostile).items.map(({ label }) => label)).toEqual(NAUGHTY.map((text) => text.toWellFormed()));
  });
});

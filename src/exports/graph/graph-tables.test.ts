import { expect, test } from 'vitest';
import { graphTables } from './graph-tables';

const NODE = {
  ...{ id: 'arXiv:2409.12917', label: 'SCoRe', x: 1.5, y: 2, size: 4, colour: '#0072b2', kind: 'paper' },
  ...{ title: 'Training', authors: null, year: 2024, date: null, venue: null, category: null, trust: 'none' },
  ...{
    standing: null,
    status: null,
    library: null,
    cluster: null,
    hops: 0,
    linesIn: 3,
    linesOut: 1,
    url: null,
  },
};

test('nodes and lines are rows with typed columns of one length', () => {
  const line = { from: 'a', to: 'b', kind: 'cites', relation: null, evidence: 2, weak: false };
  const { nodes, lines } = graphTables({
    description: '',
    nodes: [NODE],
    lines: [{ ...line, colour: null, width: null }],
  });
  const told = (table: typeof nodes, name: string) => {
    const at = table.names.indexOf(name);
    return [table.types[at], table.columns[at]];
  };
  expect(told(nodes, 'id')).toEqual(['text', ['arXiv:2409.12917']]);
  expect(told(nodes, 'year')).toEqual(['integer', [2024]]);
  expect(told(nodes, 'x')).toEqual(['double', [1.5]]);
  expect(told(lines, 'weak')).toEqual(['boolean', [false]]);
  expect(told(lines, 'evidence')).toEqual(['integer', [2]]);
});

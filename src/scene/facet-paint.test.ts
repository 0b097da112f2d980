import { expect, test } from 'vitest';
import { buildGraph } from '../graph';
import type { Neighbourhood } from '../queries';
import { facetPaint } from './facet-paint';

const CATEGORIES = [...'aaabbbccddeeffgghhi', null];

const nodes = {
  node: CATEGORIES.map((_, row) => row + 1),
  id: CATEGORIES.map((_, row) => `n${row}`),
  category: CATEGORIES,
  authors: CATEGORIES.map((category) => `Ada, ${category ?? 'Alan'}`),
  kind: CATEGORIES.map(() => 'paper'),
};
const EMPTY = { lines: { from: [], to: [] }, unidentified: { citing: [] } };

function graphWith(columns: object) {
  const blank = Object.fromEntries(
    ['hops', 'title', 'date', 'year', 'trust', 'status', 'linesOut', 'linesIn'].map((name) => [name, []]),
  );
  const rows = { ...EMPTY, nodes: { ...blank, ...columns } } as unknown as Neighbourhood;
  return buildGraph(rows, { unidentified: false });
}

test('the most frequent values have colours of their own, the rest share a grey that says so', () => {
  const graph = graphWith(nodes);
  const paint = facetPaint(graph, 'category');
  const paints = graph.nodes().map((id) => paint(id));
  expect(paints[0]).toMatchObject({ label: 'a', colour: 'c0', order: 0 });
  expect(paints[3]).toMatchObject({ label: 'b', colour: 'c1' });
  expect(paints.at(-2)).toMatchObject({ label: 'other category', colour: 'c7' });
  expect(paints.at(-1)).toMatchObject({ label: 'no category known', colour: 'line' });
  expect(new Set(paints.map(({ colour }) => colour)).size).toBe(9);
});

test('a node with several values has the colour of the most frequent', () => {
  const graph = graphWith(nodes);
  const paint = facetPaint(graph, 'author');
  expect(new Set(graph.nodes().map((id) => paint(id).label))).toEqual(new Set(['Ada']));
});

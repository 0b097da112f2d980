import { expect, test } from 'vitest';
import { buildGraph } from './build-graph';
import { rowsWith } from './rows-fixture';

/** A module that an import graph names, two statements in it and two in a module that no graph names. */
function graphWith(folded?: { readonly modules: readonly string[]; readonly apart: readonly string[] }) {
  const rows = rowsWith([
    { node: -1, id: 'module:L/B', kind: 'module' },
    { node: -2, id: 'lean:L/one', kind: 'theorem' },
    { node: -3, id: 'lean:L/two', kind: 'theorem' },
    { node: -4, id: 'lean:L/far', kind: 'theorem' },
    { node: -5, id: 'lean:L/farther', kind: 'theorem' },
  ]);
  const formal = {
    node: [-1, -2, -3, -4, -5],
    library: ['L', 'L', 'L', 'L', 'L'],
    module: [null, 'B', 'B', 'C', 'C'],
    statement: ['module', 'theorem', 'theorem', 'theorem', 'theorem'],
    standing: [null, null, null, null, null],
  };
  return buildGraph({ ...rows, formal }, { unidentified: false, ...(folded && { folded }) });
}

function containing(graph: ReturnType<typeof graphWith>): string[] {
  return graph
    .filterEdges((_, { kind }) => kind === 'contains')
    .map((line) => `${graph.source(line)} → ${graph.target(line)}`);
}

test('a module is joined to what is stated in it', () => {
  expect(containing(graphWith())).toEqual(['module:L/B → lean:L/one', 'module:L/B → lean:L/two']);
});

test('a folded module is joined to what stands apart from it', () => {
  const folded = { modules: ['module:L/C'], apart: ['lean:L/far'] };
  expect(containing(graphWith(folded))).toContain('module:L/C → lean:L/far');
});

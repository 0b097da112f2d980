import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crossingsOf, type Order } from './crossings';
import { dependenciesOf } from './dependencies';
import { assignLevels } from './layer-assignment';
import { orderLayers } from './layer-order';
import { properLayers, type ProperLayers } from './proper-layers';

const graphs = fc
  .array(fc.tuple(fc.nat({ max: 19 }), fc.nat({ max: 19 })), { maxLength: 50 })
  .map((lines) => {
    const kept = dependenciesOf(
      20,
      lines.map(([a]) => a),
      lines.map(([, b]) => b),
    );
    return properLayers(kept, assignLevels(kept, 6));
  });

function inRowOrder({ level, layers }: ProperLayers): Order {
  const order: number[][] = Array.from({ length: layers }, () => []);
  level.forEach((at, vertex) => order[at]?.push(vertex));
  return order;
}

function counted(order: Order, { above }: ProperLayers): number {
  const place = new Map(order.flatMap((layer) => layer.map((vertex, index) => [vertex, index] as const)));
  const at = (vertex: number) => place.get(vertex) ?? 0;
  let crossings = 0;
  for (const layer of order) {
    const lines = layer.flatMap((low) => (above[low] ?? []).map((high) => [at(low), at(high)] as const));
    for (const [a, b] of lines) for (const [c, d] of lines) if (a < c && b > d) crossings++;
  }
  return crossings;
}

test('crossings are the pairs of lines between two layers that stand the other way round', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      expect(crossingsOf(inRowOrder(graph), graph)).toBe(counted(inRowOrder(graph), graph));
    }),
  );
});

test('ordered layers hold the same vertices, and cross no more than in the order of rows', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const [before, after] = [inRowOrder(graph), orderLayers(graph)];
      expect(after.map((layer) => [...layer].sort((a, b) => a - b))).toEqual(before);
      expect(crossingsOf(after, graph)).toBeLessThanOrEqual(crossingsOf(before, graph));
    }),
    { seed: 7 },
  );
});

test('a tree has no crossings', () => {
  const rows = Array.from({ length: 126 }, (_, at) => at);
  const tree = dependenciesOf(
    127,
    rows.map((at) => at >> 1),
    rows.map((at) => at + 1),
  );
  const graph = properLayers(tree, assignLevels(tree, 200));
  expect(crossingsOf(orderLayers(graph), graph)).toBe(0);
});

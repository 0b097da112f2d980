import type { MultiDirectedGraph } from 'graphology';
import type { Scene, SceneNode } from '../model';
import { bendsOf, type Point } from '../scene';
import { paintOrder } from './mark-shape';

/** Writes a Scene into sigma's graph: one unit is one CSS pixel, y up. `unit`: pixels in one of sigma's framed units. */
export function fillGraph(
  graph: MultiDirectedGraph,
  scene: Scene,
  origins: ReadonlyMap<string, Point>,
  unit: number,
): void {
  for (const node of paintOrder(scene.nodes))
    graph.addNode(node.id, markAttributes(node, origins.get(node.id), unit));
  const lines = scene.lines.filter(({ isHeldBack }) => !isHeldBack);
  const bends = bendsOf(lines);
  lines.forEach((line, index) => {
    if (!graph.hasNode(line.from) || !graph.hasNode(line.to)) return;
    const isNew = !origins.has(line.from) || !origins.has(line.to);
    graph.addEdgeWithKey(line.id, line.from, line.to, { type: 'line', line, bend: bends[index] ?? 0, isNew });
  });
}

function markAttributes(node: SceneNode, origin: Point | undefined, unit: number) {
  return {
    x: node.x,
    y: -node.y,
    size: node.radius,
    type: 'circle',
    node,
    originX: origin ? (origin.x - node.x) / unit : 0,
    originY: origin ? (node.y - origin.y) / unit : 0,
    isNew: !origin,
  };
}

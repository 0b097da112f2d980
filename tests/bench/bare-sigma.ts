import { DirectedGraph } from 'graphology';
import Sigma from 'sigma';
import type { Frame, Scene } from '../../src/model';

export function makeContainer({ width, height }: Frame): HTMLElement {
  const element = document.createElement('div');
  const place = { position: 'fixed', left: '0', top: '0', width: `${width}px`, height: `${height}px` };
  Object.assign(element.style, place);
  document.body.append(element);
  return element;
}

/** The nodes and lines of a Scene as sigma draws them by default. */
export async function openBareSigma({ frame, nodes, lines }: Scene) {
  const graph = new DirectedGraph();
  for (const { id, x, y, radius, label } of nodes)
    graph.addNode(id, { x, y: -y, size: radius, label, color: '#0072b2' });
  for (const { from, to } of lines) graph.addDirectedEdge(from, to, { size: 1, color: '#8d8a84' });
  const container = makeContainer(frame);
  const sigma = new Sigma(graph, container);
  await new Promise((resolve) => setTimeout(resolve, 500));
  return { sigma, container };
}

/** Runs on the page: milliseconds from a change of every node's colour to a painted frame. */
export async function bareFrames(scene: Scene, rest: number): Promise<number[]> {
  const { sigma } = await openBareSigma(scene);
  const times: number[] = [];
  for (let turn = 0; turn < 25; turn++) {
    await new Promise((resolve) => setTimeout(resolve, rest));
    const start = performance.now();
    const color = turn % 2 ? '#0072b2' : '#d55e00';
    sigma.getGraph().updateEachNodeAttributes((_, attributes) => ({ ...attributes, color }));
    sigma.refresh();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
    times.push(performance.now() - start);
  }
  sigma.kill();
  return times.slice(5);
}

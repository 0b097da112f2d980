import { MultiDirectedGraph } from 'graphology';
import './webgl2-names';
import Sigma from 'sigma';
import type { Camera, Frame, Scene } from '../model';
import { bendsOf, type AxisDrawing, type Point, type Theme } from '../scene';
import { AxisLayer } from './axis-layer';
import type { Look } from './batch';
import type { Emphasis } from './emphasis';
import { LabelLayer } from './label-layer';
import { createLineProgram } from './line-program';
import { createMarkProgram } from './mark-program';
import { paletteOf } from './palette';
import type { Moment, Painter } from './painter';
import { fillGraph } from './scene-graph';
import type { Writing } from './writing';

/** sigma makes hover copies of programs and canvases that the stage has no use for. */
class Nothing {
  drawLabel = undefined;
  drawHover = undefined;
  kill(): void {}
  reallocate(): void {}
  process(): void {}
  render(): void {}
}
const UNUSED = ['edgeLabels', 'labels', 'hovers', 'hoverNodes', 'mouse'];

function openSigma(container: HTMLElement, look: Look): Sigma {
  const sigma = new Sigma(new MultiDirectedGraph(), container, {
    nodeProgramClasses: { circle: createMarkProgram(look) },
    nodeHoverProgramClasses: { circle: Nothing },
    edgeProgramClasses: { line: createLineProgram(look), arrow: Nothing },
    defaultEdgeType: 'line',
    stagePadding: 0,
    renderLabels: false,
    allowInvalidContainer: true,
  });
  const canvases = sigma.getCanvases();
  for (const name of UNUSED) if (canvases[name]) canvases[name].style.display = 'none';
  return sigma;
}

/** sigma's camera in its framed units: y up, the larger side of the frame is 1. */
function sigmaCamera(camera: Camera, { width, height }: Frame) {
  const larger = Math.max(width, height);
  return {
    x: 0.5 + ((camera.x - 0.5) * width) / larger,
    y: 0.5 - ((camera.y - 0.5) * height) / larger,
    ratio: 1 / camera.zoom,
    angle: 0,
  };
}

interface Losses {
  readonly onLost: () => void;
  readonly onRestored: () => void;
}

/** Draws with WebGL 2; throws where there is none. */
export class SigmaPainter implements Painter {
  readonly renderer = 'webgl';
  readonly sigma: Sigma;
  readonly #look: Look;
  readonly #box = document.createElement('div');
  readonly #axes = new AxisLayer();
  readonly #labels = new LabelLayer();
  readonly #listening = new AbortController();
  #theme: Theme;
  #frame: Frame = { width: 0, height: 0 };

  constructor(root: HTMLElement, theme: Theme, losses: Losses) {
    this.#theme = theme;
    this.#look = {
      palette: paletteOf(theme),
      progress: 1,
      isMoving: false,
      strength: 1,
      frontNodes: new Map(),
      frontLines: new Map(),
      fetched: [],
      version: 0,
    };
    Object.assign(this.#box.style, { position: 'absolute', inset: '0' });
    root.append(this.#axes.below.element, this.#box, this.#axes.above.element, this.#labels.canvas.element);
    try {
      this.sigma = openSigma(this.#box, this.#look);
    } catch (problem) {
      root.replaceChildren();
      throw problem;
    }
    this.#watch(losses);
  }

  #watch({ onLost, onRestored }: Losses): void {
    const { signal } = this.#listening;
    for (const name of ['nodes', 'edges']) {
      const canvas = this.sigma.getCanvases()[name];
      canvas?.addEventListener('webglcontextrestored', onRestored, { signal });
      canvas?.addEventListener(
        'webglcontextlost',
        (event) => {
          event.preventDefault();
          onLost();
        },
        { signal },
      );
    }
  }

  show(scene: Scene, origins: ReadonlyMap<string, Point>): void {
    const graph = new MultiDirectedGraph();
    fillGraph(graph, scene, origins, Math.max(this.#frame.width, this.#frame.height));
    this.sigma.setGraph(graph);
  }

  move(node: string, to: Point): void {
    const graph = this.sigma.getGraph();
    if (!graph.hasNode(node)) return;
    Object.assign(graph.getNodeAttributes(node), { x: to.x, y: -to.y });
    const partialGraph = { nodes: [node], edges: graph.edges(node) };
    this.sigma.refresh({ partialGraph, skipIndexation: true, schedule: true });
  }

  emphasise({ nodes, lines, fetched, strength }: Emphasis): void {
    const version = this.#look.version + 1;
    const bends = bendsOf(fetched);
    Object.assign(this.#look, { frontNodes: nodes, frontLines: lines, strength, version });
    this.#look.fetched = fetched.map((line, index) => ({ line, bend: bends[index] ?? 0 }));
  }

  recolour(theme: Theme): void {
    this.#theme = theme;
    this.#look.palette = paletteOf(theme);
  }

  resize(frame: Frame): void {
    this.#frame = frame;
    this.#axes.resize(frame);
    this.#labels.resize(frame);
    this.sigma.setCustomBBox({ x: [0, frame.width], y: [-frame.height, 0] });
    this.sigma.resize(true).refresh();
  }

  paint({ camera, isMoving, progress }: Moment): void {
    this.#look.progress = progress;
    this.#look.isMoving = isMoving;
    this.sigma.getCamera().setState(sigmaCamera(camera, this.#frame));
    this.sigma.refresh({ partialGraph: {}, skipIndexation: true });
  }

  rule(axes: AxisDrawing): void {
    this.#axes.draw(axes, this.#theme);
  }

  write(writing: Writing): void {
    this.#labels.draw(writing, this.#theme);
  }

  shiftWriting(by: Point): void {
    this.#labels.shift(by);
  }

  destroy(): void {
    this.#listening.abort();
    this.sigma.kill();
    this.#box.remove();
    for (const canvas of [this.#axes.below, this.#axes.above, this.#labels.canvas]) canvas.element.remove();
  }
}

import type { Camera, Frame, Scene, SceneLine, SceneNode } from '../model';
import {
  bendsOf,
  radiusAt,
  strokeBetween,
  toScreen,
  type AxisDrawing,
  type Point,
  type Theme,
} from '../scene';
import type { Emphasis } from './emphasis';
import { paintOrder } from './mark-shape';
import type { Moment, Painter } from './painter';
import { assign, svg } from './svg-element';
import { lineElements, markElements } from './svg-parts';
import { axisParts, labelParts } from './svg-words';
import type { Writing } from './writing';

interface Mark {
  readonly node: SceneNode;
  readonly group: SVGGElement;
  place: Point;
  readonly origin: Point | undefined;
}

interface Line {
  readonly line: SceneLine;
  readonly group: SVGGElement;
  readonly bend: number;
}

function strokesOf(lines: readonly SceneLine[]): Line[] {
  const bends = bendsOf(lines);
  return lines.map((line, index) => {
    return { line, bend: bends[index] ?? 0, group: svg('g', { 'data-line': line.style }) };
  });
}

/**
 * Draws without WebGL, for up to some 2,000 marks. Everything stands in screen pixels of one camera;
 * while the camera moves, one group is transformed, and redrawn when it has settled.
 */
export class SvgPainter implements Painter {
  readonly renderer = 'svg';
  readonly #svg = svg('svg', { role: 'img' });
  readonly #axes = svg('g');
  readonly #picture = svg('g');
  readonly #lines = svg('g');
  readonly #marks = svg('g');
  readonly #foot = svg('g');
  readonly #words = svg('g');
  #theme: Theme;
  #frame: Frame = { width: 0, height: 0 };
  #emphasis: Emphasis = { nodes: new Map(), lines: new Map(), fetched: [], strength: 1 };
  #all = new Map<string, Mark>();
  #strokes: Line[] = [];
  #fetched: Line[] = [];
  #drawn: Camera | null = null;

  constructor(root: HTMLElement, theme: Theme) {
    this.#theme = theme;
    Object.assign(this.#svg.style, { position: 'absolute', left: '0', top: '0', pointerEvents: 'none' });
    this.#picture.append(this.#lines, this.#marks);
    this.#svg.append(this.#axes, this.#picture, this.#foot, this.#words);
    root.append(this.#svg);
  }

  show(scene: Scene, origins: ReadonlyMap<string, Point>): void {
    this.#drawn = null;
    this.#svg.setAttribute('aria-label', scene.caption.join(' ') || 'Graph');
    const marks = paintOrder(scene.nodes).map((node) => {
      return { node, group: svg('g', { 'data-mark': node.kind }), place: node, origin: origins.get(node.id) };
    });
    this.#all = new Map(marks.map((mark) => [mark.node.id, mark]));
    this.#strokes = strokesOf(scene.lines.filter(({ isHeldBack }) => !isHeldBack));
    this.#fetched = [];
    this.#marks.replaceChildren(...marks.map(({ group }) => group));
    this.#lines.replaceChildren(...this.#strokes.map(({ group }) => group));
  }

  move(node: string, to: Point): void {
    const mark = this.#all.get(node);
    if (mark) mark.place = to;
    this.#drawn = null;
  }

  emphasise(emphasis: Emphasis): void {
    this.#emphasis = emphasis;
    for (const { group } of this.#fetched) group.remove();
    this.#fetched = strokesOf(emphasis.fetched);
    this.#lines.append(...this.#fetched.map(({ group }) => group));
    this.#drawn = null;
  }

  recolour(theme: Theme): void {
    this.#theme = theme;
    this.#drawn = null;
  }

  resize(frame: Frame): void {
    this.#frame = frame;
    this.#drawn = null;
    assign(this.#svg, { width: frame.width, height: frame.height });
  }

  paint({ camera, isMoving, progress }: Moment): void {
    if (isMoving && this.#drawn && progress === 1) return this.#transform(this.#drawn, camera);
    this.#picture.removeAttribute('transform');
    for (const mark of this.#all.values()) this.#paintMark(mark, camera, progress);
    for (const line of [...this.#strokes, ...this.#fetched]) this.#paintLine(line, camera, progress);
    this.#drawn = camera;
  }

  #transform(drawn: Camera, camera: Camera): void {
    const scale = camera.zoom / drawn.zoom;
    const origin = toScreen(
      { x: drawn.x * this.#frame.width, y: drawn.y * this.#frame.height },
      camera,
      this.#frame,
    );
    const dx = origin.x - (this.#frame.width / 2) * scale;
    const dy = origin.y - (this.#frame.height / 2) * scale;
    this.#picture.setAttribute('transform', `translate(${dx} ${dy}) scale(${scale})`);
  }

  #placeOf(mark: Mark, camera: Camera, progress: number): Point {
    const { place, origin = place } = mark;
    const x = origin.x + (place.x - origin.x) * progress;
    return toScreen({ x, y: origin.y + (place.y - origin.y) * progress }, camera, this.#frame);
  }

  #paintMark(mark: Mark, camera: Camera, progress: number): void {
    const { node, group } = mark;
    const { x, y } = this.#placeOf(mark, camera, progress);
    const flags = this.#emphasis.nodes.get(node.id);
    const presence = mark.origin ? 1 : progress;
    const opacity = presence * (flags === undefined ? this.#emphasis.strength : 1);
    assign(group, { transform: `translate(${x} ${y})`, opacity });
    const radius = radiusAt(node.radius, camera) * (0.3 + 0.7 * presence);
    group.replaceChildren(...markElements(node, radius, flags ?? 0, this.#theme));
  }

  #paintLine({ line, group, bend }: Line, camera: Camera, progress: number): void {
    const ends = [this.#all.get(line.from), this.#all.get(line.to)].map((mark) => {
      if (!mark) return null;
      const at = this.#placeOf(mark, camera, progress);
      return { at, node: mark.node, radius: radiusAt(mark.node.radius, camera), isNew: !mark.origin };
    });
    const [source, target] = ends;
    const stroke = source && target ? strokeBetween(source, target, bend) : null;
    const flags = this.#emphasis.lines.get(line.id) ?? 0;
    const presence = source?.isNew || target?.isNew ? progress : 1;
    const isPlain = line.style === 'solid' && line.end === undefined;
    const ink = flags ? 1 : (isPlain ? 0.6 : 0.85) * this.#emphasis.strength;
    group.setAttribute('opacity', String(ink * presence));
    group.replaceChildren(...(stroke ? lineElements(line, stroke, flags, this.#theme) : []));
  }

  rule(axes: AxisDrawing): void {
    const { below, above } = axisParts(axes, this.#theme);
    this.#axes.replaceChildren(...below);
    this.#foot.replaceChildren(...above);
  }

  write(writing: Writing): void {
    this.#words.removeAttribute('transform');
    this.#words.replaceChildren(...labelParts(writing, this.#theme));
  }

  shiftWriting({ x, y }: Point): void {
    this.#words.setAttribute('transform', `translate(${x} ${y})`);
  }

  destroy(): void {
    this.#svg.remove();
  }
}

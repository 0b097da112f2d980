import { drawnOf, HOME_CAMERA, type Camera, type Frame, type Scene } from '../model';
import { drawAxes, toStage, type Point, type Theme } from '../scene';
import { DrawnBefore } from './drawn-before';
import { emphasisOf, NO_MARKS, type Emphasis, type Marks } from './emphasis';
import { Gestures } from './gestures';
import { HitTest } from './hit-test';
import type { Stage, StageHandlers } from './stage';
import { Lettering } from './lettering';
import type { Painter } from './painter';
import { Painters } from './painters';
import { Places } from './places';
import { Shifting } from './shifting';
import { Transition } from './transition';
import { Travelling } from './travelling';

const SETTLED_AFTER = 120;
const EMPTY: Scene = {
  frame: { width: 1, height: 1 },
  camera: HOME_CAMERA,
  nodes: [],
  lines: [],
  labels: [],
  legend: [],
  axes: [],
  caption: [],
  bounds: { left: 0, top: 0, right: 0, bottom: 0 },
};

/** Decides what is drawn and when: one redraw a frame when something changed, none otherwise. */
export class Director implements Stage {
  readonly #root = document.createElement('div');
  readonly #handlers: StageHandlers;
  readonly #painters: Painters;
  readonly #gestures: Gestures;
  readonly #resizing = new ResizeObserver(() => this.#resize());
  readonly #shifting = new Shifting();
  readonly #ruled = new DrawnBefore();
  readonly #written = new DrawnBefore();
  readonly #transition = new Transition();
  readonly #travelling = new Travelling();
  #theme: Theme;
  #given = EMPTY;
  /** What is drawn of it. */
  #scene = EMPTY;
  #places = new Places(EMPTY, new Map());
  #lettering = new Lettering(EMPTY, this.#places);
  #hits: HitTest | null = null;
  #marks: Marks = NO_MARKS;
  #emphasis: Emphasis = emphasisOf(EMPTY, NO_MARKS);
  #frame: Frame = EMPTY.frame;
  #isDestroyed = false;
  #redraw: number | null = null;
  #settle: ReturnType<typeof setTimeout> | undefined;

  constructor(container: HTMLElement, theme: Theme, handlers: StageHandlers) {
    this.#theme = theme;
    this.#handlers = handlers;
    Object.assign(this.#root.style, {
      position: 'relative',
      width: '100%',
      height: '100%',
      overflow: 'hidden',
    });
    container.append(this.#root);
    this.#painters = new Painters({
      root: this.#root,
      theme: () => this.#theme,
      onReplaced: () => this.#handOver(),
    });
    this.#gestures = this.#listen();
    this.#resizing.observe(this.#root);
    this.#resize();
    void document.fonts.ready.then(() => this.#startAfresh());
  }

  #listen(): Gestures {
    return new Gestures({
      root: this.#root,
      handlers: this.#handlers,
      camera: () => this.#travelling.camera,
      frame: () => this.#frame,
      targetAt: (at, reach) => {
        const { camera } = this.#travelling;
        this.#hits ??= new HitTest(this.#scene, (id) => this.#places.of(id));
        return this.#hits.at(toStage(at, camera, this.#frame), camera, reach, this.#emphasis.fetched);
      },
      canMove: (node) => this.#lettering.nodes.get(node)?.works === undefined,
      travel: (camera) => this.#travel(camera),
      drag: (node, to) => this.#drag(node, to),
      rest: () => this.#settleSoon(),
    });
  }

  get #painter(): Painter {
    return this.#painters.current;
  }

  get renderer(): 'webgl' | 'svg' {
    return this.#painter.renderer;
  }

  #handOver(): void {
    this.#painter.resize(this.#frame);
    this.#painter.show(this.#scene, this.#places.at(1));
    this.#painter.emphasise(this.#emphasis);
    this.#startAfresh();
  }

  draw(scene: Scene, { isAnimated }: { isAnimated: boolean }): void {
    if (scene === this.#given || this.#isDestroyed) return;
    this.#given = scene;
    const drawn = { ...scene, ...drawnOf(scene) };
    const isFirst = this.#scene === EMPTY;
    const isSamePicture = drawn.nodes === this.#scene.nodes && drawn.lines === this.#scene.lines;
    if (isSamePicture) this.#scene = drawn;
    else this.#show(drawn, isAnimated && !isFirst);
    this.#lettering = new Lettering(drawn, this.#places);
    if (this.#travelling.isLed || this.#gestures.isBusy) this.#settleSoon();
    else this.setCamera(scene.camera, { isAnimated: isAnimated && !isFirst });
  }

  #show(scene: Scene, isAnimated: boolean): void {
    const origins = this.#places.at(this.#transition.progress);
    this.#scene = scene;
    this.#places = new Places(scene, origins);
    this.#hits = null;
    this.#transition.start(isAnimated && this.#places.isMove);
    this.#painter.show(scene, origins);
    this.#emphasise();
  }

  mark(marks: Marks): void {
    this.#marks = marks;
    this.#emphasise();
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    this.#painter.recolour(theme);
    this.#startAfresh();
  }

  setCamera(camera: Camera, { isAnimated }: { isAnimated: boolean }): void {
    clearTimeout(this.#settle);
    this.#travelling.go(camera, isAnimated);
    if (!this.#travelling.isMoving) this.#lettering.place(camera, this.#frame);
    this.#rewrite();
  }

  #travel(camera: Camera): void {
    this.#travelling.lead(camera);
    this.#settleSoon();
    this.#invalidate();
  }

  #drag(node: string, to: Point): void {
    this.#transition.start(false);
    this.#places.drag(node, to);
    this.#painter.move(node, to);
    this.#rewrite();
  }

  #settleSoon(): void {
    clearTimeout(this.#settle);
    this.#settle = setTimeout(
      () => (this.#gestures.isBusy ? this.#settleSoon() : this.#settleNow()),
      SETTLED_AFTER,
    );
  }

  #settleNow(): void {
    const wasLed = this.#travelling.isLed;
    this.#travelling.isLed = false;
    this.#lettering.place(this.#travelling.camera, this.#frame);
    this.#rewrite();
    if (wasLed) this.#handlers.onCamera(this.#travelling.camera);
  }

  #emphasise(): void {
    this.#emphasis = emphasisOf(this.#scene, this.#marks);
    this.#painter.emphasise(this.#emphasis);
    this.#rewrite();
  }

  #resize(): void {
    const { clientWidth: width, clientHeight: height } = this.#root;
    this.#frame = { width: Math.max(1, width), height: Math.max(1, height) };
    this.#painter.resize(this.#frame);
    this.#settleSoon();
    this.#startAfresh();
  }

  #rewrite(): void {
    this.#shifting.forget();
    this.#invalidate();
  }

  #invalidate(): void {
    if (this.#isDestroyed || this.#redraw !== null) return;
    this.#redraw = requestAnimationFrame(() => {
      this.#redraw = null;
      this.#drawFrame();
    });
  }

  #drawFrame(): void {
    const hasArrived = this.#travelling.step();
    const { camera, isMoving } = this.#travelling;
    const { progress } = this.#transition;
    if (hasArrived) this.#lettering.place(camera, this.#frame);
    if (hasArrived) this.#shifting.forget();
    this.#painter.paint({ camera, isMoving: isMoving || progress < 1, progress });
    const axes = drawAxes(this.#scene.axes, camera, this.#frame);
    if (!this.#ruled.is(axes)) this.#painter.rule(axes);
    this.#write(camera, progress);
    if (progress < 1 || (isMoving && !this.#travelling.isLed)) this.#rewrite();
  }

  #write(camera: Camera, progress: number): void {
    const shift = this.#shifting.by(camera, this.#frame);
    if (shift) return this.#shiftWriting(shift);
    const placeOf = (id: string): Point | undefined => this.#places.of(id, progress);
    const stand = { camera, frame: this.#frame, placeOf };
    const writing = this.#lettering.compose(stand, this.#emphasis, this.#marks);
    if (!this.#written.is(writing)) this.#painter.write(writing);
    this.#shifting.remember(camera);
  }

  #shiftWriting(by: Point): void {
    this.#written.forget();
    this.#painter.shiftWriting(by);
  }

  /** The canvases are empty, or another theme's. */
  #startAfresh(): void {
    this.#ruled.forget();
    this.#written.forget();
    this.#rewrite();
  }

  destroy(): void {
    this.#isDestroyed = true;
    if (this.#redraw !== null) cancelAnimationFrame(this.#redraw);
    clearTimeout(this.#settle);
    this.#resizing.disconnect();
    this.#gestures.destroy();
    this.#painters.destroy();
    this.#root.remove();
  }
}

import type { Camera, Frame } from '../model';
import { toStage, type Point } from '../scene';
import type { StageHandlers } from './stage';
import { REACH, type Reach, type Target } from './hit-test';
import { panned, zoomedAt } from './camera-moves';
import { LongPress, Taps } from './taps';

/** What gestures ask of the stage and tell it. */
export interface GestureHost {
  readonly root: HTMLElement;
  readonly handlers: StageHandlers;
  readonly camera: () => Camera;
  readonly frame: () => Frame;
  readonly targetAt: (at: Point, reach: Reach) => Target | null;
  /** A cluster stands where its works do. */
  readonly canMove: (node: string) => boolean;
  readonly travel: (camera: Camera) => void;
  readonly drag: (node: string, to: Point) => void;
  /** A pan or drag has ended. */
  readonly rest: () => void;
}

interface Press {
  readonly start: Point;
  readonly target: Target | null;
  last: Point;
  hasMoved: boolean;
}

const CLICK_ROOM = 4;

/** Mouse, touch and pen on the stage, by pointer events alone. */
export class Gestures {
  readonly #host: GestureHost;
  readonly #listening = new AbortController();
  readonly #pointers = new Map<number, Point>();
  readonly #taps = new Taps();
  readonly #longPress = new LongPress();
  #press: Press | null = null;
  #hovered: string | null = null;

  constructor(host: GestureHost) {
    this.#host = host;
    const { root } = host;
    Object.assign(root.style, { touchAction: 'none', userSelect: 'none' });
    const { signal } = this.#listening;
    root.addEventListener('pointerdown', (event) => this.#down(event), { signal });
    root.addEventListener('pointermove', (event) => this.#move(event), { signal });
    root.addEventListener('pointerup', (event) => this.#up(event), { signal });
    root.addEventListener('pointercancel', (event) => this.#cancel(event), { signal });
    root.addEventListener('pointerleave', () => this.#hover(null), { signal });
    root.addEventListener('wheel', (event) => this.#wheel(event), { signal, passive: false });
    root.addEventListener('contextmenu', (event) => this.#menu(event), { signal });
  }

  get isBusy(): boolean {
    return this.#press?.hasMoved === true || this.#pointers.size > 1;
  }

  #pointOf(event: MouseEvent): Point {
    const box = this.#host.root.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  #down(event: PointerEvent): void {
    if (event.pointerType === 'mouse' && event.button !== 0) return;
    const at = this.#pointOf(event);
    this.#pointers.set(event.pointerId, at);
    this.#host.root.setPointerCapture(event.pointerId);
    this.#longPress.stop();
    if (this.#pointers.size > 1) {
      this.#press = null;
      return;
    }
    const target = this.#host.targetAt(at, reachOf(event));
    this.#press = { start: at, last: at, target, hasMoved: false };
    if (event.pointerType === 'mouse') return;
    this.#longPress.start(() => {
      this.#press = null;
      this.#host.handlers.onMenu(target, at);
    });
  }

  #move(event: PointerEvent): void {
    const at = this.#pointOf(event);
    const before = this.#pointers.get(event.pointerId);
    if (!before) {
      if (event.pointerType !== 'touch') this.#hover(this.#host.targetAt(at, reachOf(event)));
      return;
    }
    if (this.#pointers.size === 2) this.#pinch(event.pointerId, before, at);
    this.#pointers.set(event.pointerId, at);
    if (this.#press) this.#pull(this.#press, at);
  }

  #pull(press: Press, at: Point): void {
    if (!press.hasMoved && Math.hypot(at.x - press.start.x, at.y - press.start.y) < CLICK_ROOM) return;
    press.hasMoved = true;
    this.#longPress.stop();
    this.#host.root.style.cursor = 'grabbing';
    const { camera, frame, travel, drag } = this.#host;
    const node = this.#draggedBy(press);
    if (node !== null) drag(node, toStage(at, camera(), frame()));
    else travel(panned(camera(), frame(), { x: at.x - press.last.x, y: at.y - press.last.y }));
    press.last = at;
  }

  #pinch(moved: number, before: Point, after: Point): void {
    const still = [...this.#pointers].find(([id]) => id !== moved)?.[1];
    if (!still) return;
    const spread = (point: Point): number => Math.hypot(point.x - still.x, point.y - still.y) || 1;
    const middle = { x: (after.x + still.x) / 2, y: (after.y + still.y) / 2 };
    const shift = { x: (after.x - before.x) / 2, y: (after.y - before.y) / 2 };
    const { camera, frame, travel } = this.#host;
    travel(zoomedAt(panned(camera(), frame(), shift), frame(), middle, spread(after) / spread(before)));
  }

  #up(event: PointerEvent): void {
    const press = this.#press;
    this.#release(event.pointerId);
    if (!press) return;
    if (!press.hasMoved) return this.#click(press, event);
    const node = this.#draggedBy(press);
    if (node === null) return;
    const { camera, frame, handlers } = this.#host;
    handlers.onPin(node, toStage(press.last, camera(), frame()));
  }

  #draggedBy({ target }: Press): string | null {
    return target && 'node' in target && this.#host.canMove(target.node) ? target.node : null;
  }

  #cancel(event: PointerEvent): void {
    this.#release(event.pointerId);
  }

  #release(pointer: number): void {
    this.#pointers.delete(pointer);
    this.#longPress.stop();
    const wasBusy = this.#press?.hasMoved === true || this.#pointers.size > 0;
    this.#press = null;
    this.#host.root.style.cursor = '';
    if (wasBusy) this.#host.rest();
  }

  #click({ target, start }: Press, event: PointerEvent): void {
    const { handlers } = this.#host;
    const isSecond = this.#taps.isSecond(idOf(target), start, event.timeStamp);
    if (isSecond && target && 'node' in target) return handlers.onExpand(target.node);
    handlers.onSelect(target, { isAdditive: event.shiftKey || event.ctrlKey || event.metaKey });
  }

  #wheel(event: WheelEvent): void {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    const speed = event.ctrlKey ? 0.01 : 0.0018;
    const factor = Math.exp(-Math.max(-240, Math.min(240, event.deltaY * lines)) * speed);
    const { camera, frame, travel } = this.#host;
    travel(zoomedAt(camera(), frame(), this.#pointOf(event), factor));
  }

  #menu(event: MouseEvent): void {
    event.preventDefault();
    // A long press of a finger also ends in this event, after its own timer has told of it.
    if (this.#pointers.size > 0 || this.#longPress.hasJustRung(event.timeStamp)) return;
    const at = this.#pointOf(event);
    this.#host.handlers.onMenu(this.#host.targetAt(at, REACH.mouse), at);
  }

  #hover(target: Target | null): void {
    const id = idOf(target);
    if (this.#press || id === this.#hovered) return;
    this.#hovered = id;
    this.#host.root.style.cursor = id === null ? '' : 'pointer';
    this.#host.handlers.onHover(id);
  }

  destroy(): void {
    this.#longPress.stop();
    this.#listening.abort();
  }
}

function reachOf(event: PointerEvent): Reach {
  return event.pointerType === 'touch' ? REACH.touch : REACH.mouse;
}

function idOf(target: Target | null): string | null {
  if (!target) return null;
  return 'node' in target ? target.node : target.line;
}

import type { Frame } from '../model';

export const FONT = "'Source Sans 3', 'Source Sans Pro', system-ui, sans-serif";

/** A 2D canvas over the whole stage whose units are CSS pixels, crisp at any pixel ratio. */
export class Canvas {
  readonly element = document.createElement('canvas');
  readonly #context: CanvasRenderingContext2D;
  #frame: Frame = { width: 0, height: 0 };
  #ratio = 1;
  #deviceRatio = 0;

  constructor() {
    const context = this.element.getContext('2d');
    if (!context) throw new Error('The stage needs a 2D canvas.');
    this.#context = context;
    Object.assign(this.element.style, { position: 'absolute', left: '0', top: '0', pointerEvents: 'none' });
  }

  resize(frame: Frame): void {
    const device = window.devicePixelRatio || 1;
    const { width, height } = this.#frame;
    if (frame.width === width && frame.height === height && device === this.#deviceRatio) return;
    this.#frame = frame;
    this.#deviceRatio = device;
    const ratio = device * this.#scale();
    this.#ratio = ratio;
    this.element.width = Math.round(frame.width * ratio);
    this.element.height = Math.round(frame.height * ratio);
    this.element.style.width = `${frame.width}px`;
    this.element.style.height = `${frame.height}px`;
  }

  /** How much larger the page shows the stage than it is. */
  #scale(): number {
    const stage = this.element.parentElement;
    return stage && stage.offsetWidth > 0 ? stage.getBoundingClientRect().width / stage.offsetWidth : 1;
  }

  /** An empty context in CSS pixels. */
  begin(): CanvasRenderingContext2D {
    const context = this.#context;
    context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    context.clearRect(0, 0, this.#frame.width, this.#frame.height);
    context.globalAlpha = 1;
    context.lineJoin = 'round';
    context.textAlign = 'left';
    return context;
  }

  /** To the middle of the nearest device pixel, so that a hairline is one pixel. */
  snap(value: number): number {
    return (Math.round(value * this.#ratio - 0.5) + 0.5) / this.#ratio;
  }

  get hairline(): number {
    return 1 / this.#ratio;
  }
}

import { THEMES, type Point } from '../scene';
import { createStage, type Stage, type StageHandlers } from './index';

export type Heard = { readonly what: keyof StageHandlers; readonly with: readonly unknown[] };

/** A stage of 800 by 600 on the page, and what it told its handlers. */
export function openStage(): { stage: Stage; container: HTMLElement; root: HTMLElement; heard: Heard[] } {
  const container = document.createElement('div');
  Object.assign(container.style, { position: 'fixed', left: '0', top: '0', width: '800px', height: '600px' });
  container.style.background = THEMES.light.paper;
  document.body.replaceChildren(container);
  const heard: Heard[] = [];
  const hear =
    (what: keyof StageHandlers) =>
    (...rest: unknown[]): void => {
      heard.push({ what, with: rest });
    };
  const stage = createStage(container, THEMES.light, {
    onHover: hear('onHover'),
    onSelect: hear('onSelect'),
    onExpand: hear('onExpand'),
    onMenu: hear('onMenu'),
    onPin: hear('onPin'),
    onCamera: hear('onCamera'),
  });
  const root = container.firstElementChild;
  if (!(root instanceof HTMLElement)) throw new Error('The stage has no element.');
  // Synthetic pointers cannot be captured.
  root.setPointerCapture = () => {};
  return { stage, container, root, heard };
}

/** Resolves in the next frame, after the redraw that was asked for before. */
export function frame(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => done()));
}

/** Resolves between two frames, so that what is changed next is drawn in the next one. */
export async function frames(count = 3): Promise<void> {
  for (let left = count; left > 0; left -= 1) await frame();
  await new Promise((done) => setTimeout(done));
}

export function point(root: HTMLElement, type: string, at: Point, more: PointerEventInit = {}): void {
  const where = { clientX: at.x, clientY: at.y, bubbles: true, cancelable: true };
  root.dispatchEvent(new PointerEvent(type, { pointerId: 1, pointerType: 'mouse', ...where, ...more }));
}

export function click(root: HTMLElement, at: Point, more: PointerEventInit = {}): void {
  point(root, 'pointerdown', at, more);
  point(root, 'pointerup', at, more);
}

/** Colour of one CSS pixel of a WebGL canvas, read in the frame that draws it. */
export function pixelOf(canvas: HTMLCanvasElement, at: Point): number[] {
  const gl = canvas.getContext('webgl2');
  if (!gl || gl.isContextLost()) throw new Error('No WebGL 2.');
  const ratio = canvas.width / canvas.clientWidth;
  const pixel = new Uint8Array(4);
  gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  gl.readPixels(
    Math.floor(at.x * ratio),
    canvas.height - 1 - Math.floor(at.y * ratio),
    1,
    1,
    gl.RGBA,
    gl.UNSIGNED_BYTE,
    pixel,
  );
  return [...pixel];
}

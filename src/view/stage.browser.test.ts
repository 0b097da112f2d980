import { afterEach, describe, expect, test, vi } from 'vitest';
import Sigma from 'sigma';
import type { Scene } from '../model';
import { THEMES, type Point } from '../scene';
import type { Stage } from './index';
import { click, frame, frames, openStage, pixelOf, point } from './stage-fixture';
import { testLine, testNode, testScene, timelineScene } from './test-scene';

const A = { x: 200, y: 300 };
const B = { x: 600, y: 300 };
const SCENE = testScene(
  [
    testNode('a', A.x, A.y, { radius: 10 }),
    testNode('b', B.x, B.y, { radius: 10, kind: 'theorem' }),
    testNode('c', 400, 100, { radius: 10 }),
  ],
  [testLine('a', 'b', { width: 2 }), testLine('b', 'a', { width: 2 })],
);

let open: Stage | null = null;
afterEach(() => {
  open?.destroy();
  open = null;
  vi.restoreAllMocks();
});

async function shown(scene: Scene = SCENE) {
  const stand = openStage();
  open = stand.stage;
  stand.stage.draw(scene, { isAnimated: false });
  await frames();
  return stand;
}

function canvas(container: HTMLElement, name: 'nodes' | 'edges'): HTMLCanvasElement {
  const found = container.querySelector(`.sigma-${name}`);
  if (!(found instanceof HTMLCanvasElement)) throw new Error(`No ${name} canvas.`);
  return found;
}

/** A pixel right after a redraw: the drawing buffer is empty later. */
async function redrawnPixel(stage: Stage, element: HTMLCanvasElement, at: Point): Promise<number[]> {
  await frames(1);
  stage.setTheme(THEMES.light);
  await frame();
  return pixelOf(element, at);
}

describe('what a person does', () => {
  test('a click hits the node, the line or the ground under it', async () => {
    const { root, heard } = await shown();
    click(root, { x: 203, y: 304 });
    click(root, { x: 400, y: 302 }, { shiftKey: true });
    click(root, { x: 400, y: 297 });
    click(root, { x: 50, y: 50 });
    expect(heard).toEqual([
      { what: 'onSelect', with: [{ node: 'a' }, { isAdditive: false }] },
      { what: 'onSelect', with: [{ line: 'a>b' }, { isAdditive: true }] },
      { what: 'onSelect', with: [{ line: 'b>a' }, { isAdditive: false }] },
      { what: 'onSelect', with: [null, { isAdditive: false }] },
    ]);
  });

  test('a line that is held back is drawn, and can be clicked, while its node is selected', async () => {
    const held = testLine('a', 'b', { width: 3, isHeldBack: true });
    const { root, stage, container, heard } = await shown(testScene(SCENE.nodes, [held, testLine('a', 'c')]));
    const middle = { x: 400, y: 300 };
    const lines = canvas(container, 'edges');
    expect((await redrawnPixel(stage, lines, middle))[3]).toBe(0);
    click(root, middle);
    stage.mark({ selected: new Set(['b']), hovered: null });
    expect((await redrawnPixel(stage, lines, middle))[3]).toBeGreaterThan(100);
    click(root, middle);
    expect(heard.map(({ with: [target] }) => target)).toEqual([null, { line: 'a>b' }]);
    stage.mark({ selected: new Set(), hovered: null });
    expect((await redrawnPixel(stage, lines, middle))[3]).toBe(0);
  });

  test('a double click expands and does not zoom', async () => {
    const { root, heard } = await shown();
    click(root, A);
    click(root, A);
    expect(heard.map(({ what }) => what)).toEqual(['onSelect', 'onExpand']);
  });

  test('dragging a node moves it live and pins it where it was dropped', async () => {
    const { root, heard, stage, container } = await shown();
    point(root, 'pointerdown', A);
    point(root, 'pointermove', { x: 210, y: 320 });
    point(root, 'pointermove', { x: 260, y: 400 });
    const marks = canvas(container, 'nodes');
    expect((await redrawnPixel(stage, marks, { x: 260, y: 400 }))[3]).toBe(255);
    expect((await redrawnPixel(stage, marks, A))[3]).toBe(0);
    point(root, 'pointerup', { x: 260, y: 400 });
    expect(heard).toEqual([{ what: 'onPin', with: ['a', { x: 260, y: 400 }] }]);
  });

  test('a tremble under four pixels is a click', async () => {
    const { root, heard } = await shown();
    point(root, 'pointerdown', A);
    point(root, 'pointermove', { x: A.x + 2, y: A.y + 2 });
    point(root, 'pointerup', { x: A.x + 2, y: A.y + 2 });
    expect(heard.map(({ what }) => what)).toEqual(['onSelect']);
  });

  test('dragging the ground pans and tells the camera once it has settled', async () => {
    const { root, heard } = await shown();
    point(root, 'pointerdown', { x: 100, y: 100 });
    point(root, 'pointermove', { x: 140, y: 130 });
    point(root, 'pointermove', { x: 180, y: 160 });
    point(root, 'pointerup', { x: 180, y: 160 });
    expect(heard).toEqual([]);
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    expect(heard[0]).toEqual({ what: 'onCamera', with: [{ x: 0.4, y: 0.4, zoom: 1 }] });
    click(root, { x: A.x + 80, y: A.y + 60 });
    expect(heard[1]?.with[0]).toEqual({ node: 'a' });
  });

  test('the wheel zooms at the pointer, within limits', async () => {
    const { root, heard } = await shown();
    for (let turn = 0; turn < 30; turn += 1) {
      root.dispatchEvent(
        new WheelEvent('wheel', { deltaY: -240, clientX: A.x, clientY: A.y, cancelable: true }),
      );
    }
    await vi.waitFor(() => expect(heard.at(-1)?.with[0]).toMatchObject({ zoom: 20 }));
    click(root, A);
    expect(heard.at(-1)?.with[0]).toEqual({ node: 'a' });
  });

  test('two fingers zoom', async () => {
    const { root, heard } = await shown();
    const finger = { pointerType: 'touch' };
    point(root, 'pointerdown', { x: 300, y: 200 }, { ...finger, pointerId: 2 });
    point(root, 'pointerdown', { x: 500, y: 200 }, { ...finger, pointerId: 3 });
    point(root, 'pointermove', { x: 600, y: 200 }, { ...finger, pointerId: 3 });
    point(root, 'pointerup', { x: 300, y: 200 }, { ...finger, pointerId: 2 });
    point(root, 'pointerup', { x: 600, y: 200 }, { ...finger, pointerId: 3 });
    await vi.waitFor(() => expect(heard.at(-1)?.with[0]).toMatchObject({ zoom: 1.5 }));
    expect(heard.map(({ what }) => what)).toEqual(['onCamera']);
  });

  test('a right click and a long press open the menu', async () => {
    const { root, heard } = await shown();
    root.dispatchEvent(new MouseEvent('contextmenu', { clientX: B.x, clientY: B.y, cancelable: true }));
    point(root, 'pointerdown', A, { pointerType: 'touch' });
    await vi.waitFor(() => expect(heard).toHaveLength(2));
    point(root, 'pointerup', A, { pointerType: 'touch' });
    expect(heard).toEqual([
      { what: 'onMenu', with: [{ node: 'b' }, B] },
      { what: 'onMenu', with: [{ node: 'a' }, A] },
    ]);
  });

  test('the pointer over marks and lines is told once each', async () => {
    const { root, heard } = await shown();
    for (const x of [195, 200, 205, 300, 305]) point(root, 'pointermove', { x, y: 302 });
    point(root, 'pointermove', { x: 300, y: 500 });
    expect(heard.map(({ with: [id] }) => id)).toEqual(['a', 'a>b', null]);
  });
});

describe('what is drawn', () => {
  test('marks and lines stand where the Scene says', async () => {
    const { stage, container } = await shown();
    expect(stage.renderer).toBe('webgl');
    const marks = canvas(container, 'nodes');
    expect((await redrawnPixel(stage, marks, A))[3]).toBe(255);
    expect((await redrawnPixel(stage, marks, { x: A.x - 9, y: A.y }))[3]).toBe(255);
    expect((await redrawnPixel(stage, marks, { x: A.x - 13, y: A.y }))[3]).toBe(0);
    const lines = canvas(container, 'edges');
    expect((await redrawnPixel(stage, lines, { x: 400, y: 297 }))[3]).toBeGreaterThan(100);
    expect((await redrawnPixel(stage, lines, { x: 400, y: 302 }))[3]).toBeGreaterThan(100);
    expect((await redrawnPixel(stage, lines, { x: 400, y: 310 }))[3]).toBe(0);
  });

  test('hovering a node dims all but its neighbourhood', async () => {
    const { stage, container } = await shown();
    const marks = canvas(container, 'nodes');
    stage.mark({ selected: new Set(), hovered: 'a' });
    expect((await redrawnPixel(stage, marks, { x: 400, y: 100 }))[3]).toBeCloseTo(0.15 * 255, -1);
    expect((await redrawnPixel(stage, marks, B))[3]).toBe(255);
    stage.mark({ selected: new Set(), hovered: null });
    expect((await redrawnPixel(stage, marks, { x: 400, y: 100 }))[3]).toBe(255);
  });

  test('an animated Scene moves marks to their new places', async () => {
    const { stage, container } = await shown();
    const moved = testScene([testNode('a', 400, 500, { radius: 10 }), testNode('d', 100, 100)], []);
    stage.draw(moved, { isAnimated: true });
    await frame();
    const marks = canvas(container, 'nodes');
    expect(pixelOf(marks, { x: 400, y: 500 })[3]).toBe(0);
    await new Promise((done) => setTimeout(done, 450));
    expect((await redrawnPixel(stage, marks, { x: 400, y: 500 }))[3]).toBe(255);
    expect((await redrawnPixel(stage, marks, { x: 100, y: 100 }))[3]).toBe(255);
  });

  test('nothing is redrawn when nothing changes', async () => {
    const { stage } = await shown();
    await new Promise((done) => setTimeout(done, 300));
    await frames();
    const asked = vi.spyOn(window, 'requestAnimationFrame');
    stage.draw(SCENE, { isAnimated: true });
    await new Promise((done) => setTimeout(done, 100));
    expect(asked).not.toHaveBeenCalled();
  });

  test('a Scene in which no mark moves is drawn once, although it may be animated', async () => {
    const { stage } = await shown();
    await new Promise((done) => setTimeout(done, 300));
    await frames();
    const asked = vi.spyOn(window, 'requestAnimationFrame');
    stage.draw({ ...SCENE, nodes: SCENE.nodes.slice(0, 2) }, { isAnimated: true });
    await new Promise((done) => setTimeout(done, 100));
    expect(asked).toHaveBeenCalledTimes(1);
  });

  test('the same nodes and lines from another camera are not handed to the GPU again', async () => {
    const { stage, root, heard } = await shown();
    const handed = vi.spyOn(Sigma.prototype, 'setGraph');
    stage.draw({ ...SCENE, camera: { x: 0.25, y: 0.5, zoom: 2 } }, { isAnimated: false });
    await frames();
    click(root, { x: 400, y: 300 });
    expect(heard).toEqual([{ what: 'onSelect', with: [{ node: 'a' }, { isAdditive: false }] }]);
    expect(handed).not.toHaveBeenCalled();
    stage.draw({ ...SCENE, nodes: [...SCENE.nodes] }, { isAnimated: false });
    expect(handed).toHaveBeenCalledTimes(1);
  });

  test('axes and labels are left alone where only colours change, and drawn again in another theme', async () => {
    const scene = timelineScene(800, 600);
    const { stage } = await shown(scene);
    await new Promise((done) => setTimeout(done, 300));
    const clear = vi.spyOn(CanvasRenderingContext2D.prototype, 'clearRect');
    const cleared = () =>
      clear.mock.contexts.filter(
        (context) =>
          context instanceof CanvasRenderingContext2D && !context.canvas.className.startsWith('sigma-'),
      );
    const nodes = scene.nodes.map((node) => ({ ...node, fill: 'c7' as const }));
    stage.draw({ ...scene, nodes }, { isAnimated: true });
    await frames();
    expect(cleared()).toEqual([]);
    stage.setTheme(THEMES.dark);
    await frames();
    expect(cleared()).toHaveLength(3);
  });
});

describe('WebGL', () => {
  test('makes no errors', async () => {
    const { stage, container } = await shown(timelineScene(800, 600));
    await redrawnPixel(stage, canvas(container, 'nodes'), A);
    const errors = (['nodes', 'edges'] as const).map((name) =>
      canvas(container, name).getContext('webgl2')?.getError(),
    );
    expect(errors).toEqual([0, 0]);
  });

  test('a lost context is redrawn when it comes back', async () => {
    const { stage, container } = await shown();
    const lost = canvas(container, 'nodes');
    const handle = lost.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    handle?.loseContext();
    await new Promise((done) => setTimeout(done, 50));
    handle?.restoreContext();
    await vi.waitFor(() => expect(canvas(container, 'nodes')).not.toBe(lost));
    expect(stage.renderer).toBe('webgl');
    expect((await redrawnPixel(stage, canvas(container, 'nodes'), A))[3]).toBe(255);
  });

  test('a context that stays lost leaves the stage to SVG', async () => {
    const { stage, container } = await shown();
    canvas(container, 'edges').getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
    await vi.waitFor(() => expect(stage.renderer).toBe('svg'), { timeout: 5000 });
    await frames();
    expect(container.querySelectorAll('[data-mark]')).toHaveLength(3);
  });

  test('destroy empties the container and gives the contexts back', async () => {
    const { stage, container } = await shown();
    const contexts = (['nodes', 'edges'] as const).map((name) =>
      canvas(container, name).getContext('webgl2'),
    );
    stage.destroy();
    expect(container.childElementCount).toBe(0);
    expect(contexts.map((gl) => gl?.isContextLost())).toEqual([true, true]);
  });
});

describe('without WebGL', () => {
  function withoutWebgl(): void {
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  }

  test('the SVG stage draws as many marks, lines and labels', async () => {
    withoutWebgl();
    const scene = timelineScene(800, 600);
    const { stage, container } = await shown(scene);
    expect(stage.renderer).toBe('svg');
    const count = (what: string): number => container.querySelectorAll(what).length;
    expect([count('[data-mark]'), count('[data-line]'), count('[data-label]')]).toEqual([
      scene.nodes.length,
      scene.lines.length,
      scene.labels.length,
    ]);
    expect(container.querySelector('svg')?.getAttribute('role')).toBe('img');
  });

  test('the SVG stage has the same gestures', async () => {
    withoutWebgl();
    const { root, heard, container } = await shown();
    point(root, 'pointerdown', { x: 100, y: 100 });
    point(root, 'pointermove', { x: 180, y: 160 });
    point(root, 'pointerup', { x: 180, y: 160 });
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    await frames();
    expect(container.querySelector('[data-mark]')?.getAttribute('transform')).toBe('translate(280 360)');
  });
});

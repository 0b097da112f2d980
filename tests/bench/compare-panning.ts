import { HOME_CAMERA, type Scene } from '../../src/model';
import { THEMES } from '../../src/scene';
import { thinned } from '../../src/scene/thinning';
import { createStage, measureRedraws } from '../../src/view';
import { makeContainer, openBareSigma } from './bare-sigma';

const FRAME = { width: 1200, height: 800 };

export interface Redraws {
  readonly panning: number;
  /** In full, as after a pan. */
  readonly atRest: number;
}

/** Runs on the page: median milliseconds of a redraw while panning, of all lines by bare sigma. */
export function bareRedraw(nodes: number, lines: number): Promise<number> {
  return measureBare(makeScene(nodes, lines));
}

/** Runs on the page: median milliseconds of our redraws, with as many lines held back as a Scene holds back. */
export function ourRedraws(nodes: number, lines: number): Promise<Redraws> {
  const scene = makeScene(nodes, lines);
  return measureOurs({ ...scene, lines: thinned(scene.lines, () => false).lines });
}

function makeScene(count: number, lineCount: number): Scene {
  let state = 7;
  const random = () => (state = (Math.imul(1664525, state) + 1013904223) >>> 0) / 4294967296;
  const nodes = Array.from({ length: count }, (_, index) => ({
    id: `n${index}`,
    kind: 'paper' as const,
    x: 20 + random() * (FRAME.width - 40),
    y: 20 + random() * (FRAME.height - 60),
    radius: count > 1000 ? 2.5 : 5,
    fill: 'c0' as const,
    trust: 'none' as const,
    isFocus: index === 0,
    isPinned: false,
    hops: 1,
    hiddenNeighbours: 0,
    label: `Paper ${index}`,
    weight: count - index,
    title: `Paper ${index}`,
    date: null,
  }));
  const pairs = new Set<string>();
  while (pairs.size < lineCount) {
    const [a, b] = [Math.floor(random() * count), Math.floor(random() * count)];
    if (a !== b) pairs.add(`${a} ${b}`);
  }
  const made = [...pairs].map((pair) => {
    const [a, b] = pair.split(' ');
    return {
      id: `n${a} → n${b}`,
      from: `n${a}`,
      to: `n${b}`,
      kind: 'cites' as const,
      style: 'solid' as const,
      colour: 'line' as const,
      width: 1,
      evidence: 1,
    };
  });
  const bounds = { left: 0, top: 0, right: FRAME.width, bottom: FRAME.height };
  return {
    frame: FRAME,
    camera: HOME_CAMERA,
    nodes,
    lines: made,
    labels: [],
    legend: [],
    axes: [],
    caption: [],
    bounds,
  };
}

async function measureBare(scene: Scene): Promise<number> {
  const { sigma, container } = await openBareSigma(scene);
  const camera = sigma.getCamera();
  const time = await measureRedraws(
    container,
    (turn) => camera.setState({ x: 0.5 + 0.002 * (turn % 20) }),
    turnsFor(scene),
  );
  sigma.kill();
  container.remove();
  return time;
}

/** Large ones take seconds a redraw without a GPU. */
function turnsFor({ nodes }: Scene): number {
  return nodes.length > 1000 ? 4 : 40;
}

/** A person's wheel on the stage, in and out by a little: the same drawing as while dragging. */
async function measureOurs(scene: Scene): Promise<Redraws> {
  const container = makeContainer(FRAME);
  const none = () => undefined;
  const stage = createStage(container, THEMES.light, {
    onHover: none,
    onSelect: none,
    onExpand: none,
    onMenu: none,
    onPin: none,
    onCamera: none,
  });
  stage.draw(scene, { isAnimated: false });
  await new Promise((resolve) => setTimeout(resolve, 500));
  const panning = await measureRedraws(
    container,
    (turn) => {
      const at = {
        clientX: 600,
        clientY: 400,
        deltaY: turn % 2 === 0 ? 8 : -8,
        bubbles: true,
        cancelable: true,
      };
      container.firstElementChild?.dispatchEvent(new WheelEvent('wheel', at));
    },
    turnsFor(scene),
  );
  await new Promise((resolve) => setTimeout(resolve, 500));
  const atRest = await measureRedraws(container, () => stage.setTheme(THEMES.light), turnsFor(scene));
  stage.destroy();
  container.remove();
  return { panning, atRest };
}

import type { Scene, SceneAxis } from '../model';
import { drawAxes, measure, Occupied, markOf, toScreen, type Box, type Point } from '../scene';
import { cleaned } from './words';

/** A word of an axis in CSS pixels of the frame: left end or middle of its baseline. */
export interface AxisWords {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly isCentred: boolean;
  /** Below the picture; the others stand among marks and lines. */
  readonly isFoot: boolean;
  readonly box: Box;
}

export const AXIS_SIZE = 11.5;
const [ABOVE, BELOW] = [0.78 * AXIS_SIZE, 0.24 * AXIS_SIZE];
/** Of rings: where round the circle a name may stand, in degrees from its top. */
const DIRECTIONS = [0, 15, -15, 30, -30, 45, -45, 60, -60, 90, -90, 180, 150, -150];

/**
 * The words of the axes. Those of lanes and rings, which stand among the marks, move along their line to where they
 * cover no mark and nothing of `others`; where there is no such place they are left out.
 */
export function axisWords(scene: Scene, others: readonly Box[]): AxisWords[] {
  const { axes, camera, frame } = scene;
  const taken = new Occupied();
  for (const node of scene.nodes) {
    const { at, radius } = markOf(node, camera, frame);
    taken.add({ left: at.x - radius, top: at.y - radius, right: at.x + radius, bottom: at.y + radius });
  }
  for (const box of others) taken.add(box);
  const foot = drawAxes(axes, camera, frame)
    .texts.filter(({ isFoot }) => isFoot)
    .map(({ text, x, y }) => ({ ...wordsAt(text, { x, y }, true), isFoot: true }));
  const free = axes
    .flatMap((axis) => names(axis, scene))
    .flatMap((places) => {
      const found = places.find(({ box }) => isInside(box, scene) && !taken.hits(box));
      if (found) taken.add(found.box);
      return found ? [found] : [];
    });
  return [...foot, ...free].filter(({ text }) => text !== '');
}

function wordsAt(words: string, { x, y }: Point, isCentred: boolean): AxisWords {
  const text = cleaned(words);
  const width = measure(text, AXIS_SIZE, false);
  const left = isCentred ? x - width / 2 : x;
  return {
    text,
    x,
    y,
    isCentred,
    isFoot: false,
    box: { left, top: y - ABOVE, right: left + width, bottom: y + BELOW },
  };
}

function isInside({ left, top, right, bottom }: Box, { frame }: Scene): boolean {
  return left >= 0 && top >= 0 && right <= frame.width && bottom <= frame.height;
}

/** For each name of a lane or a ring the places where it may stand, the best first. */
function names(axis: SceneAxis, scene: Scene): AxisWords[][] {
  if (axis.kind === 'time') return [];
  return axis.ticks
    .filter(({ label }) => label !== '')
    .map(({ at, label }) =>
      axis.kind === 'lane' ? alongLane(label, at, scene) : roundRing(label, at, axis, scene),
    );
}

function alongLane(label: string, at: number, { camera, frame }: Scene): AxisWords[] {
  const { y } = toScreen({ x: 0, y: at }, camera, frame);
  const starts = Array.from({ length: Math.ceil(frame.width / 20) }, (_, step) => 10 + step * 20);
  return [y - 5, y + 5 + ABOVE].flatMap((baseline) =>
    starts.map((x) => wordsAt(label, { x, y: baseline }, false)),
  );
}

function roundRing(label: string, at: number, { centre }: SceneAxis, { camera, frame }: Scene): AxisWords[] {
  const middle = toScreen(centre ?? { x: frame.width / 2, y: frame.height / 2 }, camera, frame);
  const radius = at * camera.zoom;
  return DIRECTIONS.map((degrees) => {
    const angle = (degrees * Math.PI) / 180;
    const side = { x: Math.sin(angle), y: -Math.cos(angle) };
    const away =
      4 + (side.y > 0 ? ABOVE * side.y : 0) + (Math.abs(side.x) * measure(label, AXIS_SIZE, false)) / 2;
    return wordsAt(
      label,
      { x: middle.x + side.x * (radius + away), y: middle.y + side.y * (radius + away) },
      true,
    );
  });
}

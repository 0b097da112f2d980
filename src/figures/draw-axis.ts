import type { Frame, Scene } from '../model';
import { drawAxes, wayThrough, type AxisDrawing, type Box, type DrawnPart, type Segment } from '../scene';
import { AXIS_SIZE, axisWords, type AxisWords } from './axis-words';
import { clipped } from './clip';
import { partOnto, pointOnto, type Onto } from './onto-sheet';
import type { Part } from './sheet';

const MINOR = 0.55;
/** A circle that leaves the frame is drawn through so many points. */
const CIRCLE_STEPS = 180;

const ORIGIN = { x: 0, y: 0 };

/** Hairlines and circles below everything, and the words of the axes, clear of marks and of what else is written. */
export function drawAxis(scene: Scene, onto: Onto, others: readonly Box[]): { below: Part[]; words: Part[] } {
  const { axes, camera, frame } = scene;
  const drawing = drawAxes(axes, camera, frame);
  const hairlines = drawing.hairlines.map(({ x1, y1, x2, y2, isMajor }) => {
    const way: DrawnPart = { shape: wayThrough([[x1, y1], [x2, y2]], false), stroke: 'faint', width: 0.8 }; // prettier-ignore
    return partOnto(onto, ORIGIN, way, isMajor ? 1 : MINOR);
  });
  const circles = drawing.circles.flatMap((circle) => circleParts(circle, frame));
  return {
    below: [...hairlines, ...circles.map((part) => partOnto(onto, ORIGIN, part))],
    words: axisWords(scene, others).map((words) => wordsPart(words, onto)),
  };
}

function circleParts({ x, y, radius }: AxisDrawing['circles'][number], frame: Frame): DrawnPart[] {
  const isInside =
    x - radius >= 0 && y - radius >= 0 && x + radius <= frame.width && y + radius <= frame.height;
  const ink = { stroke: 'faint', width: 0.8 } as const;
  if (isInside) return [{ shape: { kind: 'circle', x, y, radius }, ...ink }];
  const points = Array.from({ length: CIRCLE_STEPS + 1 }, (_, step) => {
    const angle = (2 * Math.PI * step) / CIRCLE_STEPS;
    return { x: x + Math.cos(angle) * radius, y: y + Math.sin(angle) * radius };
  });
  const segments = points.slice(1).flatMap((to, step): Segment[] => {
    const way = clipped(points[step] ?? to, to, frame);
    return way ? [['M', way[0].x, way[0].y], ['L', way[1].x, way[1].y]] : []; // prettier-ignore
  });
  return segments.length === 0 ? [] : [{ shape: { kind: 'path', segments }, ...ink }];
}

function wordsPart({ text, x, y, isCentred }: AxisWords, onto: Onto): Part {
  return {
    kind: 'words',
    text,
    ...pointOnto(onto, { x, y }),
    size: AXIS_SIZE * onto.scale,
    isStrong: false,
    colour: onto.colours.muted,
    anchor: isCentred ? 'middle' : 'start',
  };
}

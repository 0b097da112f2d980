import type { Frame, Scene } from '../model';
import { drawAxes, wayThrough, type AxisDrawing, type DrawnPart, type Segment } from '../scene';
import { AXIS_SIZE, type AxisWords } from './axis-words';
import { clipped } from './clip';
import { plate } from './draw-words';
import { partOnto, pointOnto, type Onto } from './onto-sheet';
import type { Part } from './sheet';

const MINOR = 0.55;
/** A circle that leaves the frame is drawn through so many points. */
const CIRCLE_STEPS = 180;

const ORIGIN = { x: 0, y: 0 };
const HAIRLINE = { stroke: 'faint', width: 0.8 } as const;

/** Hairlines and circles, below everything. */
export function drawAxisLines({ axes, camera, frame }: Scene, onto: Onto): Part[] {
  const drawing = drawAxes(axes, camera, frame);
  const hairlines = drawing.hairlines.map(({ x1, y1, x2, y2, isMajor }) => {
    const shape = wayThrough(
      [
        [x1, y1],
        [x2, y2],
      ],
      false,
    );
    return partOnto(onto, ORIGIN, { shape, ...HAIRLINE }, isMajor ? 1 : MINOR);
  });
  const circles = drawing.circles.flatMap((circle) => circleParts(circle, frame));
  return [...hairlines, ...circles.map((part) => partOnto(onto, ORIGIN, part))];
}

/** The words of the axes; those that stand among lines on plates of the page's colour. */
export function drawAxisWords(words: readonly AxisWords[], onto: Onto, hasPlates: boolean): Part[] {
  const among = hasPlates ? words.filter(({ isFoot }) => !isFoot) : [];
  return [...among.map((one) => plate(one, onto)), ...words.map((one) => wordsPart(one, onto))];
}

function circleParts({ x, y, radius }: AxisDrawing['circles'][number], frame: Frame): DrawnPart[] {
  const isInside =
    x - radius >= 0 && y - radius >= 0 && x + radius <= frame.width && y + radius <= frame.height;
  if (isInside) return [{ shape: { kind: 'circle', x, y, radius }, ...HAIRLINE }];
  const points = Array.from({ length: CIRCLE_STEPS + 1 }, (_, step) => {
    const angle = (2 * Math.PI * step) / CIRCLE_STEPS;
    return { x: x + Math.cos(angle) * radius, y: y + Math.sin(angle) * radius };
  });
  const segments = points.slice(1).flatMap((to, step): Segment[] => {
    const way = clipped(points[step] ?? to, to, frame);
    return way
      ? [
          ['M', way[0].x, way[0].y],
          ['L', way[1].x, way[1].y],
        ]
      : [];
  });
  return segments.length === 0 ? [] : [{ shape: { kind: 'path', segments }, ...HAIRLINE }];
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

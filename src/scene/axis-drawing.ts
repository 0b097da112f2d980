import type { Camera, Frame, SceneAxis } from '../model';
import { toScreen } from './camera';

/** Axes in pixels of the screen. */
export interface AxisDrawing {
  readonly hairlines: readonly {
    readonly x1: number;
    readonly y1: number;
    readonly x2: number;
    readonly y2: number;
    readonly isMajor: boolean;
  }[];
  readonly circles: readonly { readonly x: number; readonly y: number; readonly radius: number }[];
  /** Left end or middle of the baseline; `isFoot`: belongs to the bottom edge, above the marks. */
  readonly texts: readonly {
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly isCentred: boolean;
    readonly isFoot: boolean;
  }[];
}

interface Draft {
  hairlines: AxisDrawing['hairlines'][number][];
  circles: AxisDrawing['circles'][number][];
  texts: AxisDrawing['texts'][number][];
}

const FOOT = 8;
const ROOM_A_LETTER = 6.6;
/** Between the lines of years that bear no label: closer ones would be a grey field. */
const ROOM_A_LINE = 14;

export function drawAxes(axes: readonly SceneAxis[], camera: Camera, frame: Frame): AxisDrawing {
  const draft: Draft = { hairlines: [], circles: [], texts: [] };
  for (const axis of axes) {
    if (axis.kind === 'time') drawTime(axis, camera, frame, draft);
    if (axis.kind === 'rings') drawRings(axis, camera, frame, draft);
    if (axis.kind === 'lane') drawLane(axis, camera, frame, draft);
  }
  return draft;
}

function drawTime(axis: SceneAxis, camera: Camera, frame: Frame, draft: Draft): void {
  let [free, last] = [-Infinity, -Infinity];
  for (const tick of axis.ticks) {
    const { x } = toScreen({ x: tick.at, y: 0 }, camera, frame);
    if (x < -40 || x > frame.width + 40) continue;
    const half = (tick.label.length * ROOM_A_LETTER) / 2;
    const isLabelled = tick.label !== '' && x - half >= free;
    if (!isLabelled && x - last < ROOM_A_LINE) continue;
    last = x;
    draft.hairlines.push({ x1: x, y1: 0, x2: x, y2: frame.height - FOOT - 15, isMajor: tick.isMajor });
    if (!isLabelled) continue;
    free = x + half + 8;
    draft.texts.push({ text: tick.label, x, y: frame.height - FOOT, isCentred: true, isFoot: true });
  }
}

function drawRings(axis: SceneAxis, camera: Camera, frame: Frame, draft: Draft): void {
  const centre = toScreen(axis.centre ?? { x: frame.width / 2, y: frame.height / 2 }, camera, frame);
  for (const tick of axis.ticks) {
    const radius = tick.at * camera.zoom;
    draft.circles.push({ ...centre, radius });
    if (!tick.label) continue;
    draft.texts.push({
      text: tick.label,
      x: centre.x,
      y: centre.y - radius - 4,
      isCentred: true,
      isFoot: false,
    });
  }
}

function drawLane(axis: SceneAxis, camera: Camera, frame: Frame, draft: Draft): void {
  for (const tick of axis.ticks) {
    const { y } = toScreen({ x: 0, y: tick.at }, camera, frame);
    draft.hairlines.push({ x1: 0, y1: y, x2: frame.width, y2: y, isMajor: tick.isMajor });
    draft.texts.push({ text: tick.label, x: 10, y: y - 5, isCentred: false, isFoot: false });
  }
}

import type { Camera, Frame } from '../model';
import { toStage, type Point } from '../scene';

const ZOOM_LIMITS = { least: 0.2, most: 20 };

export function panned(camera: Camera, frame: Frame, by: Point): Camera {
  return {
    x: camera.x - by.x / camera.zoom / frame.width,
    y: camera.y - by.y / camera.zoom / frame.height,
    zoom: camera.zoom,
  };
}

/** Zooms so that what lies under a point of the screen stays there. */
export function zoomedAt(camera: Camera, frame: Frame, at: Point, factor: number): Camera {
  const zoom = Math.max(ZOOM_LIMITS.least, Math.min(ZOOM_LIMITS.most, camera.zoom * factor));
  const under = toStage(at, camera, frame);
  return {
    x: (under.x - (at.x - frame.width / 2) / zoom) / frame.width,
    y: (under.y - (at.y - frame.height / 2) / zoom) / frame.height,
    zoom,
  };
}

/** Between two cameras; zoom by ratio, so that it feels even. */
export function between(from: Camera, to: Camera, progress: number): Camera {
  const mix = (a: number, b: number): number => a + (b - a) * progress;
  return { x: mix(from.x, to.x), y: mix(from.y, to.y), zoom: from.zoom * (to.zoom / from.zoom) ** progress };
}

export function isSameCamera(a: Camera, b: Camera): boolean {
  return a.x === b.x && a.y === b.y && a.zoom === b.zoom;
}

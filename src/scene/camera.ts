import type { Camera, Frame } from '../model';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** From stage coordinates (CSS pixels at the home camera) to the pixels that a camera shows them at. */
export function toScreen(point: Point, camera: Camera, frame: Frame): Point {
  return {
    x: (point.x - camera.x * frame.width) * camera.zoom + frame.width / 2,
    y: (point.y - camera.y * frame.height) * camera.zoom + frame.height / 2,
  };
}

export function toStage(point: Point, camera: Camera, frame: Frame): Point {
  return {
    x: (point.x - frame.width / 2) / camera.zoom + camera.x * frame.width,
    y: (point.y - frame.height / 2) / camera.zoom + camera.y * frame.height,
  };
}

/** Marks grow with the square root of the zoom, so that zooming in makes room. */
export function radiusAt(radius: number, camera: Camera): number {
  return radius * Math.sqrt(camera.zoom);
}

import type { Camera, Frame } from '../model';
import type { Point } from '../scene';

/** While a camera only pans, what was written is shifted as a whole. */
export class Shifting {
  #at: Camera | null = null;

  remember(camera: Camera): void {
    this.#at = camera;
  }

  forget(): void {
    this.#at = null;
  }

  /** How far what was written has to move, or null when it has to be written again. */
  by(camera: Camera, frame: Frame): Point | null {
    if (this.#at?.zoom !== camera.zoom) return null;
    return {
      x: (this.#at.x - camera.x) * frame.width * camera.zoom,
      y: (this.#at.y - camera.y) * frame.height * camera.zoom,
    };
  }
}

import { HOME_CAMERA, type Camera } from '../model';
import { between, isSameCamera } from './camera-moves';
import { Transition } from './transition';

/** The camera: still, led by a hand, or in flight to another place. */
export class Travelling {
  readonly #flight = new Transition();
  #from = HOME_CAMERA;
  #to: Camera | null = null;
  #camera = HOME_CAMERA;
  isLed = false;

  get camera(): Camera {
    return this.#camera;
  }

  get isMoving(): boolean {
    return this.isLed || this.#to !== null;
  }

  lead(camera: Camera): void {
    this.#to = null;
    this.#camera = camera;
    this.isLed = true;
  }

  go(to: Camera, isAnimated: boolean): void {
    this.isLed = false;
    this.#from = this.#camera;
    this.#flight.start(isAnimated);
    this.#to = isSameCamera(to, this.#camera) || this.#flight.progress === 1 ? null : to;
    if (!this.#to) this.#camera = to;
  }

  /** Moves on in flight; true when this was the last step. */
  step(): boolean {
    if (!this.#to) return false;
    const { progress } = this.#flight;
    const to = this.#to;
    this.#camera = progress < 1 ? between(this.#from, to, progress) : to;
    if (progress < 1) return false;
    this.#to = null;
    return true;
  }
}

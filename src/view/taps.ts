import type { Point } from '../scene';

const DOUBLE = { within: 320, room: 8 };
const LONG_PRESS = 500;

/** Tells the second of two quick clicks on one thing. */
export class Taps {
  #last: { id: string | null; at: Point; when: number } | null = null;

  isSecond(id: string | null, at: Point, when: number): boolean {
    const last = this.#last;
    const isSecond =
      last !== null &&
      last.id === id &&
      when - last.when < DOUBLE.within &&
      Math.hypot(at.x - last.at.x, at.y - last.at.y) < DOUBLE.room;
    this.#last = isSecond ? null : { id, at, when };
    return isSecond;
  }
}

export class LongPress {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #rangAt = -Infinity;

  start(ring: () => void): void {
    this.stop();
    this.#timer = setTimeout(() => {
      this.#rangAt = performance.now();
      ring();
    }, LONG_PRESS);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  hasJustRung(now: number): boolean {
    return now - this.#rangAt < 1000;
  }
}

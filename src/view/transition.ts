const DURATION = 350;

function prefersStillness(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** A stretch of time as a number from 0 to 1 that starts fast and ends gently; 1 when nothing runs. */
export class Transition {
  #startedAt = -Infinity;

  /** Still for a person who asked for no motion. */
  start(isAnimated: boolean): void {
    this.#startedAt = isAnimated && !prefersStillness() ? performance.now() : -Infinity;
  }

  get progress(): number {
    const share = Math.min(1, (performance.now() - this.#startedAt) / DURATION);
    return 1 - (1 - share) ** 3;
  }
}

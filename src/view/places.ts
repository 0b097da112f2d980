import type { Scene } from '../model';
import type { Point } from '../scene';

/** Where the marks of a Scene stand: on their way from somewhere, at their places, or where they were dragged. */
export class Places {
  readonly #homes: Map<string, Point>;
  readonly #origins: ReadonlyMap<string, Point>;
  hasDragged = false;

  constructor(scene: Scene, origins: ReadonlyMap<string, Point>) {
    this.#homes = new Map(scene.nodes.map(({ id, x, y }) => [id, { x, y }]));
    this.#origins = origins;
  }

  /** Whether any mark is on its way. */
  get isMove(): boolean {
    return [...this.#homes].some(([id, { x, y }]) => {
      const origin = this.#origins.get(id);
      return origin !== undefined && (origin.x !== x || origin.y !== y);
    });
  }

  of(id: string, progress = 1): Point | undefined {
    const home = this.#homes.get(id);
    const origin = this.#origins.get(id);
    if (!home || !origin || progress === 1) return home;
    return { x: origin.x + (home.x - origin.x) * progress, y: origin.y + (home.y - origin.y) * progress };
  }

  at(progress: number): ReadonlyMap<string, Point> {
    if (progress === 1) return this.#homes;
    return new Map([...this.#homes].map(([id, home]) => [id, this.of(id, progress) ?? home]));
  }

  drag(id: string, to: Point): void {
    if (!this.#homes.has(id)) return;
    this.#homes.set(id, to);
    this.hasDragged = true;
  }
}

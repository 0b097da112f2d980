import type { Camera, Scene, SceneLine } from '../model';
import { bendsOf, radiusAt, type Point } from '../scene';
import { collarOf, rimAt } from './mark-shape';

export type Target = { readonly node: string } | { readonly line: string };

/** Half a finger or a pointer tip, CSS pixels. */
export const REACH = { mouse: { node: 3, line: 4 }, touch: { node: 12, line: 9 } } as const;
export type Reach = (typeof REACH)[keyof typeof REACH];

interface Bent {
  readonly lines: readonly SceneLine[];
  readonly bends: Float32Array;
}

/** Finds marks and lines under a point by their geometry: the same for every painter, and no GPU has to answer. */
export class HitTest {
  readonly #scene: Scene;
  readonly #lines: readonly SceneLine[];
  readonly #bends: Float32Array;
  readonly #placeOf: (id: string) => Point | undefined;

  constructor(scene: Scene, placeOf: (id: string) => Point | undefined) {
    this.#scene = scene;
    this.#lines = scene.lines.filter(({ isHeldBack }) => !isHeldBack);
    this.#bends = bendsOf(this.#lines);
    this.#placeOf = placeOf;
  }

  /** `at` in stage coordinates. A mark goes before a line, of several the nearest; `fetched` lines go before the others. */
  at(at: Point, camera: Camera, reach: Reach, fetched: readonly SceneLine[] = []): Target | null {
    return (
      this.#nodeAt(at, camera, reach.node) ??
      this.#lineAt(at, camera, reach.line, { lines: fetched, bends: bendsOf(fetched) }) ??
      this.#lineAt(at, camera, reach.line, { lines: this.#lines, bends: this.#bends })
    );
  }

  #nodeAt(at: Point, camera: Camera, reach: number): Target | null {
    let best: string | null = null;
    let least = reach;
    for (const node of this.#scene.nodes) {
      const place = this.#placeOf(node.id);
      if (!place) continue;
      const dx = (at.x - place.x) * camera.zoom;
      const dy = (at.y - place.y) * camera.zoom;
      const distance = Math.hypot(dx, dy);
      const rim = rimAt(node.kind, radiusAt(node.radius, camera), dx / (distance || 1), dy / (distance || 1));
      const outside = distance === 0 ? -Infinity : distance - rim - collarOf(node);
      if (outside > least) continue;
      least = outside;
      best = node.id;
    }
    return best === null ? null : { node: best };
  }

  #lineAt(at: Point, camera: Camera, reach: number, { lines, bends }: Bent): Target | null {
    let best: string | null = null;
    let least = Infinity;
    lines.forEach((line, index) => {
      const from = this.#placeOf(line.from);
      const to = this.#placeOf(line.to);
      if (!from || !to) return;
      const distance = distanceTo(at, from, to, (bends[index] ?? 0) / camera.zoom) * camera.zoom;
      if (distance > Math.max(reach, line.width / 2 + 2) || distance >= least) return;
      least = distance;
      best = line.id;
    });
    return best === null ? null : { line: best };
  }
}

/** From a point to a segment that stands `bend` beside the straight way from one end to the other. */
function distanceTo(at: Point, from: Point, to: Point, bend: number): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy) || 1;
  const px = at.x - from.x - (dy / length) * bend;
  const py = at.y - from.y + (dx / length) * bend;
  const along = Math.max(0, Math.min(1, (px * dx + py * dy) / (length * length)));
  return Math.hypot(px - dx * along, py - dy * along);
}

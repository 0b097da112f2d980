import type { Camera, Frame, SceneNode } from '../../model';

export type Way = 'left' | 'right' | 'up' | 'down';

const WAYS: Readonly<Record<Way, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/**
 * The nearest node from here in a direction: within 60 degrees of it, where going astray counts double.
 * Null where none lies that way.
 */
export function nodeTowards(nodes: readonly SceneNode[], from: SceneNode, way: Way): SceneNode | null {
  const [dx, dy] = WAYS[way];
  let best: SceneNode | null = null;
  let least = Infinity;
  for (const node of nodes) {
    if (node.id === from.id) continue;
    const [x, y] = [node.x - from.x, node.y - from.y];
    const along = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (along <= 0 || aside > along * 1.75) continue;
    const cost = along + 2 * aside;
    if (cost < least) [best, least] = [node, cost];
  }
  return best;
}

const MARGIN = 40;

/** The camera moved just so far that the node is inside the frame. */
export function cameraOn(node: SceneNode, camera: Camera, { width, height }: Frame): Camera {
  const x = (node.x - camera.x * width) * camera.zoom + width / 2;
  const y = (node.y - camera.y * height) * camera.zoom + height / 2;
  const right = overshoot(x, width) / camera.zoom / width;
  const down = overshoot(y, height) / camera.zoom / height;
  return right === 0 && down === 0 ? camera : { ...camera, x: camera.x + right, y: camera.y + down };
}

function overshoot(at: number, size: number): number {
  if (at < MARGIN) return at - MARGIN;
  return at > size - MARGIN ? at - (size - MARGIN) : 0;
}

const [LEAST_ZOOM, MOST_ZOOM] = [0.25, 24];

export function zoomed(camera: Camera, factor: number): Camera {
  return { ...camera, zoom: Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, camera.zoom * factor)) };
}

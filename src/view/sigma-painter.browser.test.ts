import { expect, test } from 'vitest';
import { HOME_CAMERA } from '../model';
import { RING, THEMES, toScreen } from '../scene';
import { SigmaPainter } from './sigma-painter';
import { pixelOf } from './stage-fixture';
import { testNode, testScene } from './test-scene';

const CASES = [
  { width: 800, height: 600 },
  { width: 390, height: 844 },
  { width: 901, height: 333 },
].flatMap((frame) =>
  [
    { x: 0.5, y: 0.5, zoom: 1 },
    { x: 0.31, y: 0.72, zoom: 3.7 },
  ].map((camera) => ({ frame, camera })),
);

test.each(CASES)('sigma shows a node of $frame at the pixel of $camera', ({ frame, camera }) => {
  const root = document.createElement('div');
  Object.assign(root.style, { position: 'relative', width: `${frame.width}px`, height: `${frame.height}px` });
  document.body.replaceChildren(root);
  const painter = new SigmaPainter(root, THEMES.light, { onLost: () => {}, onRestored: () => {} });
  const at = { x: 123.25, y: 77.5 };
  painter.resize(frame);
  painter.show(testScene([testNode('a', at.x, at.y), testNode('b', 300, 300)], []), new Map());
  painter.paint({ camera, isMoving: false, progress: 1 });
  const shown = painter.sigma.graphToViewport({ x: at.x, y: -at.y });
  const expected = toScreen(at, camera, frame);
  const drawn = painter.sigma.getNodeDisplayData('a');
  painter.destroy();
  expect(shown.x).toBeCloseTo(expected.x, 2);
  expect(shown.y).toBeCloseTo(expected.y, 2);
  expect(drawn).toBeDefined();
});

test.each([
  [2_000, true],
  [2_001, false],
])('of %i marks the ring of one is drawn at rest, and while the camera moves: %s', (count, isDrawn) => {
  const root = document.createElement('div');
  Object.assign(root.style, { position: 'relative', width: '800px', height: '600px' });
  document.body.replaceChildren(root);
  const painter = new SigmaPainter(root, THEMES.light, { onLost: () => {}, onRestored: () => {} });
  const others = Array.from({ length: count - 1 }, (_, index) => testNode(`w${index}`, 700, 500));
  const nodes = [testNode('a', 400, 300, { radius: 12, trust: 'sound' }), ...others];
  painter.resize({ width: 800, height: 600 });
  painter.show(testScene(nodes, []), new Map());
  const marks = root.querySelector('.sigma-nodes') as HTMLCanvasElement;
  const inkAt = (x: number, isMoving: boolean) => {
    painter.paint({ camera: HOME_CAMERA, isMoving, progress: 1 });
    return pixelOf(marks, { x, y: 300 })[3];
  };
  const [disc, ring] = [400, 400 + 12 + RING.trust];
  const seen = [inkAt(disc, false), inkAt(ring, false), inkAt(disc, true), inkAt(ring, true)];
  painter.destroy();
  expect(seen[0]).toBe(255);
  expect(seen[1]).toBeGreaterThan(100);
  expect(seen[2]).toBe(255);
  expect(seen[3]).toBe(isDrawn ? seen[1] : 0);
});

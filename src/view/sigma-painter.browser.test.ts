import { expect, test } from 'vitest';
import { THEMES, toScreen } from '../scene';
import { SigmaPainter } from './sigma-painter';
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

import type { Page } from '@playwright/test';
import { citationList } from '../bench/citations';
import { sceneOf, viewOf } from './at-the-stage';
import { expect, test } from './corollary';

const [PAPERS, CITATIONS] = [5_100, 33_000];

test('of a large picture clusters are drawn until one zooms in, and a part of the lines; arranging it anew can be stopped @one-screen', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await page.goto('./?data=');
  await expect(page.locator('main')).toHaveAttribute('data-stage', 'empty');
  await page.evaluate(
    async (text) => {
      await window.corollary.open([new File([text], 'citations.csv')]);
    },
    citationList(PAPERS, CITATIONS),
  );
  await page.getByRole('radio', { name: '3', exact: true }).click();
  await page.getByRole('button', { name: 'Draw them' }).click({ timeout: 60_000 });
  await expect
    .poll(async () => (await sceneOf(page)).nodes.length, { timeout: 60_000 })
    .toBeGreaterThan(5_000);
  await expect(page.locator('main')).toHaveAttribute('data-stage', 'ready');
  const { focus } = await viewOf(page);
  const { lines, caption } = await sceneOf(page);
  expect(caption.join(' ')).toContain('33,000 citations. 1 in 2 lines shown.');
  expect(lines).toHaveLength(CITATIONS);
  const isHeldBack = (line: (typeof lines)[number]) => line.isHeldBack === true;
  expect(lines.filter(isHeldBack).length).toBeGreaterThan(10_000);
  expect(lines.filter(({ to }) => to === focus).filter(isHeldBack)).toEqual([]);

  const controls = page.getByRole('complementary', { name: 'Controls' });
  const far = await drawnOn(page);
  expect(far.words).toMatch(
    /^5,099 works in \d+ clusters, all lines between two as one; zoom in to see them$/,
  );
  await expect(page.locator('.caption')).toContainText(far.words);
  // Between clusters all are counted, and those of the focus are never held back.
  await expect(page.locator('.caption')).not.toContainText('lines shown');
  await expect(controls).not.toContainText('lines shown');
  expect(far.nodes).toContain(focus);
  expect(far.nodes.length).toBeLessThan(100);
  expect(far.lines).toBeLessThan(5_000);

  const inCluster = async () => (await drawnOn(page)).nodes.length < 100;
  const box = (await page.locator('main .canvas').boundingBox()) ?? { x: 0, y: 0 };
  await page.mouse.click(box.x + far.largest.x, box.y + far.largest.y);
  await expect.poll(inCluster).toBe(false);
  await expect(page.locator('.caption')).toContainText('1 in 2 lines shown');
  await expect(controls).toContainText('1 in 2 lines shown');
  const near = await drawnOn(page);
  expect(near.zoom).toBeGreaterThan(1);
  expect(near.nodes).toContain(focus);
  expect([near.nodes.length, new Set(near.nodes).size, near.words]).toEqual([5_100, 5_100, '']);
  await page.getByRole('button', { name: 'Fit' }).click();
  await expect.poll(inCluster).toBe(true);
  const clusters = controls.getByRole('button', { name: /cluster of works/ });
  await clusters.click();
  await expect.poll(inCluster).toBe(false);
  await clusters.click();
  await expect.poll(inCluster).toBe(true);

  const walk = page.getByRole('listbox', { name: 'Graph of 5100 nodes' });
  await walk.focus();
  await page.keyboard.press('ArrowRight');
  await expect(walk.getByRole('option')).toContainText('more works. Zoom in to see them.');
  await page.keyboard.press('Enter');
  await expect.poll(inCluster).toBe(false);
  await page.getByRole('button', { name: 'Fit' }).click();
  await expect.poll(inCluster).toBe(true);

  const before = (await sceneOf(page)).nodes.map(({ x, y }) => [x, y]);
  await page.getByRole('radio', { name: 'Force' }).click();
  const sign = page.getByRole('group', { name: 'Arranging' });
  // Without a GPU frames are slow: it would be done before the button were found to stand still.
  await sign.getByRole('button', { name: 'Cancel' }).click({ force: true });
  await expect(sign).toHaveCount(0);
  await expect(page.getByRole('radio', { name: 'Timeline' })).toBeChecked();
  expect((await sceneOf(page)).nodes.map(({ x, y }) => [x, y])).toEqual(before);
});

/** What is drawn at the camera; the whole Scene is large. */
function drawnOn(page: Page) {
  return page.evaluate(() => {
    const { gathered, nodes, camera } = window.corollary.scene();
    return {
      nodes: (gathered?.nodes ?? nodes).map(({ id }) => id),
      lines: gathered?.lines.length ?? Infinity,
      words: gathered?.words ?? '',
      largest: { x: gathered?.clusters[0]?.mark.x ?? 0, y: gathered?.clusters[0]?.mark.y ?? 0 },
      zoom: camera.zoom,
    };
  });
}

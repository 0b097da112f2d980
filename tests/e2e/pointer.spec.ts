import type { Page } from '@playwright/test';
import { colourAt, onPage, placeOf, sceneOf, viewOf, type Point } from './at-the-stage';
import { expect, test } from './corollary';

const SCORE = 'arXiv:2409.12917';
const REFLEXION = 'arXiv:2303.11366';
const META_LEARNING = 'arXiv:1912.03820';

test('the details of SCoRe say what is known, stated, checked and unidentified', async ({ page, open }) => {
  await open();
  const details = page.getByRole('complementary', { name: 'Details' });
  await expect(details).toContainText('43 known · Pith states 282');
  await expect(details).toContainText('Cited by 5 known');
  await expect(details).toContainText('0 known · Pith states 3');
  await expect(details).toContainText('Record sound: its number and hash follow from its content');
  for (const check of ['number', 'canonical hash', 'title', 'aliases']) {
    await expect(details).toContainText(`${check}: passes.`);
  }
  await expect(details).toContainText('signature: not checkable.');
  await expect(details).toContainText('Selfee: Iterative self-revising llm');
  await expect(details).toContainText('without any id');
  await expect(details).toContainText('A reconstruction, not the bundle that Pith serves');
  await expect(details.getByRole('link', { name: 'arXiv:2409.12917' })).toHaveAttribute(
    'href',
    /^https:\/\/arxiv\.org\/abs\/2409\.12917/,
  );
  await expect(details.getByRole('link', { name: /bundle\.json$/ })).toHaveAttribute(
    'href',
    'https://pith.science/pith/OQMAWUXNEGORB2TU7H6MP4SDXQ/bundle.json',
  );
  const text = (await details.textContent()) ?? '';
  expect(text).not.toMatch(/\d\s*%|signed by\b(?! anyone)|\bundefined\b|\bnull\b|NaN/);
});

test('hover, click, line, double click, menu, drag, wheel and fit', async ({ page, open }) => {
  await open();
  const { mouse } = page;
  const details = page.getByRole('complementary', { name: 'Details' });
  const heading = details.getByRole('heading', { level: 2 });

  // The colours of the legend are those of the marks, under reduced motion too.
  const far = await placeOf(page, META_LEARNING);
  const colour = await colourAt(page, far);
  expect(colour).toEqual([0x00, 0x72, 0xb2]);

  const reflexion = await placeOf(page, REFLEXION);
  await mouse.move(reflexion.x, reflexion.y);
  await expect.poll(() => colourAt(page, far)).not.toEqual(colour);
  await mouse.move(far.x - 60, far.y + 40);
  await expect.poll(() => colourAt(page, far)).toEqual(colour);

  await mouse.click(reflexion.x, reflexion.y);
  expect((await viewOf(page)).selection).toEqual([REFLEXION]);
  await expect(heading).toContainText('Reflexion');
  await page.keyboard.down('Shift');
  await mouse.click(far.x, far.y);
  await page.keyboard.up('Shift');
  expect((await viewOf(page)).selection).toEqual([REFLEXION, META_LEARNING]);
  await expect(details).toContainText('2 selected');

  const line = await lineBetween(page, SCORE, META_LEARNING);
  await mouse.click(line.x, line.y);
  expect((await viewOf(page)).selection).toEqual([`${SCORE} → ${META_LEARNING}`]);
  await expect(details).toContainText('reference list of arXiv:2409.12917v2');
  await expect(details).toContainText('M. Yin, G. Tucker, M. Zhou, S. Levine, and C. Finn.');
  await expect(details).toContainText('samples/score/score-citations.jsonl (collection)');

  await mouse.dblclick(reflexion.x, reflexion.y);
  await expect.poll(async () => (await viewOf(page)).expanded).toEqual([REFLEXION]);
  await expect.poll(async () => (await sceneOf(page)).nodes.length).toBe(49 + 24);
  await expect(page.getByRole('region', { name: 'Expanded' })).toContainText('Reflexion');
  const again = await placeOf(page, REFLEXION);
  await mouse.dblclick(again.x, again.y);
  await expect.poll(async () => (await sceneOf(page)).nodes.length).toBe(49);
  await expect(details.getByRole('button', { name: 'Expand (+24)' })).toBeVisible();

  const menu = page.getByRole('menu');
  await mouse.click(reflexion.x, reflexion.y, { button: 'right' });
  await expect(menu.getByRole('menuitem', { name: /^Expand/ })).toContainText('24 hidden');
  await expect(menu.getByRole('menuitem', { name: 'Open arXiv page' })).toHaveAttribute(
    'href',
    /^https:\/\/arxiv\.org\/abs\/2303\.11366/,
  );
  await menu.getByRole('menuitem', { name: /^Hide/ }).click();
  await expect.poll(async () => (await sceneOf(page)).nodes.length).toBe(48);
  await mouse.click(reflexion.x - 200, reflexion.y, { button: 'right' });
  await menu.getByRole('menuitem', { name: /^Show all hidden/ }).click();
  await expect.poll(async () => (await sceneOf(page)).nodes.length).toBe(49);
  await mouse.click(reflexion.x, reflexion.y, { button: 'right' });
  await menu.getByRole('menuitem', { name: /^Add as seed/ }).click();
  await expect.poll(async () => (await viewOf(page)).seeds).toEqual([REFLEXION]);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await viewOf(page)).seeds).toEqual([]);
  const second = await lineBetween(page, SCORE, META_LEARNING);
  await mouse.click(second.x, second.y, { button: 'right' });
  await menu.getByRole('menuitem', { name: 'Show evidence' }).click();
  await expect(details).toContainText('One piece of evidence');

  await drag(page, await placeOf(page, META_LEARNING), { x: 90, y: 210 });
  await expect.poll(async () => Object.keys((await viewOf(page)).pins)).toEqual([META_LEARNING]);
  const offTarget = async () => {
    const { x, y } = await placeOf(page, META_LEARNING);
    return Math.hypot(x - far.x - 90, y - far.y - 210);
  };
  await expect.poll(offTarget).toBeLessThan(3);
  const dropped = await placeOf(page, META_LEARNING);
  expect(page.url()).toContain('pins=');

  await mouse.move(dropped.x, dropped.y);
  await mouse.wheel(0, -400);
  await expect.poll(async () => (await viewOf(page)).camera.zoom).toBeGreaterThan(1.3);
  const zoomed = await placeOf(page, META_LEARNING);
  expect(Math.hypot(zoomed.x - dropped.x, zoomed.y - dropped.y)).toBeLessThan(3);
  await drag(page, { x: zoomed.x + 60, y: zoomed.y + 45 }, { x: 50, y: 20 });
  await expect.poll(async () => Math.round((await placeOf(page, META_LEARNING)).x - zoomed.x)).toBe(50);

  const before = { view: await viewOf(page), nodes: (await sceneOf(page)).nodes };
  await page.reload();
  await page.evaluate(() => window.corollary.ready);
  expect((await viewOf(page)).pins).toEqual(before.view.pins);
  expect((await sceneOf(page)).nodes).toEqual(before.nodes);
  await page.getByRole('button', { name: 'Back to focus' }).click();
  const centre = await placeOf(page, SCORE);
  const frame = await page.locator('main .canvas').boundingBox();
  expect(Math.abs(centre.x - (frame?.x ?? 0) - (frame?.width ?? 0) / 2)).toBeLessThan(2);
  await page.getByRole('button', { name: 'Fit' }).click();
  expect((await viewOf(page)).camera).toEqual({ x: 0.5, y: 0.5, zoom: 1 });
});

/** A point on a straight line where no mark and no other line is near. */
async function lineBetween(page: Page, from: string, to: string): Promise<Point> {
  const { nodes, lines } = await sceneOf(page);
  const at = (id: string): Point => nodes.find((node) => node.id === id) ?? { x: 0, y: 0 };
  const along = (ends: { from: string; to: string }, share: number): Point => {
    const [a, b] = [at(ends.from), at(ends.to)];
    return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
  };
  const others = lines.filter((line) => line.from !== from || line.to !== to);
  const room = (point: Point) =>
    Math.min(
      ...nodes.map((node) => Math.hypot(node.x - point.x, node.y - point.y) - node.radius),
      ...others.map((line) => distance(point, at(line.from), at(line.to))),
    );
  const points = Array.from({ length: 199 }, (_, i) => along({ from, to }, (i + 1) / 200));
  const best = points.reduce((one, other) => (room(other) > room(one) ? other : one));
  return onPage(page, best);
}

function distance(point: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const share = ((point.x - a.x) * dx + (point.y - a.y) * dy) / (dx * dx + dy * dy || 1);
  const held = Math.max(0, Math.min(1, share));
  return Math.hypot(point.x - a.x - dx * held, point.y - a.y - dy * held);
}

async function drag(page: Page, from: Point, by: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (const share of [0.2, 0.5, 0.8, 1]) await page.mouse.move(from.x + by.x * share, from.y + by.y * share);
  await page.mouse.up();
}

test('a click after the keyboard leaves no ring round the stage, and nothing hovered but what is under the pointer', async ({
  page,
  open,
}) => {
  await open();
  const far = await placeOf(page, META_LEARNING);
  const colour = await colourAt(page, far);
  const stage = page.getByRole('listbox', { name: /^Graph of/ });
  await page.keyboard.press('t');
  await page.keyboard.press('t');
  await stage.focus();
  await page.keyboard.press('ArrowDown');
  await expect(stage).not.toHaveCSS('outline-style', 'none');
  const ground = { x: far.x - 60, y: far.y + 60 };
  await page.mouse.click(ground.x, ground.y);
  await expect(stage).toBeFocused();
  await expect(stage).toHaveCSS('outline-style', 'none');
  await expect.poll(() => colourAt(page, far)).toEqual(colour);
});

import type { Page } from '@playwright/test';
import { sceneOf, tabTo, viewOf } from './at-the-stage';
import { expect, test } from './corollary';

const SCORE = 'arXiv:2409.12917';
const SELF_REFINE = 'arXiv:2303.17651';
const REFLEXION = 'arXiv:2303.11366';
/** In the sample, and not within one step of SCoRe. */
const FAR = { id: 'arXiv:1707.06347', words: 'proximal policy optimization algorithms' };

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('find a paper, go there, come back, and ask where a line comes from', async ({ page, open }) => {
  await open();
  const search = page.getByRole('combobox', { name: /^Find/ });
  await tabTo(page, search);
  await page.keyboard.type(FAR.words);
  await expect(page.getByRole('listbox', { name: 'Found' })).toContainText('not on the stage');
  await page.keyboard.press('Enter');
  await expect.poll(() => focusOf(page)).toBe(FAR.id);
  await expect(page.getByRole('listbox', { name: /^Graph of/ })).toBeFocused();
  await expect(search).toHaveValue('');

  await page.keyboard.press('Control+z');
  await expect.poll(() => focusOf(page)).toBe(SCORE);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => focusOf(page)).toBe(FAR.id);
  await page.keyboard.press('Control+z');
  await expect.poll(() => focusOf(page)).toBe(SCORE);

  await goTo(page, 'Self-Refine');
  await expect.poll(async () => (await viewOf(page)).selection).toEqual([SELF_REFINE]);
  const details = page.getByRole('complementary', { name: 'Details' });
  await expect(details.getByRole('heading', { level: 2 })).toContainText('Self-Refine');
  await page.keyboard.press('Escape');
  await expect(details.getByRole('heading', { level: 2 })).toContainText('Self-Correct');

  await tabTo(page, details.getByRole('button', { name: /^Evidence: Self-Refine/ }));
  await page.keyboard.press('Enter');
  expect((await viewOf(page)).selection).toEqual([`${SCORE} → ${SELF_REFINE}`]);
  await expect(details).toContainText('One piece of evidence');
  await expect(details).toContainText('reference list of arXiv:2409.12917v2');
});

test('the stage: walk, select, expand, collapse, hide, seed, pin, zoom, menu', async ({ page, open }) => {
  await open();
  const stage = page.getByRole('listbox', { name: /^Graph of 49 nodes/ });
  const at = stage.getByRole('option');
  await tabTo(page, stage);
  await expect(at).toContainText('focus');
  for (const [there, back] of [
    ['ArrowLeft', 'ArrowRight'],
    ['ArrowUp', 'ArrowDown'],
  ] as const) {
    const before = await at.textContent();
    await page.keyboard.press(there);
    await expect(at).not.toHaveText(before ?? '');
    await page.keyboard.press(back);
  }

  await goTo(page, 'Reflexion');
  await expect(at).toContainText('24 hidden neighbours');
  await page.keyboard.press('e');
  await expect.poll(async () => (await viewOf(page)).expanded).toEqual([REFLEXION]);
  await expect.poll(() => countNodes(page)).toBe(49 + 24);
  await expect(page.getByRole('status').filter({ hasText: 'Expanded' })).toBeVisible();
  await page.keyboard.press('e');
  await expect.poll(() => countNodes(page)).toBe(49);

  await page.keyboard.press('s');
  await expect.poll(async () => (await viewOf(page)).seeds).toEqual([REFLEXION]);
  await page.keyboard.press('s');
  await expect.poll(async () => (await viewOf(page)).seeds).toEqual([]);

  await page.keyboard.press('p');
  await expect.poll(async () => Object.keys((await viewOf(page)).pins)).toEqual([REFLEXION]);
  await expect(at).toContainText('pinned');
  await page.keyboard.press('p');
  await expect.poll(async () => (await viewOf(page)).pins).toEqual({});

  await page.keyboard.press('h');
  await expect.poll(async () => (await viewOf(page)).hidden).toEqual([REFLEXION]);
  await expect.poll(() => countNodes(page)).toBe(48);
  await tabTo(page, page.getByRole('button', { name: /^Show again: Reflexion/ }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await viewOf(page)).hidden).toEqual([]);

  await tabTo(page, page.getByRole('listbox', { name: /^Graph of/ }));
  await page.keyboard.press('+');
  expect((await viewOf(page)).camera.zoom).toBeGreaterThan(1);
  await page.keyboard.press('-');
  await page.keyboard.press('-');
  expect((await viewOf(page)).camera.zoom).toBeLessThan(1);
  await page.keyboard.press('0');
  expect((await viewOf(page)).camera).toEqual({ x: 0.5, y: 0.5, zoom: 1 });

  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu');
  const hasKeyboard = page.locator('[role="menu"]:focus, [role="menu"] :focus');
  await expect(menu).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(page.getByRole('listbox', { name: /^Graph of/ })).toBeFocused();
  await goTo(page, 'Reflexion');
  await page.keyboard.press('Shift+F10');
  await expect(hasKeyboard).toBeVisible();
  await page.keyboard.type('Hide');
  await expect(menu.getByRole('menuitem', { name: /^Hide/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await viewOf(page)).hidden).toEqual([REFLEXION]);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await viewOf(page)).hidden).toEqual([]);
  await goTo(page, 'Reflexion');
  await page.keyboard.press('f');
  await expect.poll(() => focusOf(page)).toBe(REFLEXION);
});

test('controls and legend', async ({ page, open }) => {
  await open();
  const { keyboard } = page;
  const radio = (name: string) => page.getByRole('radio', { name });
  await tabTo(page, radio('both'));
  await keyboard.press('ArrowRight');
  await expect.poll(async () => (await viewOf(page)).direction).toBe('citing');
  await expect.poll(() => countNodes(page)).toBe(6);
  await expect(radio('built on by')).toBeFocused();
  await keyboard.press('d');
  await expect.poll(async () => (await viewOf(page)).direction).toBe('references');
  await keyboard.press('d');

  await tabTo(page, radio('1'));
  await keyboard.press('ArrowRight');
  await expect.poll(() => countNodes(page)).toBe(473);
  await keyboard.press('1');
  await expect.poll(() => countNodes(page)).toBe(49);

  await tabTo(page, radio('Timeline'));
  for (const layout of ['force', 'rings', 'layers']) {
    await keyboard.press('ArrowRight');
    await expect.poll(async () => (await viewOf(page)).layout).toBe(layout);
    await expect(page.locator('main')).toHaveAttribute('data-stage', 'ready');
  }
  await keyboard.press('l');
  await expect.poll(async () => (await viewOf(page)).layout).toBe('timeline');

  await tabTo(page, page.getByRole('combobox', { name: 'Colour by' }));
  await keyboard.type('year');
  await expect.poll(async () => (await viewOf(page)).colourBy).toBe('year');

  const legend = page.getByRole('region', { name: 'Legend' });
  const cites = legend.getByRole('button', { name: /^cites/ });
  await tabTo(page, legend.getByRole('button', { name: /^no record loaded/ }));
  await keyboard.press('Space');
  await expect.poll(async () => (await viewOf(page)).filters.off).toEqual(['trust:none']);
  await expect.poll(() => countNodes(page)).toBe(1);
  await keyboard.press('Control+z');
  await expect.poll(() => countNodes(page)).toBe(49);
  await tabTo(page, cites, 'Shift+Tab');
  await keyboard.press('Enter');
  await expect.poll(async () => (await viewOf(page)).lines).toEqual(['formal', 'uses']);
  await expect.poll(() => countNodes(page)).toBe(1);
  await keyboard.press('Control+z');

  await tabTo(page, page.getByRole('slider', { name: 'From year' }));
  await keyboard.press('PageUp');
  await keyboard.press('ArrowLeft');
  await expect.poll(async () => (await viewOf(page)).filters.years?.[0]).toBe(2023);
  await tabTo(page, page.getByRole('switch', { name: /^Unidentified references/ }));
  await keyboard.press('Space');
  await expect.poll(async () => (await viewOf(page)).unidentified).toBe(true);
});

test('table, load report, link, keys sheet, theme', async ({ page, open }) => {
  await open();
  const { keyboard } = page;
  await keyboard.press('t');
  const grid = page.getByRole('grid');
  await tabTo(page, grid);
  await keyboard.press('Control+Home');
  await keyboard.press('Enter');
  await expect.poll(async () => (await viewOf(page)).selection).toEqual([SCORE]);
  await keyboard.press('ArrowDown');
  await keyboard.press('Shift+Enter');
  expect((await viewOf(page)).selection).toHaveLength(2);
  await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('2 selected');
  await keyboard.press('Control+End');
  await expect(grid.locator('.is-at')).toBeInViewport();

  const title = grid.getByRole('columnheader', { name: 'Title' });
  await tabTo(page, title.getByRole('button'));
  await keyboard.press('Enter');
  await expect(title).toHaveAttribute('aria-sort', 'ascending');
  await keyboard.press('Enter');
  await expect(title).toHaveAttribute('aria-sort', 'descending');

  await keyboard.press('r');
  await expect(page.getByRole('region', { name: 'Load report', exact: true })).toContainText('✓ loaded');
  await keyboard.press('r');
  await expect(page.getByRole('region', { name: 'Load report', exact: true })).toBeHidden();

  await keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  await expect(sheet).toContainText('Expand or collapse it');
  await keyboard.press('Escape');
  await expect(sheet).toBeHidden();

  await tabTo(page, page.getByRole('button', { name: 'Copy link' }), 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Link copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());

  const theme = page.getByRole('button', { name: /^Theme/ });
  await tabTo(page, theme);
  const root = page.locator('html');
  const seen: (string | null)[] = [];
  for (const choice of ['light', 'dark']) {
    await keyboard.press('Enter');
    await expect(theme).toHaveAccessibleName(`Theme: ${choice}`);
    seen.push(await root.getAttribute('data-theme'));
  }
  expect(seen).toEqual(['light', 'dark']);

  await tabTo(page, page.getByRole('button', { name: 'Open…' }), 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(page.locator('[role="menu"]:focus, [role="menu"] :focus')).toBeVisible();
  await keyboard.type('Text');
  await expect(page.getByRole('menuitem', { name: /^Text/ })).toBeFocused();
  await keyboard.press('Enter');
  const paste = page.getByRole('dialog');
  await expect(paste.getByRole('textbox')).toBeVisible();
  await tabTo(page, paste.getByRole('textbox'));
  await keyboard.type('{"type":"work","arxiv_id":"2501.99999","title":"Typed by hand"}');
  await tabTo(page, paste.getByRole('button', { name: 'Open' }));
  await keyboard.press('Enter');
  await expect.poll(() => countOf(page, 'Typed by hand')).toBe(1);
});

/** The focus that the stage shows: the View names the next one a moment earlier. */
async function focusOf(page: Page): Promise<string | undefined> {
  return (await sceneOf(page)).nodes.find(({ isFocus }) => isFocus)?.id;
}

async function countNodes(page: Page): Promise<number> {
  return (await sceneOf(page)).nodes.length;
}

async function countOf(page: Page, title: string): Promise<number> {
  const rows = await page.evaluate(
    (text) => window.corollary.sql('SELECT count(*)::INTEGER AS n FROM works WHERE title = ?', [text]),
    title,
  );
  return (rows[0] as { n: number }).n;
}

/** Finds a node of the stage by name and takes the keyboard to it. */
async function goTo(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  const stage = page.getByRole('listbox', { name: /^Graph of/ });
  await expect(stage).toBeFocused();
  await expect(stage).toContainText(name);
}

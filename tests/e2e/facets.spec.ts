import type { Page } from '@playwright/test';
import { sceneOf, viewOf } from './at-the-stage';
import { expect, expectAccessible, test } from './corollary';
import { layoutFaults } from './layout-faults';

const SCORE = 'arXiv:2409.12917';

function panel(page: Page) {
  return page.getByRole('region', { name: 'Filters' });
}

async function openFacet(page: Page, name: string) {
  await panel(page).locator('summary', { hasText: name }).click();
  return panel(page).getByRole('list', { name });
}

async function showTwoSteps(page: Page): Promise<void> {
  await page.evaluate((id) => window.corollary.show(id, { depth: 2 }), SCORE);
  await expect(panel(page)).toContainText('All 473 nodes');
}

/** How many nodes on the stage the tables give these years, and this word in the title. */
function countInTables(page: Page, from: number, word: string): Promise<number> {
  return page.evaluate(
    async ([first, sought]) => {
      const ids = window.corollary.scene().nodes.map(({ id }) => id);
      const rows = (await window.corollary.sql(
        `SELECT public_id AS id FROM works WHERE year >= ? AND regexp_matches(lower(title), '\\b' || ? || '\\b')`,
        [first, sought],
      )) as { id: string }[];
      return rows.filter(({ id }) => ids.includes(id)).length;
    },
    [from, word] as const,
  );
}

test('a value is chosen, its neighbours’ counts react, and undo and a link bring it back', async ({
  page,
  open,
  browser,
}) => {
  await open();
  await showTwoSteps(page);
  const words = await openFacet(page, 'Word of the title');
  const authors = await openFacet(page, 'Author');
  const language = words.getByRole('checkbox', { name: /^language/ });
  await expect(
    words.getByRole('listitem').filter({ has: page.getByRole('checkbox', { name: /^language/ }) }),
  ).toContainText(String(await countInTables(page, 0, 'language')));
  const before = await authors.innerText();
  await language.check();
  await expect(panel(page)).toContainText(/^Filters\s*\d+ of 473 nodes/);
  const shown = Number(/(\d+) of 473/.exec(await panel(page).innerText())?.[1]);
  await expect.poll(async () => (await sceneOf(page)).nodes.length).toBe(shown);
  expect(await authors.innerText()).not.toBe(before);
  await page.getByRole('searchbox', { name: 'Find in Author' }).fill('levine');
  await expect(authors.getByText(/Levine/).first()).toBeVisible();

  const fresh = await browser.newContext({ viewport: page.viewportSize() });
  const other = await fresh.newPage();
  await other.goto(page.url());
  await other.evaluate(() => window.corollary.ready);
  expect((await viewOf(other)).filters.facets).toEqual({ word: ['language'] });
  expect((await sceneOf(other)).nodes.length).toBe(shown);
  await fresh.close();

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(panel(page)).toContainText('All 473 nodes');
  await expect(language).not.toBeChecked();
});

test('the brush: counts and stage follow it, it is one undo step, and it knows keys', async ({
  page,
  open,
}) => {
  await open();
  await showTwoSteps(page);
  const words = await openFacet(page, 'Word of the title');
  const models = words.getByRole('listitem').filter({ has: page.getByRole('checkbox', { name: /^models/ }) });
  const last = page.getByRole('slider', { name: 'To year' });
  const box = await panel(page).locator('.plot').first().boundingBox();
  const at = (share: number) => [(box?.x ?? 0) + share * (box?.width ?? 0), (box?.y ?? 0) + 20] as const;
  const address = page.url();
  await page.mouse.move(...at(0.66));
  await page.mouse.down();
  for (const share of [0.7, 0.8, 0.9, 0.99]) await page.mouse.move(...at(share));
  await expect(last).toHaveAttribute('aria-valuetext', '2026');
  await expect.poll(async () => (await sceneOf(page)).nodes.length).toBeLessThan(473);
  expect(page.url()).toBe(address);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await viewOf(page)).filters.years).toBeNull();
  expect(page.url()).toBe(address);
  await page.mouse.move(...at(0.98));
  await page.mouse.up();
  await expect.poll(() => page.url()).not.toBe(address);
  const from = (await viewOf(page)).filters.years?.[0] ?? 0;
  expect(from).toBe(2021);
  await expect(models).toContainText(String(await countInTables(page, from, 'models')));
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await viewOf(page)).filters.years).toBeNull();
  await page.keyboard.press('Control+Shift+z');
  await page.getByRole('slider', { name: 'From year' }).press('ArrowRight');
  await expect.poll(async () => (await viewOf(page)).filters.years).toEqual([2022, 2026]);
  await page.getByRole('button', { name: 'All years' }).click();
  await expect(panel(page)).toContainText('All 473 nodes');
});

test.describe('played', () => {
  test.use({ reducedMotion: 'no-preference' });

  test('the years go by, a pause is one undo step, and they end by themselves', async ({ page, open }) => {
    await open();
    await showTwoSteps(page);
    const years = async () => (await viewOf(page)).filters.years;
    await page.getByRole('button', { name: 'Play the years' }).click();
    await expect.poll(async () => (await years())?.[1] ?? 0, { intervals: [100] }).toBeGreaterThan(2011);
    await page.getByRole('button', { name: 'Pause' }).click();
    const paused = (await years()) ?? [0, 0];
    expect(paused[0]).toBe(2010);
    await page.keyboard.press('Control+z');
    await expect.poll(years).toBeNull();
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(years).toEqual(paused);
    await page.evaluate(() => {
      const view = window.corollary.view();
      return window.corollary.setView({ ...view, filters: { years: [2021, 2024] } });
    });
    await page.getByRole('button', { name: 'Play the years' }).click();
    await expect.poll(years).toEqual([2023, 2026]);
    await expect(page.getByRole('button', { name: 'Play the years' })).toBeDisabled();
    await page.keyboard.press('Control+z');
    await expect.poll(years).toEqual([2021, 2024]);
  });
});

test('a query filters while it is typed and says where it is wrong', async ({ page, open }) => {
  await open();
  await showTwoSteps(page);
  const field = page.getByRole('searchbox', { name: 'Text' });
  await field.fill('title:"self-correct" OR');
  await expect(panel(page)).toContainText('Character 24: Something must follow OR.');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await field.fill('(title:correct OR title:critique) NOT year:..2023');
  await field.press('Enter');
  await expect(field).toHaveAttribute('aria-invalid', 'false');
  await expect.poll(async () => (await sceneOf(page)).nodes.length).toBeLessThan(40);
  const { nodes } = await sceneOf(page);
  for (const { title, isFocus } of nodes.filter((node) => !node.isFocus)) {
    expect(title, String(isFocus)).toMatch(/correct|critique/i);
    expect(title).not.toMatch(/\((19|20[01]|202[0-3])/);
  }
  await page.getByRole('button', { name: 'clear all' }).click();
  await expect(field).toHaveValue('');
  await expect(panel(page)).toContainText('All 473 nodes');
});

test('clusters and documents are read when they are asked for, and colour the stage', async ({
  page,
  open,
}) => {
  await open();
  await showTwoSteps(page);
  const clusters = await openFacet(page, 'Cluster');
  await expect(clusters.getByRole('checkbox').first()).toBeVisible();
  const documents = await openFacet(page, 'Document');
  await expect(documents.getByRole('checkbox', { name: /^score-citations\.jsonl/ })).toBeVisible();
  await panel(page).getByRole('button', { name: 'colour by it' }).first().click();
  await expect.poll(async () => (await viewOf(page)).colourBy).toBe('cluster');
  const { legend, nodes } = await sceneOf(page);
  const colours = legend.filter(({ group }) => group === 'colour');
  expect(colours.length).toBeGreaterThan(3);
  expect(colours.length).toBeLessThanOrEqual(9);
  expect(colours.reduce((sum, { count }) => sum + count, 0)).toBe(nodes.length);
  await page.reload();
  await page.evaluate(() => window.corollary.ready);
  expect((await sceneOf(page)).legend).toEqual(legend);
  await openFacet(page, 'Neighbours');
  await page.getByRole('spinbutton', { name: /In a core/ }).fill('12');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await sceneOf(page)).nodes.length).toBeLessThan(200);
  expect(await layoutFaults(page, false), 'layout').toEqual([]);
  await expectAccessible(page);
});

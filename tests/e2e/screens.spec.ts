import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './corollary';
import { layoutFaults } from './layout-faults';

// What is looked at again and again, for every fault that a page can have, takes minutes on a slow machine.
test.describe.configure({ timeout: 600_000 });

const isPhone = (page: Page) => (page.viewportSize()?.width ?? 0) < 600;

test.describe('screens', () => {
  test.use({ allowedComplaints: [/404/] });

  test('empty, with its menu and its dialogs', async ({ page }) => {
    await page.goto('./?data=');
    await expect(page.locator('main')).toHaveAttribute('data-stage', 'empty');
    await expectWellMade(page, { isWhole: true });
    await page.getByRole('button', { name: /Paste text/ }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectWellMade(page);
    await page.keyboard.press('Escape');
    await openMenu(page);
    await expectWellMade(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    await expectWellMade(page);
  });

  test('reading, and failed', async ({ page }) => {
    await page.route('**/held.jsonl', () => undefined);
    await page.goto('./?data=held.jsonl');
    await expect(page.locator('main')).toHaveAttribute('data-stage', 'reading');
    await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible();
    await page.waitForTimeout(500);
    await expectWellMade(page, { isWhole: true });
    await page.goto('./?data=nothing-here.json');
    await expect(page.locator('main')).toHaveAttribute('data-stage', 'failed', { timeout: 30_000 });
    await expectWellMade(page, { isWhole: true });
  });

  test('loading behind the first picture, without and then with the database', async ({ page }) => {
    let release = () => undefined as void;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.context().route('**/*.wasm', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('./');
    await expect(page.getByRole('listbox', { name: 'Graph of 49 nodes' })).toBeVisible();
    await expect(page.locator('main')).toHaveAttribute('data-stage', 'loading');
    await page.waitForTimeout(500);
    await expectWellMade(page, { isWhole: true });
    release();
    await expect(page.locator('main')).toHaveAttribute('data-stage', 'ready', { timeout: 30_000 });
  });

  test('ready, with every panel', async ({ page, open }) => {
    await open();
    await expect(page.getByRole('combobox', { name: /^Find/ })).toBeVisible();
    await expectWellMade(page, { isWhole: true });
    const phone = isPhone(page);
    if (phone) {
      for (const name of ['Controls', 'Details']) {
        await sheet(page, name).click();
        await expect(page.getByRole('complementary', { name })).toBeVisible();
        await expectWellMade(page);
      }
      await sheet(page, 'Lists').click();
    } else {
      await page.keyboard.press('t');
    }
    await expect(page.getByRole('grid')).toBeVisible();
    await expectWellMade(page);
    await page.getByRole('button', { name: 'SQL', exact: true }).click();
    await expect(page.getByRole('textbox', { name: 'SQL' })).toBeVisible();
    await expectWellMade(page);
    await page
      .getByRole('button', { name: /^Papers that share/ })
      .first()
      .click();
    await page.getByRole('button', { name: /^Run/ }).click();
    await expect(page.getByRole('gridcell').first()).toBeVisible();
    if (phone) await page.getByRole('button', { name: 'Tables…' }).click();
    await expect(page.getByRole('region', { name: /^Tables/ })).toContainText('work_ids');
    await expectWellMade(page, { isWhole: true });
    await page.getByRole('button', { name: /^Load report/ }).click();
    await expect(page.getByRole('region', { name: 'Load report', exact: true })).toBeVisible();
    await expectWellMade(page);
    await page.getByRole('button', { name: 'Close', exact: true }).click();

    const search = page.getByRole('combobox', { name: /^Find/ });
    await search.fill('self');
    await expect(page.getByRole('listbox', { name: 'Found' })).toBeVisible();
    await expectWellMade(page);
    await search.fill('');
    await openMenu(page);
    await expectWellMade(page);
    await page.keyboard.press('Escape');

    await page.evaluate(() => {
      const { corollary } = window;
      const ids = corollary.scene().nodes.map(({ id }) => id);
      return corollary.setView({
        ...corollary.view(),
        seeds: ids.slice(0, 2),
        expanded: ids.slice(2, 4),
        hidden: ids.slice(4, 7),
        filters: { years: [2020, 2026], off: [] },
        selection: ids.slice(8, 11),
      });
    });
    if (phone) await sheet(page, 'Controls').click();
    await expect(page.getByRole('region', { name: 'Hidden' })).toBeVisible();
    for (const name of ['Author', 'Neighbours']) await page.locator('summary', { hasText: name }).click();
    await expect(page.getByRole('checkbox', { name: /^Only the largest/ })).toBeVisible();
    await expectWellMade(page);
    if (phone) await sheet(page, 'Details').click();
    await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('3 selected');
    await expectWellMade(page);
  });
});

/** Each list that finds, empty-handed and with an answer. */
const FINDING: readonly (readonly [tab: string, slot: string | null, role: 'grid' | 'listitem'])[] = [
  ['Related', null, 'grid'],
  ['Built on by', null, 'grid'],
  ['Paths', 'To', 'listitem'],
  ['Compare', 'B', 'grid'],
  ['In doubt', 'In doubt', 'grid'],
];

test('the lists that find', async ({ page, open }) => {
  await open();
  await page.evaluate(() => {
    const { corollary } = window;
    const seeds = ['arXiv:2303.17651', 'arXiv:2303.11366'];
    return corollary.setView({ ...corollary.view(), seeds, selection: ['arXiv:2501.12948'] });
  });
  if (isPhone(page)) await sheet(page, 'Lists').click();
  for (const [tab, slot, role] of FINDING) {
    await page.getByRole('button', { name: tab, exact: true }).click();
    if (slot !== null) {
      const group = page.getByRole('group', { name: slot, exact: true });
      await expect(group).toBeVisible();
      await expectWellMade(page);
      await group.getByRole('button', { name: /^Selection/ }).click();
    }
    await expect(page.locator('.dock').getByRole(role).first()).toBeVisible();
    await expect(page.locator('.dock').getByText('Looking …')).toHaveCount(0);
    await expectWellMade(page, { isWhole: true });
  }
});

test('the formal half: a cone, what is told of a statement, and the formal lists', async ({ page }) => {
  await page.goto('./?data=samples/blueprints/FLT.json');
  await page.evaluate(async () => {
    const { corollary } = window;
    await corollary.ready;
    const cone = { of: 'blueprint:FLT/FLT', shape: 'down', through: 'proof', reduced: true } as const;
    await corollary.show('blueprint:FLT/FLT', { cone, layout: 'layers' });
  });
  await expectWellMade(page, { isWhole: true });
  if (isPhone(page)) await sheet(page, 'Details').click();
  await expect(page.getByText('The nearest gaps')).toBeVisible();
  await expectWellMade(page, { isWhole: true });
  if (isPhone(page)) await sheet(page, 'Controls').click();
  await expect(page.getByRole('button', { name: 'Back to its neighbourhood' })).toBeVisible();
  await expectWellMade(page);
  if (isPhone(page)) await sheet(page, 'Lists').click();
  await page.getByRole('button', { name: 'Formal', exact: true }).click();
  for (const name of ['Gaps', 'Coverage', 'Shadow', 'To read and write']) {
    await page.getByRole('button', { name, exact: true }).click();
    await expect(page.locator('.dock').getByText('Looking …')).toHaveCount(0);
    await expectWellMade(page);
  }
});

test('a story: its tab without and with steps, and presented', async ({ page, open }) => {
  await open();
  if (isPhone(page)) await sheet(page, 'Lists').click();
  await page.getByRole('button', { name: 'Story', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Add this view' })).toBeVisible();
  await expectWellMade(page, { isWhole: true });
  for (const step of ['Step 1', 'Step 2']) {
    await page.getByRole('button', { name: 'Add this view' }).click();
    await expect(page.getByRole('listitem', { name: step })).toBeVisible();
  }
  await expectWellMade(page, { isWhole: true });
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('1 of 2');
  await expectWellMade(page, { isWhole: true });
});

function sheet(page: Page, name: string) {
  return page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name });
}

async function openMenu(page: Page): Promise<void> {
  await page.getByRole('button', { name: isPhone(page) ? 'Menu' : 'Open…' }).click();
  await expect(page.getByRole('menuitem').first()).toBeInViewport({ ratio: 1 });
}

/** Laid out well, and accessible; in light and in dark where it is a screen of its own. */
async function expectWellMade(page: Page, { isWhole = false } = {}): Promise<void> {
  expect.soft(await layoutFaults(page, isPhone(page)), 'layout').toEqual([]);
  await expectAccessible(page);
  if (!isWhole) return;
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'light' });
}

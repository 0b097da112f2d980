import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { listFiles } from '../../src/programs/build/files.js';
import { serve } from '../../src/programs/serve.js';
import { expect, test as base } from './corollary';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

interface Host {
  path: string;
  /** A copy of the build, which a test may change. */
  folder: string;
  served: Awaited<ReturnType<typeof serve>>;
}

const test = base.extend<Host>({
  path: ['/', { option: true }],
  // eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from its first parameter
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'corollary-'));
    await cp(DIST, folder, { recursive: true });
    await use(folder);
    await rm(folder, { recursive: true });
  },
  served: async ({ path, folder }, use) => {
    const served = await serve({ base: path, folder });
    await use(served);
    await served.close();
  },
  baseURL: ({ served }, use) => use(served.url),
});

test.use({ serviceWorkers: 'allow' });

for (const path of ['/', '/some/where/']) {
  test.describe(`under ${path}`, () => {
    test.use({ path });

    test('after the first visit every file is there without a network', async ({ page, served }) => {
      await page.goto('./?data=');
      await isKept(page);
      await served.close();

      await page.reload();
      await expect(page).toHaveTitle('Corollary');
      const files = (await listFiles(DIST)).filter((file) => !/^sw\.js$|\.(br|gz)$/.test(file));
      expect(await page.evaluate(unreachable, files)).toEqual([]);
    });
  });
}

test('without a network the app explores, finds, sets TeX, shows the keys and opens the other sample', async ({
  page,
  context,
  served,
}) => {
  await page.goto('./?data=');
  await isKept(page);
  await served.close();
  await context.setOffline(true);

  await page.goto('./');
  const stage = page.locator('main');
  await expect(stage).toHaveAttribute('data-stage', 'ready', { timeout: 30_000 });
  expect(await page.evaluate(() => window.corollary.scene().nodes.length)).toBe(49);
  await page.evaluate(() => window.corollary.show('arXiv:2409.12917', { depth: 2 }));
  expect(await page.evaluate(() => window.corollary.scene().nodes.length)).toBe(473);
  const search = page.getByRole('combobox', { name: /^Find/ });
  await search.fill('user interaction in real-world domains');
  await expect(page.getByRole('listbox', { name: 'Found' })).toContainText('bench');
  await search.press('Enter');
  const details = page.getByRole('complementary', { name: 'Details' });
  await expect(details.locator('h2 math')).toContainText('τ');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Open…' }).click();
  await page.getByRole('menuitem', { name: /^Formal conjectures/ }).click();
  await expect(stage).toHaveAttribute('data-stage', 'ready', { timeout: 30_000 });
  await expect.poll(() => new URL(page.url()).search).toContain('formal-conjectures');
  const kinds = await page.evaluate(async () => {
    await window.corollary.ready;
    return window.corollary.scene().nodes.map(({ kind }) => kind);
  });
  expect(kinds).toContain('theorem');
});

test('a new version waits for a reload of the only tab, and then shows', async ({
  page,
  context,
  folder,
}) => {
  await page.goto('./?data=');
  await isKept(page);
  await publish(folder, 'Newer');

  const other = await context.newPage();
  await other.goto('./?data=');
  await expect.poll(() => other.evaluate(isNewerWaiting)).toBe(true);
  await other.reload();
  await expect(other).toHaveTitle('Corollary');
  await page.reload();
  await expect(page).toHaveTitle('Corollary');

  await other.close();
  await page.reload();
  await expect(page).toHaveTitle('Newer');
});

async function isKept(page: Page): Promise<void> {
  const isControlled = () => navigator.serviceWorker.controller !== null;
  await page.waitForFunction(isControlled, undefined, { timeout: 30_000 });
}

/** Runs in the page. */
async function unreachable(paths: readonly string[]): Promise<string[]> {
  const answers = paths.map((path) =>
    fetch(path).then(
      ({ ok }) => (ok ? [] : [path]),
      () => [path],
    ),
  );
  return (await Promise.all(answers)).flat();
}

/** Runs in the page. */
async function isNewerWaiting(): Promise<boolean> {
  return (await navigator.serviceWorker.ready).waiting !== null;
}

/** Another build with another title, as the service worker sees it. */
async function publish(folder: string, title: string): Promise<void> {
  const [page, worker] = [join(folder, 'index.html'), join(folder, 'sw.js')];
  const html = await readFile(page, 'utf8');
  const code = await readFile(worker, 'utf8');
  await Promise.all([page, worker].flatMap((file) => [rm(`${file}.br`), rm(`${file}.gz`)]));
  await writeFile(page, html.replace('<title>Corollary<', `<title>${title}<`));
  await writeFile(worker, code.replace(/"index\.html":"\w+"/, '"index.html":"another"'));
}

import type { Page } from '@playwright/test';
import { sceneOf } from './at-the-stage';
import { expect, expectAccessible, test } from './corollary';
import { CorpusHost, packCorpus, type Fault } from './corpus-host';

const SCORE = 'arXiv:2409.12917';
let host: CorpusHost;

// What a host refuses, the browser complains of too.
test.use({
  allowedComplaints: [
    /Failed to load resource|CORS policy|Range request for|Foreign request: http:\/\/localhost/,
  ],
});

test.beforeAll(async () => {
  host = new CorpusHost(await packCorpus('static/samples/score'));
  await host.start();
});

test.afterAll(async () => host.stop());

test.beforeEach(() => {
  host.fault = null;
  host.asked.length = 0;
});

/** The page at the corpus, after a person agreed that it is asked. */
async function openCorpus(page: Page): Promise<void> {
  await page.goto(`./?corpus=${encodeURIComponent(host.url)}`);
  await page
    .getByRole('dialog', { name: 'Load from these places?' })
    .getByRole('button', { name: 'Load' })
    .click();
}

async function openReady(page: Page): Promise<void> {
  await openCorpus(page);
  await expect(page.locator('main')).toHaveAttribute('data-stage', 'ready', { timeout: 60_000 });
}

async function show(page: Page, id: string): Promise<void> {
  await page.evaluate((wanted) => window.corollary.show(wanted), id);
}

function requests(name: string): string[] {
  return host.asked.filter((one) => one.startsWith(name));
}

test('a corpus is read where it lies, a little at a time, and its records are checked here', async ({
  page,
}) => {
  await test.step('opens with the most cited work, without reading the whole', async () => {
    await openReady(page);
    expect(requests('manifest.json')).toEqual(['manifest.json ']);
    expect(host.asked.filter((one) => one !== 'manifest.json ').every((one) => one.includes('bytes='))).toBe(
      true,
    );
    expect(host.asked.length).toBeLessThanOrEqual(10);
    expect((await sceneOf(page)).nodes.length).toBeGreaterThan(100);
  });

  await test.step('a paper is found by words and shown with its references and those that cite it', async () => {
    await page.getByRole('combobox', { name: /^Find/ }).fill('training self-correct reinforcement');
    await page.getByRole('option', { name: /Training Language Models to Self-Correct/ }).click();
    await expect.poll(async () => (await sceneOf(page)).nodes.length).toBe(49);
    expect((await sceneOf(page)).nodes.some(({ id }) => id === SCORE)).toBe(true);
  });

  await test.step('its record came as it was packed, and holds', async () => {
    expect(requests('originals-0000.bin').length).toBe(1);
    const checks = await page.evaluate((id) => window.corollary.checks(id), SCORE);
    expect(checks.filter(({ verdict }) => verdict === 'pass').map(({ check }) => check)).toEqual(
      expect.arrayContaining(['canonical-hash', 'number']),
    );
    expect(checks.some(({ verdict }) => verdict === 'fail')).toBe(false);
  });

  await test.step('a line says in which document of the corpus it was read', async () => {
    await page.evaluate(() => {
      const line = window.corollary.scene().lines.find(({ from }) => from === 'arXiv:2409.12917');
      return window.corollary.setView({ ...window.corollary.view(), selection: [line?.id ?? ''] });
    });
    await expect(page.getByRole('complementary', { name: 'Details' })).toContainText(
      'in the corpus small corpus',
    );
  });

  await test.step('the tab tells what it is and what was read', async () => {
    await page.getByRole('button', { name: 'Corpus', exact: true }).click();
    const tab = page.getByRole('region', { name: /Table, lists/ });
    await expect(tab).toContainText('2,109 works, 10,193 citations; 9 Pith records: 9 sound when packed');
    await expect(tab.locator('[data-usage]')).toContainText(/\d+ requests/);
    await tab.getByRole('button', { name: 'Share references' }).click();
    await expect(tab.getByRole('listitem').first()).toContainText('shared');
    await expectAccessible(page, '.dock');
  });

  await test.step('a way through the whole corpus is added', async () => {
    const tab = page.getByRole('region', { name: /Table, lists/ });
    await tab.getByRole('button', { name: 'Way to' }).click();
    await tab.getByLabel('To', { exact: true }).fill('adam stochastic optimization');
    await tab.getByRole('button', { name: 'Look' }).click();
    await tab.getByRole('button', { name: 'Add them all' }).click();
    await expect
      .poll(async () => (await sceneOf(page)).nodes.some(({ id }) => id === 'arXiv:1412.6980'))
      .toBe(true);
  });
});

test('what was read once comes back after a reload, also when the host is gone', async ({ page }) => {
  await openReady(page);
  await show(page, SCORE);
  host.asked.length = 0;
  await page.reload();
  await page.getByRole('dialog').getByRole('button', { name: 'Load' }).click();
  await expect(page.locator('main')).toHaveAttribute('data-stage', 'ready', { timeout: 60_000 });
  expect((await sceneOf(page)).nodes.length).toBe(49);
  expect(new Set(host.asked)).toEqual(new Set(['manifest.json ']));

  await page.route(`${host.url}**`, (route) => route.abort());
  await page.reload();
  await page.getByRole('dialog').getByRole('button', { name: 'Load' }).click();
  await expect(page.locator('main')).toHaveAttribute('data-stage', 'ready', { timeout: 60_000 });
  expect((await sceneOf(page)).nodes.length).toBe(49);
  await expect(page.evaluate(() => window.corollary.show('arXiv:1409.0473'))).rejects.toThrow(
    /does not answer/,
  );
});

test('views that are asked for at once get what they need of a corpus once', async ({ page }) => {
  await openReady(page);
  await page.evaluate(
    (id) =>
      Promise.all([
        window.corollary.show(id),
        window.corollary.show(id, { depth: 2, direction: 'references' }),
      ]),
    SCORE,
  );
  const [twice] = await page.evaluate(() =>
    window.corollary.sql("SELECT count(*)::INTEGER AS n FROM problems WHERE message LIKE '%already loaded%'"),
  );
  expect(twice).toEqual({ n: 0 });
});

test('a neighbourhood is kept with its original documents, which are checked again', async ({ page }) => {
  await openReady(page);
  await show(page, SCORE);
  await page.getByRole('button', { name: 'Corpus', exact: true }).click();
  await page.getByRole('button', { name: 'Keep this neighbourhood' }).click();
  await expect(page.getByText(/Kept here: 49 works, \d original documents?, checked again/)).toBeVisible({
    timeout: 30_000,
  });
  const kept = await page.evaluate(() =>
    window.corollary.sql(
      "SELECT name FROM documents WHERE name LIKE 'small corpus around%' OR name = 'score.bundle.json'",
    ),
  );
  expect(kept).toContainEqual({ name: `small corpus around ${SCORE}.jsonl` });
});

const WORDS: readonly (readonly [Fault, RegExp])[] = [
  ['gone', /no manifest\.json is there/],
  ['no ranges', /does not answer with parts of a file/],
  ['no CORS', /does not allow other pages to read it \(CORS\)/],
  ['cut', /shorter than its manifest says/],
];

for (const [fault, words] of WORDS) {
  test(`a host that is at fault is told in words: ${fault}`, async ({ page }) => {
    host.fault = fault;
    await openCorpus(page);
    await expect(page.locator('main')).toHaveAttribute('data-stage', 'failed', { timeout: 60_000 });
    await expect(page.locator('main')).toContainText(words);
  });
}

test('a corpus that is replaced while it is open is not mixed with the other', async ({ page }) => {
  await openReady(page);
  host.fault = 'replaced';
  await expect(page.evaluate((id) => window.corollary.show(id), SCORE)).rejects.toThrow(
    /replaced while it was open/,
  );
  expect((await sceneOf(page)).nodes.some(({ id }) => id === SCORE)).toBe(false);
  await expect(page.locator('main')).toHaveAttribute('data-stage', 'ready');
});

test('an address is asked for in a dialog', async ({ page }) => {
  await page.goto('./?data=');
  await page.getByRole('button', { name: 'Open…', exact: true }).click();
  await page.getByRole('menuitem', { name: /A corpus/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Open a corpus' });
  await dialog.getByRole('textbox').fill('ftp://nowhere');
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('no address');
  await dialog.getByRole('textbox').fill(host.url);
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await page
    .getByRole('dialog', { name: 'Load from these places?' })
    .getByRole('button', { name: 'Not now' })
    .click();
  expect(host.asked).toEqual([]);
});

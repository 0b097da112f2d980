import type { Page } from '@playwright/test';
import { sceneOf, viewOf } from './at-the-stage';
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
  host.release();
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

/** What a person sees, and what the address holds of it. */
async function stageOf(page: Page): Promise<object> {
  const { nodes } = await sceneOf(page);
  const { focus, depth } = await viewOf(page);
  return { ids: nodes.map(({ id }) => id).sort(), focus, depth, hash: new URL(page.url()).hash };
}

/** Shows it without waiting; how that ends. */
function showing(page: Page, id: string): Promise<string> {
  return page.evaluate(
    (wanted) =>
      window.corollary.show(wanted).then(
        () => 'shown',
        (failure: unknown) => (failure as { kind: string }).kind,
      ),
    id,
  );
}

test('reading for a view is signed and can be cancelled: the picture before stays, and it can be asked again', async ({
  page,
}) => {
  await openReady(page);
  const before = await stageOf(page);
  const sign = page.getByRole('group', { name: 'Reading', exact: true });

  await test.step('one work of which nothing is there yet', async () => {
    host.holds = (name) => name === 'neighbourhoods.jsonl';
    const ended = showing(page, SCORE);
    await expect(sign).toContainText('Reading from the corpus …');
    await expectAccessible(page, 'main');
    await sign.getByRole('button', { name: 'Cancel' }).click();
    expect(await ended).toBe('cancelled');
    await expect(sign).toHaveCount(0);
    await expect.poll(() => stageOf(page)).toEqual(before);
    await expect(page.locator('main')).toHaveAttribute('data-stage', 'ready');
    await expect(page.getByRole('region', { name: 'Notices' })).toBeEmpty();
  });

  await test.step('the same again, while what was asked first is still not answered', async () => {
    host.holds = () => false;
    expect(await showing(page, SCORE)).toBe('shown');
    expect((await sceneOf(page)).nodes.length).toBe(49);
    await page.goBack();
    await expect.poll(() => stageOf(page)).toEqual(before);
    host.release();
  });

  await test.step('part of the works of a further step', async () => {
    let asked = 0;
    host.asked.length = 0;
    host.holds = (name) => name === 'neighbourhoods.jsonl' && ++asked > 60;
    await page.getByRole('radio', { name: '2', exact: true }).click();
    await expect(sign).toContainText('Reading 50 of 200 works …');
    await sign.getByRole('button', { name: 'Cancel' }).click();
    await expect(sign).toHaveCount(0);
    await expect.poll(() => stageOf(page)).toEqual(before);
    await expect(page.getByRole('radio', { name: '1', exact: true })).toBeChecked();
  });

  await test.step('what was read of them is not read again', async () => {
    host.release();
    const first = requests('neighbourhoods.jsonl').slice(0, 50);
    host.asked.length = 0;
    await page.getByRole('radio', { name: '2', exact: true }).click();
    await expect
      .poll(async () => (await sceneOf(page)).nodes.length, { timeout: 60_000 })
      .toBeGreaterThan(500);
    expect(requests('neighbourhoods.jsonl').filter((one) => first.includes(one))).toEqual([]);
  });
});

test('a list of the corpus can be cancelled, and asked again', async ({ page }) => {
  await openReady(page);
  await page.evaluate((id) => window.corollary.show(id), SCORE);
  await page.getByRole('button', { name: 'Corpus', exact: true }).click();
  const tab = page.getByRole('region', { name: /Table, lists/ });
  const status = tab.getByRole('status');

  await test.step('what is asked by itself', async () => {
    host.holds = (name) => name === 'corpus.duckdb';
    await tab.getByRole('button', { name: 'Share references' }).click();
    await tab.getByRole('button', { name: 'Cancel' }).click();
    await expect(status).toHaveText('Looking was cancelled.');
    await expect(tab.getByRole('button', { name: 'Look again' })).toBeFocused();
    await expectAccessible(page, '.dock');
    await expect(tab.getByRole('listitem')).toHaveCount(0);
    host.release();
    await page.keyboard.press('Enter');
    await expect(tab.getByRole('listitem').first()).toContainText('shared');
  });

  await test.step('what is typed', async () => {
    await tab.getByRole('button', { name: 'Found', exact: true }).click();
    host.holds = (name) => name === 'words.bin';
    await tab.getByLabel('Words of a title, or an id').fill('language models');
    await tab.getByRole('button', { name: 'Find', exact: true }).click();
    await expect(status).toHaveText('Looking …');
    await tab.getByRole('button', { name: 'Cancel' }).click();
    await expect(status).toHaveText('Looking was cancelled.');
    host.release();
    await tab.getByRole('button', { name: 'Find', exact: true }).click();
    await expect(tab.getByRole('listitem').first()).toContainText(/language models/i);
  });

  await test.step('a way: no further step is asked for', async () => {
    await tab.getByRole('button', { name: 'Way to' }).click();
    await expect(status).toContainText('by citations of either direction');
    await tab.getByLabel('To', { exact: true }).fill('adam stochastic optimization');
    host.holds = (name) => name === 'neighbourhoods.jsonl' || name === 'words.jsonl';
    host.asked.length = 0;
    await tab.getByRole('button', { name: 'Look' }).click();
    await expect.poll(() => host.asked.length).toBeGreaterThan(0);
    await tab.getByRole('button', { name: 'Cancel' }).click();
    await expect(status).toHaveText('Looking was cancelled.');
    host.asked.length = 0;
    host.release();
    await expect(tab.getByRole('button', { name: 'Look' })).toBeVisible();
    await page.waitForTimeout(500);
    expect(requests('corpus.duckdb')).toEqual([]);
  });
});

test('another view does not wait for all that the one before needed', async ({ page }) => {
  await openReady(page);
  host.asked.length = 0;
  host.holds = (name) => name === 'neighbourhoods.jsonl';
  await page.getByRole('radio', { name: '2', exact: true }).click();
  await expect.poll(() => requests('neighbourhoods.jsonl').length).toBeGreaterThan(0);
  const ended = showing(page, SCORE);
  host.release();
  expect(await ended).toBe('shown');
  expect((await sceneOf(page)).nodes.length).toBe(49);
  expect(requests('neighbourhoods.jsonl').length).toBeLessThan(80);
});

test('opening a corpus can be cancelled, and what it holds be shown after', async ({ page }) => {
  host.holds = (name) => name === 'neighbourhoods.jsonl';
  await openCorpus(page);
  await expect.poll(() => requests('neighbourhoods.jsonl').length, { timeout: 60_000 }).toBe(1);
  await page
    .getByRole('group', { name: 'Reading', exact: true })
    .getByRole('button', { name: 'Cancel' })
    .click();
  await expect(page.locator('main')).toHaveAttribute('data-stage', 'empty');
  host.release();
  expect(await showing(page, SCORE)).toBe('shown');
  await expect(page.locator('main')).toHaveAttribute('data-stage', 'ready');
  expect((await sceneOf(page)).nodes.length).toBe(49);
});

/** What is left on this machine of corpora. */
async function keptOf(page: Page): Promise<{ readonly files: number; readonly ranges: number }> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('corpora').catch(() => null);
    const names = folder?.keys();
    let files = 0;
    while (names && !(await names.next()).done) files += 1;
    const ranges = (await caches.has('corpora')) ? await (await caches.open('corpora')).keys() : [];
    return { files, ranges: ranges.length };
  });
}

async function forget(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Forget what is kept/ }).click();
  await page
    .getByRole('dialog', { name: /^Forget what is kept/ })
    .getByRole('button', { name: 'Forget', exact: true })
    .click();
}

/** A question that the database of the corpus answers, which is opened for it. */
async function askDatabase(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Corpus', exact: true }).click();
  const tab = page.getByRole('region', { name: /Table, lists/ });
  await tab.getByRole('button', { name: 'Share references' }).click();
  await expect(tab.getByRole('listitem').first()).toContainText('shared');
}

test('what was read of a corpus is counted with what is kept, and forgotten with it', async ({ page }) => {
  await openReady(page);
  await show(page, SCORE);
  expect(requests('corpus.duckdb')).toEqual([]);
  await askDatabase(page);
  await page.getByRole('button', { name: /^Load report/ }).click();
  const report = page.getByRole('region', { name: 'Load report', exact: true });
  await expect(report).toContainText(/: [\d.]+ [kM]B read of a corpus\./);
  const before = await keptOf(page);
  expect(before.files).toBe(1);
  expect(before.ranges).toBeGreaterThan(2);
  await forget(page);
  await expect.poll(() => keptOf(page)).toEqual({ files: 0, ranges: 0 });
  await expect(report).not.toContainText('Kept on this machine');
  await expect(page.getByRole('button', { name: 'Corpus', exact: true })).toHaveCount(0);
  expect((await sceneOf(page)).nodes.length, 'what is on the stage stays').toBe(49);
  await page.getByRole('radio', { name: /built on by/ }).click();
  await expect.poll(async () => (await sceneOf(page)).nodes.length).toBe(6);
  expect(await keptOf(page)).toEqual({ files: 0, ranges: 0 });
  host.asked.length = 0;
  await page.reload();
  await page.getByRole('dialog').getByRole('button', { name: 'Load' }).click();
  await expect(page.locator('main')).toHaveAttribute('data-stage', 'ready', { timeout: 60_000 });
  expect(requests('names.bin').length).toBeGreaterThan(0);
  expect(requests('neighbourhoods.jsonl').length).toBeGreaterThan(0);
});

test('what another tab holds of a corpus is not said to be forgotten', async ({ page, context }) => {
  await openReady(page);
  await askDatabase(page);
  const other = await context.newPage();
  await other.goto('./?data=');
  await other.getByRole('button', { name: /^Load report/ }).click();
  await forget(other);
  await expect(other.getByRole('region', { name: 'Notices' })).toContainText('Another tab has a corpus open');
  await page.close();
  await forget(other);
  await expect.poll(() => keptOf(other)).toEqual({ files: 0, ranges: 0 });
});

test('diagnostics tell what a corpus cost, and nothing of which it is or what it was asked', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openReady(page);
  await page.getByRole('combobox', { name: /^Find/ }).fill('training self-correct reinforcement');
  await page.getByRole('option', { name: /Training Language Models to Self-Correct/ }).click();
  await expect.poll(async () => (await sceneOf(page)).nodes.length).toBe(49);
  await page.getByRole('button', { name: /^Load report/ }).click();
  await page.getByText('Diagnostics', { exact: true }).click();
  await page.getByRole('button', { name: 'Copy as text' }).click();
  await expect(page.getByText('Diagnostics copied').first()).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('answered by: ranges of its files');
  expect(text).toContain(`  requests: ${host.asked.length}\n`);
  expect(text).toMatch(/received: [\d.]+ MB/);
  expect(text).toMatch(/from what was kept here: [\d.]+ MB/);
  for (const question of ['words of titles', 'neighbourhoods', 'an original document'])
    expect(text).toMatch(new RegExp(`${question}: .*[\\d.]+ ms`));
  const { port, host: name } = new URL(host.url);
  for (const personal of [
    port,
    name,
    'http',
    'small corpus',
    '2409.12917',
    'elf-',
    'einforcement',
    'corpus.duckdb',
  ])
    expect(text).not.toContain(personal);
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

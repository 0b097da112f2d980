import { readFile } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Page } from '@playwright/test';
import { sceneOf } from './at-the-stage';
import { expect, expectAccessible, test } from './corollary';

/** What the page hands to the browser's own saving, as text. */
async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

test('the graph on the stage, counted and previewed before it is saved, for the keyboard too', async ({
  page,
  open,
}) => {
  await open();
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const scene = await sceneOf(page);
  await expect(dialog.getByRole('status')).toContainText(
    new RegExp(`${scene.nodes.length}\\s+nodes, ${scene.lines.length}\\s+lines`),
  );
  await expect(dialog.getByRole('region', { name: 'How it begins' })).toContainText('<gexf');
  await expectAccessible(page, '[role=dialog]');
  const { name, text } = await saved(page, () => dialog.getByRole('button', { name: 'Save' }).click());
  expect(name).toBe('arXiv-2409.12917.gexf');
  for (const { id } of scene.nodes) expect(text).toContain(`<node id="${id}"`);

  await dialog.getByLabel('everything that is loaded').check();
  const [{ n }] = (await page.evaluate(() =>
    window.corollary.sql('SELECT count(*)::INTEGER AS n FROM works'),
  )) as [{ n: number }];
  await expect(dialog.getByRole('status')).toContainText(new RegExp(`${n.toLocaleString('en')}\\s+nodes`));

  await dialog.getByRole('button', { name: 'Table' }).click();
  await dialog.getByRole('combobox', { name: 'Table' }).selectOption('works');
  await expect(dialog.getByRole('status')).toContainText(new RegExp(`${n.toLocaleString('en')}\\s+rows`));
  const works = await saved(page, () => dialog.getByRole('button', { name: 'Save' }).click());
  expect(works.name).toBe('works.csv');
  expect(works.text.split('\r\n', 1)[0]).toContain('public_id');
});

test('a bibliography of what is on the stage, with the fields that people expect', async ({ page, open }) => {
  await open();
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('button', { name: 'Bibliography' }).click();
  const works = (await sceneOf(page)).nodes.length;
  await expect(dialog.getByRole('status')).toContainText(new RegExp(`${works}\\s+works`));
  const { name, text } = await saved(page, () => dialog.getByRole('button', { name: 'Save' }).click());
  expect(name).toBe('arXiv-2409.12917.bib');
  expect(text.match(/^@/gm)).toHaveLength(works);
  expect(text).toMatch(/eprint\s*=\s*\{2409\.12917\}/);
  const ris = await page.evaluate(async () =>
    (await window.corollary.export('ris', { scope: 'all' })).text(),
  );
  const [{ n }] = (await page.evaluate(() =>
    window.corollary.sql('SELECT count(*)::INTEGER AS n FROM works'),
  )) as [{ n: number }];
  expect(ris.match(/^ER {2}-/gm)).toHaveLength(n);
});

test('the selection alone, and rows of lists and of SQL, in the formats for tables', async ({
  page,
  open,
}) => {
  await open();
  const ids = (await sceneOf(page)).nodes.slice(0, 3).map(({ id }) => id);
  await page.evaluate(
    (selection) => window.corollary.setView({ ...window.corollary.view(), selection }),
    ids,
  );
  const csv = await page.evaluate(async () => {
    const file = await window.corollary.export('csv', { scope: 'selection' });
    return file.text();
  });
  expect(csv.trim().split('\r\n').slice(1)).toHaveLength(3);
  for (const id of ids) expect(csv).toContain(id);

  await page.keyboard.press('w');
  await page.getByRole('button', { name: 'Save rows…' }).click();
  const related = await saved(page, () => page.getByRole('menuitem', { name: /^JSON Lines/ }).click());
  expect(related.name).toBe('related.jsonl');
  const [first] = related.text.split('\n');
  const listed = await page.evaluate(() => window.corollary.related(['arXiv:2409.12917'], { limit: 1 }));
  expect(JSON.parse(first ?? '')).toMatchObject({ id: listed[0]?.id, rank: 1, score: listed[0]?.score });

  const failure = await page.evaluate(() =>
    window.corollary.export('docx').catch((reason: Error) => reason.message),
  );
  expect(failure).toContain('no format "docx"');
});

test('everything as a DuckDB file, which DuckDB itself reads; nothing of it stays in the browser @one-screen', async ({
  page,
  open,
}) => {
  await open();
  await page.keyboard.press('ControlOrMeta+s');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('button', { name: 'Database' }).click();
  await expect(dialog.getByRole('status')).toContainText(/[\d,]+\s+rows, 16\s+tables/);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save' }).click(),
  ]);
  const path = await download.path();

  const instance = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  const sql = `SELECT public_id, title, year, trust FROM works ORDER BY public_id`;
  const read = (await connection.runAndReadAll(sql)).getRowObjectsJson();
  expect(read).toEqual(await page.evaluate((text) => window.corollary.sql(text), sql));
  const counting = `SELECT count(*)::INTEGER AS n, count(raw)::INTEGER AS printed FROM citations`;
  expect((await connection.runAndReadAll(counting)).getRowObjectsJson()).toEqual(
    await page.evaluate((text) => window.corollary.sql(text), counting),
  );
  connection.closeSync();
  instance.closeSync();
  const left = await page.evaluate(async () => {
    const names: string[] = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
    return names;
  });
  expect(left.filter((name) => name.includes('duckdb'))).toEqual([]);
});

test('the link as text, Markdown, QR code and frame; the frame shows the view without the app around it @one-screen', async ({
  page,
  open,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open();
  await page.evaluate(() => window.corollary.show('arXiv:2303.17651', { depth: 1 }));
  await page.getByRole('button', { name: 'Share…' }).click();
  await page.getByRole('menuitem', { name: /^Link/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Link' });
  await expect(dialog.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
  await expectAccessible(page, '[role=dialog]');
  await dialog.getByRole('button', { name: 'Copy: Markdown' }).click();
  const markdown = await page.evaluate(() => navigator.clipboard.readText());
  expect(markdown).toContain(`](<${page.url()}>)`);
  await dialog.getByLabel('controls and legend').check();
  const html = await dialog.getByRole('textbox', { name: /^Frame/ }).inputValue();

  const address = page.url();
  const nodes = (await sceneOf(page)).nodes.map(({ id }) => id);
  await page.goto('about:blank');
  const framed = await page.evaluate(
    (text) => new DOMParser().parseFromString(text, 'text/html').querySelector('iframe')?.src ?? '',
    html,
  );
  expect(framed.replace('embed=controls', '').replace('?#', '#')).toBe(address);
  await open(framed);
  await expect(page.getByRole('complementary', { name: 'Controls' })).toBeVisible();
  await expect(page.getByRole('banner')).toHaveCount(0);
  await expect(page.getByRole('complementary', { name: 'Details' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Open in Corollary' })).toHaveAttribute('href', address);
  expect((await sceneOf(page)).nodes.map(({ id }) => id)).toEqual(nodes);
});

/** As in `design.md`: filter, arrange, leave with a figure and a bibliography, and come back to the same picture. */
test('a figure for a talk: filtered, arranged, saved, and opened again in a fresh profile', async ({
  page,
  open,
  browser,
  baseURL,
}) => {
  await open();
  const dragged = 'arXiv:2303.17651';
  await page.evaluate(async (id) => {
    const view = window.corollary.view();
    const filters = { ...view.filters, years: [2022, 2025] as const };
    await window.corollary.setView({ ...view, filters, pins: { [id]: [120, -340] } });
  }, dragged);
  const before = await sceneOf(page);
  const link = page.url();
  await page.keyboard.press('g');
  const dialog = page.getByRole('dialog', { name: 'Figure' });
  await dialog.getByLabel('Title', { exact: true }).fill('What SCoRe builds on');
  await expect(dialog.getByRole('status')).toContainText('Page of 1600 × 900 px');
  await expectAccessible(page, '[role=dialog]');
  const { name, text } = await saved(page, () => dialog.getByRole('button', { name: 'Save' }).click());
  expect(name).toBe('arXiv-2409.12917.svg');
  for (const { id } of before.nodes) expect(text).toContain(`id="node-${id.replace(':', '_')}"`);
  for (const words of [
    'What SCoRe builds on',
    'from 2022 to 2025',
    'Layout: timeline, 1 placed by hand, seed 1',
  ])
    expect(text).toContain(words);
  // The legend of a figure counts what is drawn, not what filters could bring back.
  const counts = [...text.matchAll(/>paper ?<[^]*?>(\d+)</g)].map(([, count]) => Number(count));
  expect(counts[0]).toBe(before.nodes.length);
  await page.keyboard.press('Escape');
  const bib = await page.evaluate(async () => (await window.corollary.export('bibtex')).text());
  expect(bib.match(/^@/gm)).toHaveLength(before.nodes.length);

  const fresh = await browser.newContext();
  const other = await fresh.newPage();
  const places = async () => (await sceneOf(other)).nodes.map(({ id, x, y }) => [id, x, y]);
  await other.goto(link);
  await other.evaluate(() => window.corollary.ready);
  expect(await places()).toEqual(before.nodes.map(({ id, x, y }) => [id, x, y]));

  await other.goto(baseURL ?? '');
  await other.evaluate(() => window.corollary.ready);
  await other.evaluate(async (svg) => {
    await window.corollary.open([new File([svg], 'talk.svg', { type: 'image/svg+xml' })]);
  }, text);
  expect(await places()).toEqual(before.nodes.map(({ id, x, y }) => [id, x, y]));
  await other.keyboard.press('g');
  await expect(other.getByRole('dialog').getByLabel('Title', { exact: true })).toHaveValue(
    'What SCoRe builds on',
  );
  const again = await saved(other, () =>
    other.getByRole('dialog').getByRole('button', { name: 'Save' }).click(),
  );
  expect(again.text).toBe(text);

  await other.goto('about:blank');
  await other.goto(`${baseURL}?data=samples/blueprints/pfr.json`);
  await other.evaluate(() => window.corollary.ready);
  await other.evaluate((svg) => window.corollary.open([new File([svg], 'talk.svg')]), text);
  await expect(other.getByLabel('Notices')).toContainText('score-citations.jsonl');
  await fresh.close();
});

test('a figure in every format, and none of another', async ({ page, open }) => {
  await open();
  const sizes = await page.evaluate(async () => {
    const heads: Record<string, string> = {};
    for (const format of ['svg', 'png', 'pdf', 'tikz', 'html'] as const) {
      const file = await window.corollary.figure(format, { date: '2026-01-01' });
      heads[file.name] = (await file.slice(0, 15).text()).trim();
    }
    return heads;
  });
  expect(Object.keys(sizes).map((name) => name.split('.').at(-1))).toEqual([
    ...['svg', 'png', 'pdf', 'tex', 'html'],
  ]);
  expect(sizes['arXiv-2409.12917.pdf']).toContain('%PDF-');
  expect(sizes['arXiv-2409.12917.html']).toMatch(/^<!doctype html/i);
  const failure = await page.evaluate(() =>
    window.corollary.figure('docx' as 'svg').catch((reason: Error) => reason.message),
  );
  expect(failure).toContain('one of svg, png, pdf, tikz, html');
});

test('a bundle to share opens by drop in a fresh profile, is checked there and shows the same view', async ({
  page,
  open,
  browser,
  baseURL,
}) => {
  await open();
  const before = await sceneOf(page);
  const bytes = await page.evaluate(async () => {
    const file = await window.corollary.export('portable', { scope: 'shown' });
    return [...new Uint8Array(await file.arrayBuffer())];
  });
  const fresh = await browser.newContext();
  const other = await fresh.newPage();
  await other.goto(`${baseURL}?data=`);
  const report = await other.evaluate(async (list) => {
    return window.corollary.open([new File([Uint8Array.from(list)], 'score.zip')]);
  }, bytes);
  expect(report.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  await expect(other.getByLabel('Notices')).toContainText(
    /score\.zip: each of its \d+ documents has the hash that its manifest states/,
  );
  const after = await sceneOf(other);
  expect(after.nodes.map(({ id, trust }) => [id, trust])).toEqual(
    before.nodes.map(({ id, trust }) => [id, trust]),
  );
  expect(after.lines.map(({ id, evidence }) => [id, evidence])).toEqual(
    before.lines.map(({ id, evidence }) => [id, evidence]),
  );
  const checks = (from: Page) => from.evaluate(() => window.corollary.checks('arXiv:2409.12917'));
  expect(await checks(other)).toEqual(await checks(page));
  await fresh.close();
});

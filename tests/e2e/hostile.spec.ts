import { expect, expectAccessible, test } from './corollary';
import { layoutFaults } from './layout-faults';

const MARKUP = '<img src=x onerror=alert(1)><script>alert(2)</script>';
const BACKWARDS = '\u202eesrever\u202c \u2066isolated\u2069';
const TEX =
  '$\\href{javascript:alert(3)}{x}$ $\\includegraphics{https://example.org/x.png}$ $\\def\\a{\\a\\a}\\a$';
const LONG = 'Pneumonoultramicroscopicsilicovolcanoconiosis '.repeat(450).slice(0, 20_000);
const UNBROKEN = 'W'.repeat(5_000);

const ROWS = [
  { type: 'collection', name: MARKUP, version: 1, description: MARKUP },
  work('2501.00001', MARKUP),
  work('2501.00002', `${BACKWARDS} title`),
  work('2501.00003', LONG),
  work('2501.00004', TEX),
  work('2501.00005', UNBROKEN),
  ...['2', '3', '4', '5'].map((last) => ({
    type: 'citation',
    citing: 'arXiv:2501.00001',
    cited: `arXiv:2501.0000${last}`,
    source: last === '2' ? MARKUP : 'javascript:alert(4)',
    raw: `${MARKUP} ${BACKWARDS}`,
    method: MARKUP,
    role: MARKUP,
  })),
  {
    type: 'theorem',
    id: 't',
    library: MARKUP,
    module: MARKUP,
    declaration: `Evil.«${MARKUP}».${BACKWARDS}`,
    kind: MARKUP,
    status: MARKUP,
    statement: `theorem ${MARKUP} ${BACKWARDS}`,
    url: 'javascript:alert(5)',
  },
  {
    type: 'theorem_link',
    work: 'arXiv:2501.00001',
    theorem: 't',
    relation: MARKUP,
    scope: MARKUP,
    source: 'javascript:alert(6)',
  },
];

function work(id: string, title: string) {
  return { type: 'work', arxiv_id: id, title, authors_text: title, venue: MARKUP, date: '2025-01' };
}

test('hostile text is shown as text, wherever it is shown', async ({ page }) => {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto('./?data=');
  await expect(page.locator('main')).toHaveAttribute('data-stage', 'empty');
  const name = `${MARKUP}.jsonl`.replaceAll('/', '');
  const text = ROWS.map((row) => JSON.stringify(row)).join('\n');
  await page.evaluate(
    async ([file, body]) => {
      await window.corollary.open([new File([body], file)]);
      await window.corollary.show('arXiv:2501.00001', { depth: 2 });
    },
    [name, text] as const,
  );
  await expect(page.locator('main')).toHaveAttribute('data-stage', 'ready');
  const isPhone = (page.viewportSize()?.width ?? 0) < 600;
  const sheets = page.getByRole('navigation', { name: 'Panels' });
  const details = page.getByRole('complementary', { name: 'Details' });
  const select = (id: string) =>
    page.evaluate((one) => window.corollary.setView({ ...window.corollary.view(), selection: [one] }), id);
  const nodes = await page.evaluate(() =>
    window.corollary.scene().nodes.map(({ id, kind }) => ({ id, kind })),
  );
  const theorem = nodes.find(({ kind }) => kind === 'theorem')?.id ?? '';
  expect(nodes).toHaveLength(6);

  if (isPhone) await sheets.getByRole('button', { name: 'Details' }).click();
  await select('arXiv:2501.00001');
  await expect(details.getByRole('heading', { level: 2 })).toHaveText(MARKUP);
  expect.soft(await layoutFaults(page, isPhone)).toEqual([]);
  await select('arXiv:2501.00002');
  const title = details.getByRole('heading', { level: 2 });
  await expect(title).toHaveText(/title$/);
  expect(await title.locator('bdi').evaluate((bdi) => getComputedStyle(bdi).unicodeBidi)).toBe('isolate');
  await select('arXiv:2501.00003');
  await expect(details.getByRole('heading', { level: 2 })).toContainText('Pneumonoultra');
  expect.soft(await layoutFaults(page, isPhone)).toEqual([]);
  await select('arXiv:2501.00005');
  await expect(details.getByRole('heading', { level: 2 })).toContainText('WWWW');
  expect.soft(await layoutFaults(page, isPhone)).toEqual([]);
  await select('arXiv:2501.00004');
  await expect(details).toContainText('javascript:alert(3)');
  await select('arXiv:2501.00001 → arXiv:2501.00002');
  await expect(details).toContainText(MARKUP);
  await select(theorem);
  await expect(details).toContainText(`Evil.«${MARKUP}».⟨U+202E⟩esrever⟨U+202C⟩`);
  await expectAccessible(page);
  expect.soft(await layoutFaults(page, isPhone)).toEqual([]);

  if (isPhone) await sheets.getByRole('button', { name: 'Lists' }).click();
  else await page.keyboard.press('t');
  await expect(page.getByRole('grid')).toContainText(MARKUP);
  await page.getByRole('button', { name: /^Load report/ }).click();
  await expect(page.getByRole('region', { name: 'Load report', exact: true })).toContainText('<img src=x');
  expect.soft(await layoutFaults(page, isPhone)).toEqual([]);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  const search = page.getByRole('combobox', { name: /^Find/ });
  await search.fill('onerror');
  await expect(page.getByRole('listbox', { name: 'Found' })).toContainText(MARKUP);
  await search.fill('Pneumono');
  await expect(page.getByRole('listbox', { name: 'Found' })).toContainText('Pneumono');
  expect.soft(await layoutFaults(page, isPhone)).toEqual([]);

  const planted = await page.evaluate(() => ({
    images: document.querySelectorAll('img, iframe, object, embed').length,
    scripts: [...document.scripts].filter(({ text }) => text.includes('alert')).length,
    links: [...document.querySelectorAll('a')]
      .map(({ href }) => href)
      .filter((href) => !/^https?:/.test(href)),
  }));
  expect(planted).toEqual({ images: 0, scripts: 0, links: [] });
  expect(dialogs).toEqual([]);
});

import type { Page } from '@playwright/test';
import { sceneOf, viewOf } from './at-the-stage';
import { expect, expectAccessible, test } from './corollary';

const SCORE = 'arXiv:2409.12917';
/** One step of it takes minutes: nothing but ending its worker stops it. */
const ENDLESS = 'SELECT count(*) FROM range(300000) a, range(300000) b WHERE a.range + b.range = 7';

test.beforeEach(async ({ page, open }) => {
  await open();
  await page.keyboard.press('q');
  await expect(editor(page)).toBeVisible();
});

test('write with completion, run, and find it again after a reload', async ({ page, open }) => {
  await editor(page).click();
  await page.keyboard.type('SELECT public_id, ti');
  await page.keyboard.press('End');
  await page.keyboard.type(' FROM works');
  await accept(page, /^works/);
  for (let left = 0; left < ' FROM works'.length; left++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('t');
  await expect(page.getByRole('option', { name: /^title/ })).toContainText('works · VARCHAR');
  await accept(page, /^title/);
  await page.keyboard.press('Control+End');
  await page.keyboard.type(` WHERE public_id = '${SCORE}`);
  await expect(editor(page)).toHaveText(`SELECT public_id, title FROM works WHERE public_id = '${SCORE}'`);
  await page.keyboard.press('Control+Enter');
  await expect(status(page)).toContainText('1 row in');
  await expect(grid(page).getByRole('gridcell').first()).toHaveText(SCORE);
  expect((await viewOf(page)).depth, 'keys of the app do not fire in the editor').toBe(1);
  await expectAccessible(page, '.dock');

  await page.getByRole('button', { name: 'Save…' }).click();
  await page.keyboard.type('Mine');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Rename “Mine”' }).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Ours');
  await page.keyboard.press('Enter');
  await run(page, 'SELECT 1');
  await open();
  await page.keyboard.press('q');
  await expect(editor(page)).toHaveText('SELECT 1');
  await page.getByRole('button', { name: 'Ours', exact: true }).click();
  await expect(editor(page)).toContainText(SCORE);
  await shelf(page).getByText('Earlier').click();
  await expect(shelf(page).getByRole('button', { name: 'SELECT 1', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Delete “Ours”' }).click();
  await expect(page.getByRole('button', { name: 'Ours', exact: true })).toBeHidden();
});

test('what is kept may be damaged', async ({ page, open }) => {
  await page.evaluate(() => {
    localStorage.setItem('corollary sql-history ', '{"not":"a list"}');
    localStorage.setItem('corollary sql-saved ', '[{"name":1},{"name":"Whole","text":"SELECT 2"},null,"x"');
  });
  await open();
  await page.keyboard.press('q');
  await run(page, 'SELECT 3');
  await expect(status(page)).toContainText('1 row');
});

test('the keyboard leaves the editor by Tab, and goes through the answer', async ({ page }) => {
  await run(page, 'SELECT public_id, title FROM works ORDER BY work_id LIMIT 30');
  await expect(status(page)).toContainText('30 rows');
  await editor(page).click();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Run' })).toBeFocused();
  await grid(page).focus();
  await page.keyboard.press('Control+End');
  await expect(grid(page).locator('.is-at')).toBeInViewport();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await viewOf(page)).selection).toEqual([SCORE]);
});

test('an error points into the text, and says in our words what is not here', async ({ page }) => {
  await run(page, 'SELECT 1,\n  titel FROM works');
  await expect(status(page)).toContainText('titel');
  await expect(page.locator('.editor .fault')).toHaveText('titel');
  for (const [sql, words] of [
    ["SELECT json_extract('{}', 'x')", '“json_extract” cannot be used here. JSON functions'],
    ["SELECT stem('a', 'en')", 'Full-text search is not in this database'],
    ["SELECT 'a' COLLATE de", 'ICU'],
    ["SELECT * FROM parquet_scan('a')", 'Parquet files'],
    ["SELECT * FROM read_csv('https://example.org/a.csv')", 'no file and no address'],
    ['INSERT INTO works SELECT * FROM works', 'can only read'],
    ['SELECT 1; SELECT 2', 'One statement at a time'],
    ['SET threads = 2', 'settings of the database are fixed'],
  ] as const) {
    await run(page, sql);
    await expect(status(page)).toContainText(words);
    await expect(status(page)).not.toContainText(/INSTALL|LOAD /);
  }
  await expectAccessible(page, '.dock');
});

test('ids become a selection, more of the stage, and lines over it', async ({ page }) => {
  await run(page, `SELECT cited FROM citations JOIN works ON work_id = citing WHERE public_id = '${SCORE}'`);
  await page.getByRole('button', { name: 'Select 43 on the stage' }).click();
  expect((await viewOf(page)).selection).toHaveLength(43);

  await run(page, `SELECT public_id FROM works WHERE public_id IN ('${SCORE}', 'arXiv:1707.06347')`);
  await page.getByRole('button', { name: 'Show the 1 other too' }).click();
  await expect.poll(async () => (await viewOf(page)).seeds).toEqual(['arXiv:1707.06347']);
  await page.keyboard.press('Escape');

  await run(
    page,
    `SELECT a.work_id AS citing, b.public_id AS twin FROM works a, works b
    WHERE a.public_id = '${SCORE}' AND b.public_id IN ('arXiv:2303.17651', 'arXiv:2303.11366', '${SCORE}')`,
  );
  await page.getByRole('button', { name: 'Draw 2 lines' }).click();
  const asked = async () => (await sceneOf(page)).lines.filter(({ kind }) => kind === 'asked');
  await expect.poll(asked).toMatchObject([
    { from: SCORE, style: 'dotted' },
    { from: SCORE, style: 'dotted' },
  ]);
  const legend = page.getByRole('region', { name: 'Legend' });
  await legend.getByRole('button', { name: /^from your query\s*2/ }).click();
  await expect.poll(asked).toEqual([]);
});

test('ten million rows and a query without end leave the page and its questions alone', async ({ page }) => {
  await run(page, 'SELECT 1');
  await expect(status(page)).toContainText('1 row');
  await run(page, 'SELECT * FROM range(10000000)');
  await expect(status(page)).toContainText(/^The first 100,\d{3} rows in .* there are more/);
  await grid(page).focus();
  await page.keyboard.press('Control+End');
  await expect(grid(page).locator('.is-at')).toHaveText(/^100\d{3}$/);
  expect(await grid(page).getByRole('row').count(), 'rows that are made at once').toBeLessThan(100);

  await run(page, ENDLESS);
  await expect(status(page)).toHaveText('Running…');
  // The app is answered meanwhile.
  await page.evaluate(async () => {
    await window.corollary.sql('SELECT count(*) FROM citations');
    await window.corollary.show('arXiv:2303.11366');
  });
  await expect(status(page)).toHaveText('Running…');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Run' })).toBeVisible();
  await run(page, 'SELECT count(*) > 1000 AS filled FROM works');
  await expect(status(page)).toContainText('1 row in');
  await expect(grid(page).getByRole('gridcell')).toHaveText('true');
});

test('lists show their SQL, and what was written is not lost', async ({ page }) => {
  await run(page, 'SELECT 41');
  await page.getByRole('button', { name: 'Show the SQL of its references' }).click();
  await expect(editor(page)).toContainText('FROM citations');
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(status(page)).toContainText('44 rows');
  await shelf(page).getByText('Earlier').click();
  await expect(shelf(page).getByRole('button', { name: 'SELECT 41', exact: true })).toBeVisible();
  const line = (await sceneOf(page)).lines.find(({ kind }) => kind === 'cites')?.id ?? '';
  await page.evaluate(
    (id) => window.corollary.setView({ ...window.corollary.view(), selection: [id] }),
    line,
  );
  await page.getByRole('button', { name: 'Show the SQL of this evidence' }).click();
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(status(page)).toContainText('1 row');
});

function editor(page: Page) {
  return page.getByRole('textbox', { name: 'SQL' });
}

function grid(page: Page) {
  return page.getByRole('grid', { name: 'What the query found' });
}

function status(page: Page) {
  return page.getByRole('region', { name: 'SQL', exact: true }).getByRole('status');
}

function shelf(page: Page) {
  return page.getByRole('region', { name: 'Tables, saved and earlier queries' });
}

/** The editor takes no Enter for a choice in the moment that a list appears. */
async function accept(page: Page, name: RegExp): Promise<void> {
  await expect(page.getByRole('option', { name, selected: true })).toBeVisible();
  await page.waitForTimeout(100);
  await page.keyboard.press('Enter');
}

async function run(page: Page, sql: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(sql);
  await page.keyboard.press('Control+Enter');
}

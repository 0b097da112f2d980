import type { Page } from '@playwright/test';
import { sceneOf, viewOf } from './at-the-stage';
import { expect, expectAccessible, test } from './corollary';

const PFR = './?data=samples/blueprints/pfr.json';
const FLT = './?data=samples/blueprints/FLT.json';

async function openBlueprint(page: Page, address: string, focus: string): Promise<void> {
  await page.goto(address);
  await page.evaluate(() => window.corollary.ready);
  await page.evaluate((id) => window.corollary.show(id), focus);
}

function details(page: Page) {
  return page.getByRole('complementary', { name: 'Details' });
}

/** All that is below by SQL alone, through proofs too. */
async function belowBySql(page: Page, id: string): Promise<string[]> {
  const rows = await page.evaluate(
    (start) =>
      window.corollary.sql(
        `WITH RECURSIVE below AS (SELECT theorem_id FROM theorems WHERE public_id = ?
           UNION SELECT uses FROM below JOIN theorem_uses USING (theorem_id))
         SELECT public_id AS id FROM below JOIN theorems USING (theorem_id) WHERE public_id <> ?1 ORDER BY id`,
        [start],
      ),
    id,
  );
  return (rows as { id: string }[]).map((row) => row.id);
}

test('a mathematician’s questions of PFR: no gap below it, what is to be checked, a way to a lemma', async ({
  page,
}) => {
  await openBlueprint(page, PFR, 'blueprint:pfr/entropy-pfr');
  await expect(details(page).getByText('proved, with all it rests on')).toBeVisible();
  await expect(details(page).getByText('No gap lies below it.')).toBeVisible();
  const below = await belowBySql(page, 'blueprint:pfr/entropy-pfr');
  await details(page)
    .getByRole('button', { name: `what it rests on ${below.length}` })
    .click();
  await expect.poll(async () => (await sceneOf(page)).nodes.length).toBe(below.length + 1);
  const cone = await page.evaluate(() => window.corollary.cone('blueprint:pfr/entropy-pfr'));
  expect([...cone].sort()).toEqual(below);
  const view = await viewOf(page);
  expect(view.cone).toEqual({
    of: 'blueprint:pfr/entropy-pfr',
    shape: 'down',
    through: 'proof',
    reduced: true,
  });
  const reduced = (await sceneOf(page)).lines.length;
  await page.getByRole('checkbox', { name: 'without lines that longer ways say too' }).first().click();
  await expect.poll(async () => (await sceneOf(page)).lines.length).toBeGreaterThan(reduced);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await sceneOf(page)).lines.length).toBe(reduced);

  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  await page.evaluate(() => window.corollary.ready);
  expect((await sceneOf(page)).lines).toHaveLength(reduced);
  await expectAccessible(page, 'main');

  await page.getByRole('button', { name: 'Back to its neighbourhood' }).click();
  await expect.poll(async () => (await viewOf(page)).cone).toBeNull();
  // The theorems of PFR speak of what every reader knows: the blueprint has no use in their statements.
  const review = details(page).getByRole('button', { name: /^what to check to trust its statement/ });
  await expect(review).toBeDisabled();
  await expect(
    details(page).getByText('no document tells of anything that its statement uses'),
  ).toBeVisible();

  await page.evaluate(() => window.corollary.show('blueprint:pfr/pfr'));
  await page.keyboard.press('v');
  const to = page.getByRole('group', { name: 'To', exact: true });
  await to.getByRole('combobox').fill('Ruzsa triangle inequality');
  await page.getByRole('option', { name: /^Ruzsa triangle inequality/ }).click();
  const paths = page.getByRole('region', { name: 'Paths' });
  await expect(paths.getByRole('status')).toContainText('the shortest 3 steps');
  await expect(paths.getByRole('listitem').first()).toContainText('Entropy version of PFR');

  await page.evaluate(() => window.corollary.show('blueprint:pfr/cond-distance-lower'));
  await expect(review).toContainText('8');
  await review.click();
  await expect.poll(async () => (await sceneOf(page)).nodes.length).toBe(9);
});

test('from FLT: the nearest gap with the way there, and the papers that are cited on the way', async ({
  page,
}) => {
  await openBlueprint(page, FLT, 'blueprint:FLT/FLT');
  await expect(details(page).getByRole('heading', { name: 'The nearest gaps' })).toBeVisible();
  const first = details(page).locator('.gaps li').first();
  await expect(first).toContainText('FreyPackage.false');
  await expect(first).toContainText('1 step below');
  await page.keyboard.press('m');
  await page.getByRole('button', { name: 'Gaps', exact: true }).click();
  const grid = page.getByRole('grid', { name: 'Gaps' });
  await expect(grid).toHaveAttribute('aria-rowcount', '5');
  await grid.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await viewOf(page)).traced).toHaveLength(2);
  const shares = details(page).getByRole('group').filter({ hasText: 'Papers it shares ground with' });
  await page.evaluate(() =>
    window.corollary.setView({ ...window.corollary.view(), selection: [], traced: [] }),
  );
  await expect(details(page).getByText('Papers it shares ground with')).toBeVisible();
  await expect(shares).toContainText('That a statement is proved says nothing of a paper tied to it.');
  await expect(page.getByText('11 problems')).toBeVisible();
});

test('the formal lists: coverage, shadows, statements for Lean and for a text', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('./?data=samples/formal-conjectures/formal-conjectures.jsonl');
  await page.evaluate(() => window.corollary.ready);
  await page.evaluate(() => window.corollary.show('arXiv:1902.06023', { depth: 2 }));
  await page.keyboard.press('m');
  await page.getByRole('button', { name: 'Coverage', exact: true }).click();
  await expect(page.locator('.dock').getByRole('status').first()).toContainText(
    /0 of \d+\spapers on the stage have a\s+formal\s+counterpart that is proved/,
  );
  await page.getByRole('button', { name: 'Shadow', exact: true }).click();
  const [{ n }] = (await page.evaluate(() =>
    window.corollary.sql('SELECT count(*)::INTEGER AS n FROM theorems WHERE sorry'),
  )) as [{ n: number }];
  await expect(page.getByRole('grid', { name: 'Statements' })).toHaveAttribute(
    'aria-rowcount',
    String(n + 1),
  );
  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByRole('grid', { name: 'Statements' })).toHaveAttribute(
    'aria-rowcount',
    String(n + 1),
  );
  await page.getByRole('button', { name: 'To read and write' }).click();
  await page.getByRole('button', { name: 'Copy Lean lines' }).click();
  const lean = await page.evaluate(() => navigator.clipboard.readText());
  expect(lean).toContain('-- formal-conjectures');
  expect(lean).toMatch(/^import FormalConjectures\./m);
  expect(lean).toMatch(/^#check /m);
  await expectAccessible(page, 'main');
});

test('modules fold into one node each and unfold again', async ({ page }) => {
  await openBlueprint(page, PFR, 'blueprint:pfr/pfr');
  await details(page).getByRole('button', { name: 'its whole library 217' }).click();
  await expect.poll(async () => (await sceneOf(page)).nodes.length).toBe(218);
  await page.getByRole('button', { name: 'fold all', exact: true }).click();
  const kinds = async () => (await sceneOf(page)).nodes.map(({ kind }) => kind);
  await expect.poll(async () => (await kinds()).filter((kind) => kind === 'theorem')).toHaveLength(1);
  const modules = (await kinds()).filter((kind) => kind === 'module').length;
  expect(modules).toBe((await viewOf(page)).folded.length);
  const [module] = (await viewOf(page)).folded;
  await page.evaluate(
    (id) => window.corollary.setView({ ...window.corollary.view(), selection: [id ?? ''] }),
    module,
  );
  await details(page).getByRole('button', { name: 'Unfold it on the stage' }).click();
  await expect
    .poll(async () => (await kinds()).filter((kind) => kind === 'module'))
    .toHaveLength(modules - 1);
});

test('a module that an import graph names is joined to what is stated in it, and the line says where', async ({
  page,
}) => {
  await page.goto('./?data=');
  await page.evaluate(async () => {
    const graph = 'digraph "import_graph" { "Lib.Basic" -> "Lib.Main"; "Lib.Basic"; "Lib.Main"; }';
    const rows = ['one', 'two'].map((name, at) =>
      JSON.stringify({ library: 'Lib', module: 'Lib.Main', name, kind: 'theorem', line: at + 1 }),
    );
    await window.corollary.open([new File([graph], 'imports.dot'), new File([rows.join('\n')], 'lib.jsonl')]);
    const cone = { of: 'module:Lib/Lib.Main', shape: 'library', through: 'proof', reduced: false } as const;
    await window.corollary.show('module:Lib/Lib.Main', { cone });
  });
  const { lines, legend } = await sceneOf(page);
  const contained = lines.filter(({ kind }) => kind === 'contains').map(({ id }) => id);
  expect(contained).toEqual(['module:Lib/Lib.Main → lean:Lib/one', 'module:Lib/Lib.Main → lean:Lib/two']);
  expect(legend.find(({ key }) => key === 'line:contains')).toMatchObject({ count: 2 });
  await page.evaluate(
    (line) => window.corollary.setView({ ...window.corollary.view(), selection: [line ?? ''] }),
    contained[0],
  );
  await expect(details(page)).toContainText(/contains\s+one\s+Where it stands/);
  await expect(details(page)).toContainText('lib.jsonl');
});

test('of an address too it is asked, which is no failure', async ({ page }) => {
  await page.route('**/mine.dot', (route) => route.fulfill({ body: 'digraph { a -> b; b -> c }' }));
  await page.goto('./?data=mine.dot');
  const dialog = page.getByRole('dialog', { name: 'What is this graph?' });
  await dialog.getByRole('radio', { name: /^modules/ }).click();
  await dialog.getByRole('button', { name: 'Open as said' }).click();
  await expect(page.locator('main')).toHaveAttribute('data-stage', 'ready');
  expect((await viewOf(page)).focus).toMatch(/^module:/);
});

test('a graph that does not say of what it is is asked about, and the answer is kept', async ({ page }) => {
  await page.goto('./?data=');
  const text = 'digraph "" { "A.b" -> "A.c"; "A.c" -> "A.d" }';
  await page.evaluate(async (dot) => {
    await window.corollary.ready;
    await window.corollary.open([new File([dot], 'mine.dot')]).catch(() => undefined);
  }, text);
  const dialog = page.getByRole('dialog', { name: 'What is this graph?' });
  await expect(dialog).toContainText('mine.dot');
  await expectAccessible(page, '[role="dialog"]');
  await dialog.getByRole('radio', { name: /^statements/ }).click();
  await dialog.getByRole('button', { name: 'Open as said' }).click();
  const uses = () =>
    page.evaluate(() => window.corollary.sql('SELECT count(*)::INTEGER AS n FROM theorem_uses'));
  await expect.poll(uses).toEqual([{ n: 2 }]);
  // By then it is kept.
  await expect(page.locator('main')).toHaveAttribute('data-stage', 'ready');
  await page.reload();
  await page.evaluate(() => window.corollary.ready);
  await expect.poll(uses).toEqual([{ n: 2 }]);
});

test('in doubt: what uses a theorem rests on it, a paper that is tied to it does not', async ({ page }) => {
  await openBlueprint(page, FLT, 'blueprint:FLT/FLT');
  await page.keyboard.press('x');
  const slot = page.getByRole('group', { name: 'In doubt' });
  await slot.getByRole('combobox').fill('Mazur_Frey');
  await page
    .getByRole('option', { name: /^Mazur/ })
    .first()
    .click();
  const formally = page.getByRole('grid', { name: 'Rests on it formally' });
  await expect(formally).toHaveAttribute('aria-rowcount', '3');
  await expect(formally).toContainText('FreyPackage.false');
  const others = page.getByRole('grid', { name: 'Only cites it, or is tied to it' });
  await expect(others).toHaveAttribute('aria-rowcount', '3');
  await expect(others).toContainText('Modular curves');
});

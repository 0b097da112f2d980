import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { sceneOf, tabTo, viewOf } from './at-the-stage';
import { expect, test } from './corollary';

const SCORE = 'arXiv:2409.12917';
const SELF_REFINE = 'arXiv:2303.17651';
const REFLEXION = 'arXiv:2303.11366';
const ATTENTION = 'arXiv:1706.03762';
const BOOST = 'self-correct|self-refine|reflexion';

test('related works by keyboard alone: seeds, measures, words, why, hide, undo, keep, and the SQL of it', async ({
  page,
  open,
}) => {
  await open();
  const { keyboard } = page;
  for (const [name, id] of [
    ['Self-Refine', SELF_REFINE],
    ['Reflexion', REFLEXION],
  ] as const) {
    await goTo(page, name);
    await keyboard.press('s');
    await expect.poll(async () => (await viewOf(page)).seeds).toContain(id);
  }
  await keyboard.press('w');
  await expect(status(page)).toContainText('related to the focus and 2 seeds');

  const measure = page.getByRole('combobox', { name: 'Measure' });
  await tabTo(page, measure);
  await keyboard.type('shared r');
  const seeds = [SCORE, SELF_REFINE, REFLEXION];
  await expect.poll(() => titlesIn(page)).toEqual(await titlesOf(page, seeds, 'coupling'));
  await tabTo(page, list(page));
  const [first] = await sharedReferences(page);
  expect(first?.score).toBeCloseTo(await weightOf(page, first?.title ?? ''), 2);

  await tabTo(page, measure, 'Shift+Tab');
  await keyboard.type('shared c');
  await expect.poll(() => titlesIn(page)).toEqual(await titlesOf(page, seeds, 'cocitation'));
  await tabTo(page, page.getByRole('searchbox', { name: /double/ }));
  await keyboard.type(BOOST);
  await expect(list(page).getByRole('row').first()).toContainText('×2');

  await tabTo(page, list(page));
  const [one, two, three, four, five] = await titlesIn(page);
  await keyboard.press('h');
  await expect.poll(() => titlesIn(page)).toEqual(expect.not.arrayContaining([one]));
  await expectCurrent(page, two);
  await keyboard.press('h');
  await expect(status(page)).toContainText('without 2 that you know or hid · 2 hidden');
  await expectCurrent(page, three);
  await keyboard.press('u');
  await expect(status(page)).toContainText('without 1 that you know or hid · 1 hidden');
  await expect.poll(() => titlesIn(page)).toContain(two);

  await expectCurrent(page, three);
  await keyboard.press('k');
  await expectCurrent(page, four);
  await keyboard.press('k');
  await expectCurrent(page, five);
  await keyboard.press('Shift+K');
  await expect(status(page)).toContainText('related to the focus and 4 seeds');
  const view = await viewOf(page);
  expect(await namesOf(page, view.seeds.slice(2))).toEqual([three, four]);
  await expect(list(page)).toBeFocused();

  const listed = await titlesIn(page);
  await tabTo(page, page.getByRole('button', { name: 'Show the SQL of this list' }), 'Shift+Tab');
  await keyboard.press('Enter');
  const editor = page.getByRole('textbox', { name: 'SQL' });
  await expect(editor).toContainText('WITH seeds AS');
  await tabTo(page, page.getByRole('button', { name: 'Run' }));
  await keyboard.press('Enter');
  const answer = page.getByRole('grid', { name: 'What the query found' });
  const cells = answer.getByRole('row').filter({ has: page.getByRole('gridcell') });
  await expect(cells.first().getByRole('gridcell').nth(1)).toHaveText(listed[0] ?? '');
  await expect(cells.nth(4).getByRole('gridcell').nth(1)).toHaveText(listed[4] ?? '');
});

test('marks: kept over a reload, undone, left out, and shared with another tab', async ({
  page,
  open,
  context,
}) => {
  await open();
  await openList(page, 'w', 'Related works');
  const { keyboard } = page;
  const [one, two, three] = await titlesIn(page);
  await list(page).focus();
  await keyboard.press('s');
  await keyboard.press('e');
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await keyboard.type('read again');
  await keyboard.press('Escape');
  await expect(list(page).getByRole('row').first()).toContainText('read again');
  await list(page).focus();
  await keyboard.press('ArrowDown');
  await keyboard.press('k');

  await open();
  await openList(page, 'w', 'Related works');
  await expect(status(page)).toContainText('1 kept · 1 starred · 1 noted');
  await expect(rowOf(page, one)).toContainText('read again');
  await expect(rowOf(page, one).getByRole('button', { name: 'Star' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(rowOf(page, two).getByRole('button', { name: 'Keep' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );

  const total = await totalIn(page);
  await rowOf(page, two).getByRole('button', { name: 'Known' }).click();
  await expect(rowOf(page, two)).toHaveCount(0);
  await expect(status(page)).toContainText('without 1 that you know or hid');
  expect(await totalIn(page)).toBe(total - 1);
  await page.getByRole('checkbox', { name: 'Without what I know' }).uncheck();
  await expect(rowOf(page, two)).toHaveCount(1);
  await expect(status(page)).not.toContainText('without');
  expect(await totalIn(page)).toBe(total);
  await page.getByRole('checkbox', { name: 'Without what I know' }).check();
  // The rows below move up by then.
  await expect(rowOf(page, two)).toHaveCount(0);
  const isNew = rowOf(page, three).getByTitle('New: not looked at yet');
  await expect(isNew).toHaveCount(1);
  await rowOf(page, three).getByRole('gridcell').first().dblclick();
  await expect(isNew).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(rowOf(page, two)).toHaveCount(1);
  await expect(status(page)).toContainText('1 kept');
  // To have looked at a work is no step.
  await expect(isNew).toHaveCount(0);

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.locator('main')).toHaveAttribute('data-stage', 'ready', { timeout: 30_000 });
  await expect(list(other)).toBeVisible();
  await rowOf(other, one).getByRole('button', { name: 'Hide' }).click();
  await expect(rowOf(page, one)).toHaveCount(0);
  await expect(status(page)).toContainText('without 1 that you know or hid');
});

test('which evidence counts, and which years, changes the list and says by how much', async ({
  page,
  open,
}) => {
  await open();
  await openList(page, 'w', 'Related works');
  await page.getByRole('combobox', { name: 'Measure' }).selectOption('pagerank');
  await expect.poll(() => titlesIn(page)).toEqual(await titlesOf(page, [SCORE], 'pagerank'));
  const ranks = await ranksBy(page, 'pagerank');
  const evidence = page.getByRole('combobox', { name: 'Evidence that counts' });
  await evidence.selectOption('sound');
  await expect(status(page)).toContainText('5 works related to the focus');
  for (const [place, title] of (await titlesIn(page)).entries()) {
    const by = (ranks.get(title) ?? 0) - place - 1;
    expect(by, title).toBeGreaterThan(0);
    await expect(rowOf(page, title)).toContainText(`▲${by}`);
    await expect(rowOf(page, title)).toContainText(`higher by ${by} than by all evidence`);
  }
  await evidence.selectOption('documents');
  const documents = page.getByRole('group', { name: 'Only what stands in these counts' });
  await expect(documents.getByRole('checkbox')).toHaveCount(2);
  await expect(status(page)).toContainText('2,10');
  await documents.getByRole('checkbox', { name: /^score-citations/ }).uncheck();
  await expect(status(page)).toContainText('5 works related to the focus');
  await page.keyboard.press('b');
  await openList(page, 'w', 'Related works');
  await expect(documents.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await evidence.selectOption('all');

  await page.getByRole('spinbutton', { name: 'From year' }).fill('2022');
  await page.getByRole('spinbutton', { name: 'To year' }).fill('2022');
  await page.getByRole('spinbutton', { name: 'To year' }).press('Enter');
  await expect(list(page).getByRole('row').first()).toContainText('2022');
  const [{ n }] = await sql<{ n: number }>(
    page,
    'SELECT count(*)::INTEGER AS n FROM works WHERE year = 2022 AND work_id IN (SELECT unnest([citing, cited]) FROM citations)',
  );
  await expect.poll(() => totalIn(page)).toBe(n);
  await page.getByRole('spinbutton', { name: 'From year' }).fill('');
  await page.getByRole('spinbutton', { name: 'To year' }).fill('');
  await page.getByRole('spinbutton', { name: 'To year' }).press('Enter');
  await expect.poll(() => totalIn(page)).toBe(ranks.size);
});

test('what builds on it: lists in their orders, main paths on the stage, an order to read in', async ({
  page,
  open,
}) => {
  await open();
  await openList(page, 'b', 'By steps');
  const [{ n }] = await sql<{ n: number }>(
    page,
    `WITH RECURSIVE on_it AS (SELECT work_id FROM works WHERE public_id = '${SCORE}'
       UNION SELECT citing FROM on_it JOIN citations ON cited = work_id)
     SELECT count(*)::INTEGER - 1 AS n FROM on_it`,
  );
  await expect(page.getByText(`${n} works known to build on the focus: 5 directly`)).toBeVisible();
  const stepsOf = async () => (await cellsIn(page, 'By steps', 2)).map(Number);
  expect(await stepsOf()).toEqual((await stepsOf()).sort((a, b) => a - b));
  const groups = page.getByRole('group', { name: 'Only one group' });
  await groups.getByRole('button', { name: /^2 steps/ }).click();
  const steps = await stepsOf();
  expect(new Set(steps)).toEqual(new Set([2]));
  await expect(groups.getByRole('button', { name: `2 steps ${steps.length}` })).toBeVisible();
  await groups.getByRole('button', { name: /^2 steps/ }).click();
  await expect.poll(async () => new Set(await stepsOf()).size).toBeGreaterThan(1);
  await pressList(page, 'By date');
  const dates = await cellsIn(page, 'By date', 1);
  expect(dates).toEqual([...dates].sort().reverse());
  await pressList(page, 'First to cite');
  const first = await cellsIn(page, 'First to cite', 1);
  expect(first).toHaveLength(5);
  expect(first).toEqual([...first].sort());
  await page.getByRole('button', { name: 'By role' }).click();
  await expect(page.getByText('No evidence says as what it cites the start.')).toBeVisible();
  await pressList(page, 'Rising');
  const rise = (await cellsIn(page, 'Rising', 6)).map(Number);
  expect(rise.every((by) => by > 0)).toBe(true);
  expect(rise).toEqual([...rise].sort((a, b) => b - a));

  const before = (await sceneOf(page)).nodes.length;
  await page.getByRole('button', { name: 'Draw on the stage' }).click();
  const lines = await page.getByRole('region', { name: 'Main paths' }).getByRole('listitem').count();
  await expect.poll(() => traced(page)).toHaveLength(lines);
  const drawn = await traced(page);
  expect((await viewOf(page)).traced).toHaveLength(lines);
  expect((await sceneOf(page)).nodes.length).toBeGreaterThan(before);
  await page.keyboard.press('Control+z');
  await expect.poll(() => traced(page)).toEqual([]);
  expect((await sceneOf(page)).nodes).toHaveLength(before);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => traced(page)).toEqual(drawn);
  const link = page.url();
  await page.goto('about:blank');
  await open(link);
  await expect.poll(() => traced(page)).toEqual(drawn);

  const selection = ['arXiv:2501.12948', SCORE, SELF_REFINE];
  await page.evaluate(
    (ids) => window.corollary.setView({ ...window.corollary.view(), selection: ids }),
    selection,
  );
  await page.getByRole('button', { name: 'Reading order of 3 selected' }).click();
  await expect
    .poll(async () => (await namesIn(page, 'Reading order')).map((name) => name.slice(0, 11)))
    .toEqual((await namesOf(page, [...selection].reverse())).map((name) => name.slice(0, 11)));
});

test('paths: found, their weakest hop named, drawn, led through a node, or none and it says so', async ({
  page,
  open,
}) => {
  await open();
  await page.keyboard.press('v');
  const found = page.getByRole('region', { name: 'Paths' });
  await choose(page, 'To', 'Attention is all you need');
  const paths = await page.evaluate(([from, to]) => window.corollary.paths(from, to, { k: 1000, slack: 0 }), [
    SCORE,
    ATTENTION,
  ] as const);
  expect(paths.length).toBeGreaterThan(1);
  await expect(found.getByRole('status')).toContainText('the shortest 3 steps');
  const ways = found.getByRole('listitem');
  await expect(ways).toHaveCount(Math.min(50, paths.length));
  const names = await namesOf(page, paths[0]?.ids ?? []);
  for (const name of names) await expect(ways.first()).toContainText(name.slice(0, 30));
  await expect(ways.first()).toContainText(
    /3 steps; (weakest hop: .+ \(.+ cites .+\)|each hop shown by: .+)/,
  );

  await ways.first().getByRole('button', { name: 'Draw on the stage' }).click();
  await expect.poll(() => traced(page)).toEqual([...(paths[0]?.lines ?? [])].sort());
  expect((await sceneOf(page)).nodes.map(({ id }) => id)).toEqual(
    expect.arrayContaining(paths[0]?.ids ?? []),
  );
  await ways
    .first()
    .getByRole('button', { name: /^Evidence: / })
    .first()
    .click();
  expect((await viewOf(page)).selection).toEqual(paths[0]?.lines.slice(0, 1));

  await choose(page, 'Through', 'DeepSeek-R1');
  await expect(ways.first()).toContainText('DeepSeek-R1');
  for (const way of await ways.all()) await expect(way).toContainText('DeepSeek-R1');
  await page.getByRole('button', { name: /^Take out: DeepSeek-R1/ }).click();
  await expect(page.getByRole('combobox', { name: /^Through/ })).toBeFocused();
  await page.getByRole('combobox', { name: 'Direction' }).selectOption('citing');
  await expect(found.getByRole('status')).toHaveText(/^No path leads there along these lines/);
  await page.getByRole('combobox', { name: 'Direction' }).selectOption('both');
  await expect(ways.first()).toBeVisible();
  await ways
    .first()
    .getByRole('button', { name: /^Show the SQL/ })
    .click();
  await expect(page.getByRole('textbox', { name: 'SQL' })).toContainText('hops(step');
});

test('compare: what each region counts is what SQL counts, and it can be selected', async ({
  page,
  open,
}) => {
  await open();
  await page.keyboard.press('c');
  await choose(page, 'B', 'Self-Refine');
  const cell = (name: string) => page.getByRole('button', { name, exact: true });
  const citers = (id: string) =>
    `SELECT citing FROM citations JOIN works ON work_id = cited WHERE public_id = '${id}'`;
  const shared = await sql<{ id: string }>(
    page,
    `SELECT public_id AS id FROM works WHERE work_id IN (${citers(SCORE)} INTERSECT ${citers(SELF_REFINE)}) ORDER BY id`,
  );
  const [only] = await sql<{ n: number }>(
    page,
    `SELECT count(*)::INTEGER AS n FROM (${citers(SELF_REFINE)} EXCEPT ${citers(SCORE)})`,
  );
  expect(shared.length).toBeGreaterThan(0);
  await expect(cell(`Cited by of A and B: ${shared.length}`)).toBeVisible();
  await expect(cell(`Cited by of only B: ${only?.n}`)).toBeVisible();
  await expect(cell('References of only A: 43')).toBeVisible();
  await expect(page.getByText('What B cites is not in what is loaded')).toBeVisible();

  await cell(`Cited by of A and B: ${shared.length}`).click();
  await expect(page.getByRole('grid', { name: 'A and B' })).toBeVisible();
  await page.getByRole('button', { name: 'Show and select' }).click();
  await expect
    .poll(async () => [...(await viewOf(page)).selection].sort())
    .toEqual(shared.map(({ id }) => id));

  await page.getByRole('button', { name: 'Compare a third' }).click();
  await choose(page, 'C', 'Reflexion');
  await expect(page.getByRole('columnheader', { name: 'A and B and C' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Table' }).click();
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(page.getByRole('group', { name: 'C', exact: true })).toContainText('Reflexion');
});

test('in doubt: what depends on it and by which way, as a list to keep; the mark is local and stays', async ({
  page,
  open,
}) => {
  await open();
  await page.keyboard.press('x');
  await choose(page, 'In doubt', 'Self-Refine');
  const grid = page.getByRole('grid', { name: 'Only cites it, or is tied to it' });
  const rows = await sql<{ id: string; steps: number }>(
    page,
    `WITH RECURSIVE way(node, steps) USING KEY (node) AS (
       SELECT work_id, 0 FROM works WHERE public_id = '${SELF_REFINE}'
       UNION SELECT from_node, min(steps) + 1 FROM way JOIN lines ON to_node = node
        WHERE from_node NOT IN (SELECT node FROM recurring.way) GROUP BY from_node)
     SELECT public_id AS id, steps FROM way JOIN works ON work_id = node WHERE steps > 0 ORDER BY steps, id`,
  );
  await expect(grid).toHaveAttribute('aria-rowcount', String(rows.length + 1));
  await expect(grid.getByRole('row').nth(1)).toContainText('directly');
  await grid.focus();
  await page.keyboard.press('End');
  await expect(grid.locator('.is-at')).toContainText('by ');
  await page.keyboard.press('Enter');
  const last = rows.at(-1);
  await expect.poll(async () => (await traced(page)).length).toBe(last?.steps);
  expect((await viewOf(page)).selection).toEqual([last?.id]);

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the list (CSV)' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('in-doubt.csv');
  const [head, start, ...lines] = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
  expect(head).toBe('depends,steps,id,title,year,way');
  expect(start).toContain(`marked in doubt by a person on this machine,0,${SELF_REFINE},`);
  expect(lines.map((line) => line.split(',').slice(0, 3).join())).toEqual(
    rows.map(({ id, steps }) => `only cites it or is tied to it,${steps},${id}`),
  );
  for (const line of lines) expect(line).toMatch(new RegExp(`,(“|")?${SELF_REFINE} < arXiv:`));

  await open();
  await page.keyboard.press('x');
  await expect(page.getByRole('group', { name: 'In doubt' })).toContainText('Self-Refine');
  await expect(grid).toHaveAttribute('aria-rowcount', String(rows.length + 1));
  await expect(page.getByText('Your mark, on this machine only')).toBeVisible();
  await page.getByRole('button', { name: /^Take out/ }).click();
  await expect(grid).toBeHidden();
  await page.getByRole('button', { name: 'Undo the last mark' }).click();
  await expect(grid).toBeVisible();
});

test('what goes wrong with the verbs of the console has a kind', async ({ page, open }) => {
  await open();
  const kinds = await page.evaluate(() => {
    const { corollary } = window;
    const kindOf = (work: Promise<unknown>) =>
      work.then(
        () => 'none',
        (failure: { kind?: string }) => failure.kind ?? 'no kind',
      );
    return Promise.all([
      kindOf(corollary.related([])),
      kindOf(corollary.related(['arXiv:9999.99999'])),
      kindOf(corollary.related(['arXiv:2409.12917'], { measure: 'love' as 'words' })),
      kindOf(corollary.paths('arXiv:2409.12917', 'arXiv:9999.99999')),
    ]);
  });
  expect(kinds).toEqual(['bad-argument', 'not-found', 'bad-argument', 'not-found']);
});

function list(page: Page) {
  return page.getByRole('grid', { name: 'Related works' });
}

function status(page: Page) {
  return page.getByRole('form', { name: 'What counts as related' }).getByRole('status');
}

function rowOf(page: Page, title = '') {
  return list(page).getByRole('row').filter({ hasText: title });
}

async function openList(page: Page, key: string, name: string): Promise<void> {
  await page.keyboard.press(key);
  await expect(page.getByRole('grid', { name, exact: true })).toBeVisible();
}

async function pressList(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('grid', { name, exact: true })).toBeVisible();
}

async function expectCurrent(page: Page, title = ''): Promise<void> {
  const current = list(page).locator('[aria-selected="true"]');
  await expect(current).toContainText(title);
  await expect(current).toBeInViewport();
  await expect(list(page)).toBeFocused();
}

/** Titles of the first works of the list. */
async function titlesIn(page: Page): Promise<string[]> {
  const names = await list(page).locator('.name').allTextContents();
  return names.slice(0, 7).map((name) => name.replace(/×\d+$/, ''));
}

async function totalIn(page: Page): Promise<number> {
  const [count = ''] = /^[\d,]+/.exec((await status(page).textContent())?.trim() ?? '') ?? [];
  return Number(count.replaceAll(',', ''));
}

type Measure = 'coupling' | 'cocitation' | 'pagerank';

/** What the console API says that the list begins with. */
async function titlesOf(page: Page, seeds: readonly string[], measure: Measure): Promise<string[]> {
  const found = await page.evaluate(([ids, by]) => window.corollary.related(ids, { measure: by, limit: 7 }), [
    seeds,
    measure,
  ] as const);
  return namesOf(
    page,
    found.map(({ id }) => id),
  );
}

async function ranksBy(page: Page, measure: Measure): Promise<Map<string, number>> {
  const found = await page.evaluate(
    ([id, by]) => window.corollary.related([id], { measure: by, limit: 10_000 }),
    [SCORE, measure] as const,
  );
  const names = await namesOf(
    page,
    found.map(({ id }) => id),
  );
  return new Map(names.map((name, at) => [name, at + 1]));
}

/** The titles of some works, in their order; an id where there is none. */
async function namesOf(page: Page, ids: readonly string[]): Promise<string[]> {
  const rows = await sql<{ id: string; name: string }>(
    page,
    'SELECT public_id AS id, coalesce(title, public_id) AS name FROM works',
  );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return ids.map((id) => names.get(id) ?? id);
}

async function sql<Row>(page: Page, text: string): Promise<[Row, ...Row[]]> {
  return (await page.evaluate((asked) => window.corollary.sql(asked), text)) as [Row, ...Row[]];
}

/** What the open reasons name as shared with the first seed, and what each adds. */
async function sharedReferences(page: Page): Promise<{ title: string; score: number }[]> {
  const items = page
    .getByRole('region', { name: /^Why / })
    .locator('details')
    .filter({ hasText: 'Shared references' })
    .first()
    .getByRole('listitem');
  await expect(items.first()).toBeVisible();
  return items.evaluateAll((found) =>
    found.map((item) => ({
      title: item.querySelector('.name')?.textContent ?? '',
      score: Number(item.querySelectorAll('span.muted')[1]?.textContent),
    })),
  );
}

/** Adamic and Adar's: 1 / ln(citers). */
async function weightOf(page: Page, title: string): Promise<number> {
  const [row] = await sql<{ n: number }>(
    page,
    `SELECT count(DISTINCT citing)::INTEGER AS n FROM citations JOIN works ON work_id = cited
      WHERE title = '${title.replaceAll("'", "''")}' AND citing <> cited`,
  );
  return 1 / Math.log(row.n);
}

async function cellsIn(page: Page, name: string, column: number): Promise<string[]> {
  const cells = page
    .getByRole('grid', { name, exact: true })
    .locator(`[role="gridcell"]:nth-child(${column + 1})`);
  return (await cells.allTextContents()).map((cell) => cell.trim().replace('−', '-'));
}

async function namesIn(page: Page, name: string): Promise<string[]> {
  return cellsIn(page, name, 0);
}

/** Ids of the lines that are drawn as traced. */
async function traced(page: Page): Promise<string[]> {
  const { lines } = await sceneOf(page);
  const strong = new Set((await viewOf(page)).traced);
  const widths = lines.map(({ width }) => width);
  return lines
    .filter(({ id, width }) => strong.has(id) && width > Math.min(...widths))
    .map(({ id }) => id)
    .sort();
}

/** Finds a work by what it is called and puts it into a slot. */
async function choose(page: Page, slot: string, words: string): Promise<void> {
  const group = page.getByRole('group', { name: slot, exact: true });
  await group.getByRole('combobox').fill(words);
  await page
    .getByRole('option', { name: new RegExp(`^${words}`, 'i') })
    .first()
    .click();
  await expect(group.getByRole('listitem').first()).toBeVisible();
}

async function goTo(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  const stage = page.getByRole('listbox', { name: /^Graph of/ });
  await expect(stage).toBeFocused();
  await expect(stage).toContainText(name);
}

test('what takes long says so and can be cancelled, and then be asked again', async ({ page, open }) => {
  await open();
  let goOn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  await page.route('**/find.worker*', async (route) => {
    await held;
    await route.continue();
  });
  await page.keyboard.press('w');
  const dock = page.locator('.dock');
  await expect(dock.getByRole('group', { name: 'Looking' })).toBeVisible();
  await dock.getByRole('button', { name: 'Cancel' }).click();
  await expect(dock.getByText('Looking was cancelled.')).toBeVisible();
  goOn();
  await expect(dock.getByRole('button', { name: 'Look again' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(list(page).getByRole('row').first()).toBeVisible();
});

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { sceneOf, tabTo, viewOf } from './at-the-stage';
import { expect, expectAccessible, test } from './corollary';

/** Made up: no such paper, claim or theorem exists. */
const PAPER = 'doi:10.5555/made-up.0';
const CLAIM = `${PAPER}#C1`;
const TIE = `${CLAIM} → lean:made-up/MadeUp.bound`;
const DOCUMENTS = ['made-up.graph.json', 'made-up.jsonl'].map((name) => ({
  name,
  text: readFileSync(`tests/claims/${name}`, 'utf8'),
}));

async function openMadeUp(page: Page): Promise<void> {
  await page.goto('./?data=');
  await page.evaluate(async (documents) => {
    await window.corollary.ready;
    await window.corollary.open(documents.map(({ name, text }) => new File([text], name)));
  }, DOCUMENTS);
  await page.evaluate((id) => window.corollary.show(id), PAPER);
}

async function kindsOnStage(page: Page): Promise<string[]> {
  return (await sceneOf(page)).nodes.map(({ kind }) => kind);
}

async function lineKinds(page: Page): Promise<string[]> {
  return (await sceneOf(page)).lines.map(({ kind }) => kind);
}

test('a paper unfolds into its claims: on the stage, in the table, and with the ties that name them', async ({
  page,
}) => {
  await openMadeUp(page);
  expect(await kindsOnStage(page)).not.toContain('claim');
  const details = page.getByRole('complementary', { name: 'Details' });
  await details.getByRole('button', { name: 'Unfold claims on the stage' }).click();
  await expect.poll(() => kindsOnStage(page)).toContain('claim');
  expect((await sceneOf(page)).lines.map(({ id }) => id)).toContain(TIE);
  await expect(page.locator('.caption')).toContainText('10 papers, 3 claims');

  await page
    .getByRole('tab', { name: /^Table/ })
    .or(page.getByRole('button', { name: /^Table/ }))
    .first()
    .click();
  const row = page.getByRole('grid').getByRole('row', { name: /Every made-up bound/ });
  await expect(row).toContainText('claim');
  await row.getByText('Every made-up bound').click();
  expect((await viewOf(page)).selection).toEqual([CLAIM]);
  await expect(details.getByRole('heading', { level: 2 })).toContainText('never written');
  await expect(details.locator('[aria-current]')).toContainText('strongest claim');

  await page.evaluate(
    (tie) => window.corollary.setView({ ...window.corollary.view(), selection: [tie] }),
    TIE,
  );
  await expect(details).toContainText('2 pieces of evidence');
  await expect(details).toContainText('C1: Every made-up bound');
  await expectAccessible(page, 'main');

  await page.evaluate((id) => window.corollary.show(id), CLAIM);
  expect(await viewOf(page)).toMatchObject({ focus: PAPER, unfolded: [PAPER], selection: [CLAIM] });
});

test('a claim is in doubt: the mark is the claim’s, and what depends on its paper is listed', async ({
  page,
}) => {
  await openMadeUp(page);
  await page.getByRole('button', { name: 'Unfold claims on the stage' }).click();
  await page.evaluate(
    (claim) => window.corollary.setView({ ...window.corollary.view(), selection: [claim] }),
    CLAIM,
  );
  await page.keyboard.press('x');
  const slot = page.getByRole('group', { name: 'In doubt' });
  await slot.getByRole('button', { name: 'Selection' }).click();
  await expect(slot).toContainText('C1 of ');
  await expect(page.getByText('No document says which claim a citation is about')).toBeVisible();
  await page.getByRole('combobox', { name: /^C1 of/ }).selectOption('corrected');
  const marks = () =>
    page.evaluate(() =>
      Object.keys(localStorage)
        .map((key) => (key.includes('marks') ? (localStorage.getItem(key) ?? '') : ''))
        .join(''),
    );
  expect(Object.keys(JSON.parse(await marks()) as object)).toEqual([CLAIM]);
  expect(await marks()).toContain('corrected');
});

test('a relationship is switched off and on in the legend, and a link brings it all back', async ({
  page,
}) => {
  await openMadeUp(page);
  const legend = page.getByRole('region', { name: 'Legend' });
  const refutes = legend.getByRole('button', { name: /^refutes/ });
  await expect(refutes).toContainText('1');
  expect(await lineKinds(page)).toContain('refutes');
  await refutes.click();
  await expect(refutes).toHaveAttribute('aria-pressed', 'false');
  await expect.poll(() => lineKinds(page)).not.toContain('refutes');
  await page.evaluate(
    (id) => window.corollary.setView({ ...window.corollary.view(), unfolded: [id] }),
    PAPER,
  );
  const [, hash = ''] = page.url().split('#');

  await openMadeUp(page);
  await page.evaluate((link) => (window.location.hash = link), hash);
  await expect.poll(() => kindsOnStage(page)).toContain('claim');
  await expect(refutes).toHaveAttribute('aria-pressed', 'false');
  await refutes.click();
  await expect.poll(() => lineKinds(page)).toContain('refutes');

  await legend.getByRole('button', { name: /^cites/ }).click();
  await expect.poll(() => lineKinds(page)).not.toContain('cites');
  expect(await lineKinds(page)).toContain('supports');
  expect((await viewOf(page)).lines).toContain('cites');
});

test('the same by keyboard: unfold, walk to a claim, fold, switch a relationship', async ({ page }) => {
  await openMadeUp(page);
  const stage = page.getByRole('listbox', { name: /^Graph of/ });
  await tabTo(page, stage);
  await page.keyboard.press('u');
  await expect.poll(() => kindsOnStage(page)).toContain('claim');
  await page.keyboard.press('ArrowUp');
  await expect(stage.getByRole('option')).toContainText('Every made-up bound');
  await page.keyboard.press('Enter');
  expect((await viewOf(page)).selection).toEqual([CLAIM]);
  await page.keyboard.press('u');
  await expect.poll(() => kindsOnStage(page)).not.toContain('claim');
  await page.keyboard.press('Control+z');
  await expect.poll(() => kindsOnStage(page)).toContain('claim');

  const supports = page.getByRole('region', { name: 'Legend' }).getByRole('button', { name: /^supports/ });
  await tabTo(page, supports, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => lineKinds(page)).not.toContain('supports');
  await page.keyboard.press('Enter');
  await expect.poll(() => lineKinds(page)).toContain('supports');
});

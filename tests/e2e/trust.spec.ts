import { readFileSync } from 'node:fs';
import { expect, expectAccessible, test } from './corollary';

test.skip(({ isMobile }) => isMobile, 'the details are behind a sheet there');

test('a line leads to its evidence, in the document as it came, which can be saved byte for byte', async ({
  page,
  open,
}) => {
  await open();
  await page.evaluate(async () => {
    const line = window.corollary.scene().lines.find(({ from }) => from === 'arXiv:2409.12917');
    await window.corollary.setView({ ...window.corollary.view(), selection: [line?.id ?? ''] });
  });
  const details = page.getByRole('complementary', { name: 'Details' });
  const place = details.getByRole('button', { name: /^line \d+$/ });
  const number = /\d+/.exec(await place.innerText())?.[0] ?? '';
  await place.click();
  const document = page.getByRole('dialog', { name: 'The document as it came' });
  const marked = document.locator('.is-marked');
  await expect(marked).toContainText('"citing":"arXiv:2409.12917"');
  await expect(marked.locator('.number')).toHaveText(number);
  await expect(document).toContainText('the same as when it was loaded');
  await expectAccessible(page, '[role=dialog]');
  const saving = page.waitForEvent('download');
  await document.getByRole('button', { name: 'Save it as it came' }).click();
  const saved = readFileSync(await (await saving).path());
  const original = readFileSync('static/samples/score/score-citations.jsonl');
  expect(saved.equals(original)).toBe(true);
  await page.keyboard.press('Escape');
  await expect(place).toBeFocused();
});

test('a document in an archive, and one line of many, are found again', async ({ page, open }) => {
  await open();
  const found = await page.evaluate(async () => {
    const bundle = await (await fetch('samples/score/score.bundle.json')).text();
    const changed = JSON.stringify({ ...(JSON.parse(bundle) as object), note: 'changed' });
    await window.corollary.open([
      new File([`${changed}\n${changed.replace('changed', 'twice')}\n`], 'two.jsonl'),
    ]);
    const rows = await window.corollary.sql(
      `SELECT name FROM documents WHERE name LIKE 'two%' ORDER BY name`,
    );
    return rows;
  });
  expect(found).toEqual([{ name: 'two.jsonl#L1' }, { name: 'two.jsonl#L2' }]);
  const details = page.getByRole('complementary', { name: 'Details' });
  await details.getByRole('button', { name: 'two.jsonl#L2' }).click();
  const document = page.getByRole('dialog', { name: 'The document as it came' });
  await expect(document).toContainText('"note": "twice"');
  await expect(document).toContainText('none fails');
});

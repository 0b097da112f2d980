import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { makeKeyPair, readSigningKey, signBundle } from '../../src/checks';
import { expect, expectAccessible, test } from './corollary';

/** The sample's bundle, signed, and the key that verifies it. */
async function signedSample() {
  const { secret, trusted } = await makeKeyPair('mirror-2026', 'a mirror');
  const sample = readFileSync('static/samples/score/score.bundle.json', 'utf8');
  const { text } = await signBundle(sample, await readSigningKey(secret), { now: 0, again: false });
  return { secret, key: trusted.key, text };
}

const signatures = (page: Page) =>
  page.evaluate(async () => {
    const checks = await window.corollary.checks('arXiv:2409.12917');
    return checks.filter(({ check }) => check === 'signature').map(({ verdict }) => verdict);
  });

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

  await page.evaluate(() => window.corollary.setView({ ...window.corollary.view(), selection: [] }));
  await details.getByRole('button', { name: '282' }).first().click();
  await expect(document.locator('.is-marked')).toContainText('"count": 282');
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
  await details.getByRole('button', { name: 'two.jsonl#L2' }).last().click();
  const document = page.getByRole('dialog', { name: 'The document as it came' });
  await expect(document).toContainText('"note": "twice"');
  await expect(document).toContainText('none fails');
});

test('signed is said only under a key that is trusted, and broken where a signed event was changed', async ({
  page,
}) => {
  const { secret, key, text } = await signedSample();
  const forged = text.replace('"ref_index":1', '"ref_index":11');
  expect(forged).not.toBe(text);
  await page.goto('./?data=');
  await page.evaluate((content) => window.corollary.open([new File([content], 'signed.json')]), text);
  expect(await signatures(page)).toEqual(['not-checkable']);

  const details = page.getByRole('complementary', { name: 'Details' });
  await details.getByText('What was checked').click();
  await details.getByRole('button', { name: 'trusted keys…' }).click();
  const keys = page.getByRole('dialog', { name: 'Trusted keys' });
  await expect(keys.getByText('mirror-2026')).toBeVisible();
  await expect(keys.getByText('not trusted')).toBeVisible();
  await keys.getByLabel('Public key').fill(secret);
  await keys.getByLabel('Key id').fill('mirror-2026');
  await keys.getByRole('button', { name: 'Trust this key' }).click();
  await expect(keys.getByRole('status')).toContainText('private');
  await keys.getByLabel('Public key').fill(key);
  await keys.getByRole('button', { name: 'Trust this key' }).click();
  await expect(keys.getByRole('status')).toContainText('is trusted');
  await expect(keys.getByText('which you trust')).toBeVisible();
  await expectAccessible(page, '[role=dialog]');
  expect(await signatures(page)).toEqual(['pass', 'pass']);
  await page.keyboard.press('Escape');
  await expect(details).toContainText('The signature verifies under the key “mirror-2026”');
  await expect(details).toContainText('Record signed: it is sound');

  await page.evaluate((content) => window.corollary.open([new File([content], 'forged.json')]), forged);
  expect(await signatures(page)).toContain('fail');
  await page.reload();
  await page.evaluate(() => window.corollary.ready);
  expect(await signatures(page), 'documents and keys are there again').toContain('fail');
  await expect(details).toContainText('Record broken');
  await page.evaluate(() => window.corollary.show('arXiv:2409.12917'));
  const { trust } = await page.evaluate(
    () => window.corollary.scene().nodes.find(({ isFocus }) => isFocus) ?? { trust: '' },
  );
  expect(trust).toBe('broken');
});

test('what is signed has a ring of its own, and can be shown alone', async ({ page, open }) => {
  const { key, text } = await signedSample();
  await open();
  await page.evaluate(
    async ({ content, trusted }) => {
      await window.corollary.open([new File([content], 'signed.json')]);
      await window.corollary.trust({ id: 'mirror-2026', key: trusted });
    },
    { content: text, trusted: key },
  );
  await expect(page.getByRole('list', { name: 'Ring' })).toContainText('sound and signed');
  const shown = () =>
    page.evaluate(() => window.corollary.scene().nodes.map(({ id, trust }) => `${id} ${trust}`));
  expect((await shown()).some((node) => node.endsWith(' none'))).toBe(true);
  await page.getByRole('combobox', { name: /^Show/ }).selectOption('only signed records');
  await expect.poll(shown).toEqual(['arXiv:2409.12917 signed']);
  await page.getByRole('combobox', { name: /^Show/ }).selectOption('all papers');
});

test('trusted keys go out as a list and come in again', async ({ page }) => {
  const { key, text } = await signedSample();
  await page.goto('./?data=');
  await page.evaluate(
    async ({ content, trusted }) => {
      await window.corollary.open([new File([content], 'signed.json')]);
      await window.corollary.trust({ id: 'mirror-2026', key: trusted });
    },
    { content: text, trusted: key },
  );
  const details = page.getByRole('complementary', { name: 'Details' });
  await details.getByText('What was checked').click();
  const keys = page.getByRole('dialog', { name: 'Trusted keys' });
  await details.getByRole('button', { name: 'trusted keys…' }).first().click();
  const saving = page.waitForEvent('download');
  await keys.getByRole('button', { name: 'Save my keys as a list' }).click();
  const list = await (await saving).path();
  await keys.getByRole('button', { name: 'Remove the key mirror-2026' }).click();
  await expect(keys.getByRole('status')).toContainText('not trusted any more');
  expect(await signatures(page)).toEqual(['not-checkable']);
  await keys.getByLabel('Add the keys of a list').setInputFiles(list);
  await expect(keys.getByRole('status')).toContainText('The keys of the list are trusted');
  expect(await signatures(page)).toEqual(['pass', 'pass']);
});

test('the events of a record are merged, and two versions of one signer stand side by side', async ({
  page,
  open,
}) => {
  await open();
  await page.evaluate(async () => {
    const bundle = JSON.parse(await (await fetch('samples/score/score.bundle.json')).text()) as {
      pith_number: string;
      canonical_record: object;
      events: object[];
    };
    const signer = { signer_id: 'pith.science', key_id: 'k' };
    const event = (id: string, title: string) => ({
      ...bundle.events[1],
      event_id: `sha256:${id.repeat(64)}`,
      created_at: '2026-05-17T23:38:14Z',
      signer,
      payload: { graph_snapshot: { paper: { title } } },
    });
    const files = ['a', 'b'].map((id) => ({
      ...bundle,
      events: [bundle.events[0], event(id, `Title ${id}`)],
    }));
    const state = {
      state_type: 'pith_open_graph_state',
      pith_number: bundle.pith_number,
      event_count: 2,
      current: { canonical_record: bundle.canonical_record },
    };
    await window.corollary.open(
      [...files, state].map((document, index) => new File([JSON.stringify(document)], `${index}.json`)),
    );
    await window.corollary.show('arXiv:2409.12917');
  });
  const details = page.getByRole('complementary', { name: 'Details' });
  await details.getByRole('heading', { name: 'Events' }).click();
  await details.getByRole('button', { name: /^Merge 4 documents/ }).click();
  await expect(details).toContainText('1 equivocation');
  await expect(details).toContainText('pith.science says 2 different things of graph');
  await expect(details.locator('.versions pre')).toHaveCount(2);
  await expect(details.locator('.versions pre').first()).toContainText('Title a');
  await expect(details).toContainText('2.json differs in');
  await details.getByRole('button', { name: /event_count/ }).click();
  await expect(page.getByRole('dialog').locator('.is-marked')).toContainText('"event_count": 2');
});

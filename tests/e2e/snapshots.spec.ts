import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Scene } from '../../src/model';
import { makeKeyPair, readSigningKey, signBundle } from '../../src/checks';
import { sceneOf } from './at-the-stage';
import { expect, expectAccessible, test } from './corollary';

const FOLDER = 'static/samples/score';
const SCORE = 'arXiv:2409.12917';
const GONE = 'arXiv:2401.99999';
const RETITLED = 'arXiv:1706.03762';

/**
 * The real sample as it might have been before: without two of the papers that cite SCoRe and all that is said of them,
 * with a paper that is not in it now, and with another title of one of its works. Nothing else is changed.
 */
function earlierSample() {
  const text = readFileSync(`${FOLDER}/score-citations.jsonl`, 'utf8');
  const all = text.split('\n');
  const citing = [
    ...new Set(
      all.flatMap((line) => /"citing":"(arXiv:[\d.]+)","cited":"arXiv:2409\.12917"/.exec(line)?.[1] ?? []),
    ),
  ];
  const missing = citing.slice(0, 2);
  const numbers = missing.map((id) => id.slice('arXiv:'.length));
  const isOfMissing = (line: string) => numbers.some((number) => line.includes(number));
  const citations = all.filter((line) => line.startsWith('{"type":"citation"') && isOfMissing(line));
  const pairs = new Set(citations.map((line) => /"citing":"[^"]+","cited":"[^"]+"/.exec(line)?.[0]));
  const kept = all
    .filter((line) => !isOfMissing(line))
    .map((line) =>
      line.startsWith('{"type":"work","arxiv_id":"1706.03762"')
        ? line.replace(/"title":"[^"]*"/, '"title":"Attention was all you needed"')
        : line,
    );
  kept.splice(
    1,
    0,
    '{"type":"work","arxiv_id":"2401.99999","title":"A paper that is gone","year":2024,"date":"2024-11"}',
    `{"type":"citation","citing":"${GONE}","cited":"${SCORE}"}`,
  );
  return { missing, newCitations: pairs.size, text: kept.join('\n') };
}

/** Chooses the earlier sample by its files, as a person does. */
async function compare(page: Page, isSmall: boolean, text: string): Promise<void> {
  if (isSmall) await page.getByRole('button', { name: 'Menu' }).click();
  else await page.getByRole('button', { name: 'Share…' }).click();
  await page.getByRole('menuitem', { name: /What is new since an earlier snapshot/ }).click();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files…' }).click();
  const file = (name: string, content: string | Buffer) => {
    return { name, mimeType: 'application/json', buffer: Buffer.from(content) };
  };
  const same = ['score.bundle.json', 'related-records.jsonl'];
  await (
    await choosing
  ).setFiles([
    file('score-citations.jsonl', text),
    ...same.map((name) => file(name, readFileSync(`${FOLDER}/${name}`))),
  ]);
  await expect(page.getByRole('listbox', { name: 'Works' })).toBeVisible({ timeout: 60_000 });
}

const places = ({ nodes }: Scene) => new Map(nodes.map(({ id, x, y }) => [id, `${x} ${y}`]));
const marked = ({ nodes }: Scene, change: string) =>
  nodes.filter((node) => node.change === change).map(({ id }) => id);

test('what is new, gone and changed since an earlier snapshot is listed, drawn and set as a figure', async ({
  page,
  open,
  isMobile,
}) => {
  const earlier = earlierSample();
  expect(earlier.missing).toHaveLength(2);
  await open();
  const before = await sceneOf(page);
  await compare(page, isMobile, earlier.text);

  const works = page.getByRole('listbox', { name: 'Works' });
  await expect(works.getByRole('option')).toHaveCount(4);
  await expect(page.getByRole('group', { name: 'Which list' })).toContainText(
    `Citations ${earlier.newCitations + 1}`,
  );
  await expect(works).toContainText('title: “Attention was all you needed” → “Attention Is All You Need”');
  await expectAccessible(page, '.dock');

  await expect(page.locator('main .sigma-nodes'), 'WebGL draws it').toHaveCount(1);
  const both = await sceneOf(page);
  expect(marked(both, 'new').sort()).toEqual([...earlier.missing].sort());
  expect(marked(both, 'gone')).toEqual([GONE]);
  expect(both.lines.find(({ change }) => change === 'gone')).toMatchObject({ from: GONE, style: 'dotted' });
  const legend = both.legend.filter(({ group }) => group === 'change');
  expect(legend.slice(0, 2).map(({ key, count }) => [key, count])).toEqual([
    ['change:new', 2],
    ['change:gone', 1],
  ]);
  expect(both.caption.at(-1)).toContain('2 new, 1 gone.');

  const draw = page.getByRole('group', { name: 'Draw' });
  for (const [side, absent] of [
    ['before', earlier.missing],
    ['after', [GONE]],
  ] as const) {
    await draw.getByRole('button', { name: side }).click();
    const scene = await sceneOf(page);
    const now = places(scene);
    for (const id of absent) expect(now.has(id)).toBe(false);
    expect(now.size).toBe(both.nodes.length - absent.length);
    for (const [id, place] of now) expect(place, id).toBe(places(both).get(id));
  }
  await draw.getByRole('button', { name: 'both' }).click();

  await works.getByRole('option', { name: /A paper that is gone/ }).click();
  if (isMobile) await page.getByRole('button', { name: 'Details' }).click();
  const details = page.getByRole('complementary', { name: 'Details' });
  await expect(details).toContainText('Gone: in score-citations.jsonl and 2 more files');
  await expect(details.getByRole('heading', { name: 'A paper that is gone' })).toBeVisible();

  const svg = await page.evaluate(async () => (await window.corollary.figure('svg')).text());
  expect(svg).toContain('Since the earlier snapshot');
  expect(svg).toContain('change:gone');
  expect(svg.replace(/\s+|<[^>]+>/g, ' ')).toMatch(/Compared\s+with\s+score-citations\.jsonl/);
  expect(svg).toContain('"earlier":{"name":"score-citations.jsonl and 2 more files"');

  if (isMobile) await page.getByRole('button', { name: 'Lists' }).click();
  await page.getByRole('button', { name: 'End the comparison' }).click();
  await expect(page.getByRole('button', { name: 'Choose files…' })).toBeVisible();
  if (isMobile) await page.getByRole('button', { name: 'Close' }).click();
  else await page.keyboard.press('n');
  await expect.poll(async () => (await sceneOf(page)).nodes).toEqual(before.nodes);
  expect((await sceneOf(page)).lines).toEqual(before.lines);
});

test('the comparison can be seen the other way round, narrowed, and taken away as rows @one-screen', async ({
  page,
  open,
}) => {
  const earlier = earlierSample();
  await open();
  await compare(page, false, earlier.text);
  const works = page.getByRole('listbox', { name: 'Works' });
  await page.getByRole('checkbox', { name: 'only what is in the picture' }).check();
  await expect(works.getByRole('option')).toHaveCount(3);
  await page.getByRole('checkbox', { name: 'only what is in the picture' }).uncheck();
  await page.getByRole('button', { name: 'Swap before and after' }).click();
  await expect(page.locator('.dock').getByRole('status')).toContainText('Works: 1 new, 2 gone, 1 changed.');
  expect(marked(await sceneOf(page), 'gone').sort()).toEqual([...earlier.missing].sort());
  await page.getByRole('button', { name: 'Swap before and after' }).click();

  await works.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => marked(await sceneOf(page), 'changed'), { message: 'it came onto the stage' })
    .toEqual([RETITLED]);

  await page.getByRole('button', { name: 'Save rows…' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  const csv = readFileSync(await (await saving).path(), 'utf8');
  expect(csv.split('\r\n')[0]).toBe('group,change,id,name,field,before,after,files');
  expect(csv).toContain('title,Attention was all you needed,Attention Is All You Need,changed-files');
});

test('under one key a signature that was not there before is told as verdict and signer @one-screen', async ({
  page,
}) => {
  const { secret, trusted } = await makeKeyPair('mirror-2026', 'a mirror');
  const plain = readFileSync(`${FOLDER}/score.bundle.json`, 'utf8');
  const { text: signed } = await signBundle(plain, await readSigningKey(secret), { now: 0, again: false });
  await page.goto('./?data=');
  const told = await page.evaluate(
    async ({ now, then, key }) => {
      await window.corollary.open([new File([now], 'score.bundle.json')]);
      const before = await window.corollary.compareWith([new File([then], 'score.bundle.json')]);
      if (before?.lists.verdicts.some(({ name }) => name.startsWith('signature')))
        throw new Error('No key is trusted yet.');
      await window.corollary.trust({ id: 'mirror-2026', key });
      const found = await window.corollary.compareWith([new File([then], 'score.bundle.json')]);
      return (
        found && { verdicts: found.lists.verdicts, signers: found.lists.signers, works: found.lists.works }
      );
    },
    { now: signed, then: plain, key: trusted.key },
  );
  expect(told?.verdicts).toMatchObject([
    {
      change: 'new',
      name: expect.stringMatching(/^event-id of /),
      fields: [{ before: null, after: 'pass' }],
    },
    {
      change: 'changed',
      name: expect.stringMatching(/^signature of /),
      fields: [{ before: 'not-checkable', after: 'pass' }],
    },
  ]);
  expect(told?.signers).toMatchObject([{ on: SCORE, fields: [{ before: null }] }]);
  expect(told?.signers[0]?.fields[0]?.after).toContain('mirror-2026');
  expect(told?.works[0]?.fields).toContainEqual({ name: 'verdict', before: 'sound', after: 'signed' });
  expect((await sceneOf(page)).nodes.find(({ id }) => id === SCORE)?.change).toBe('changed');

  // Both are checked again under the keys that are left.
  await page.keyboard.press('n');
  const verdicts = page.getByRole('group', { name: 'Which list' }).getByRole('button', { name: /^Verdicts/ });
  await expect(verdicts).toHaveText('Verdicts 2');
  await page.getByRole('button', { name: 'Open…' }).click();
  await page.getByRole('menuitem', { name: /Trusted keys/ }).click();
  await page.getByRole('button', { name: 'Remove the key mirror-2026' }).click();
  await page.keyboard.press('Escape');
  await expect(verdicts).toHaveText('Verdicts 1');
});

test('what is only in files that the earlier snapshot lacks is said to be @one-screen', async ({ page }) => {
  const blueprint = readFileSync('static/samples/blueprints/FLT.json', 'utf8');
  await page.goto('./?data=');
  const told = await page.evaluate(async (text) => {
    await window.corollary.open([new File([text], 'FLT.json')]);
    const other =
      '{"type":"collection","name":"other","version":1}\n{"type":"work","arxiv_id":"2409.12917"}\n';
    return window.corollary.compareWith([new File([other], 'other.jsonl')]);
  }, blueprint);
  expect(told?.counts.theorems.new).toBe(265);
  expect(told?.counts.theorems.inOtherFiles.new).toBe(265);
  expect(told?.files).toMatchObject({ new: ['FLT.json'], gone: ['other.jsonl'] });
  await page.keyboard.press('n');
  await expect(page.locator('.dock')).toContainText('265 formal statements');
  await expect(page.locator('.dock')).toContainText('are in files that are not in other.jsonl');
  const works = page.getByRole('group', { name: 'Which list' }).getByRole('button', { name: /^Works/ });
  await expect(works).toHaveText('Works 11');
  await page.evaluate(() => {
    const more = '{"type":"collection","name":"more","version":1}\n{"type":"work","arxiv_id":"2409.12917"}\n';
    return window.corollary.open([new File([more], 'more.jsonl')]);
  });
  await expect(works, 'what is opened meanwhile is compared too').toHaveText('Works 10');
});

test('a portable bundle is an earlier snapshot, and says that it holds only some lines @one-screen', async ({
  page,
  open,
}) => {
  await open();
  const told = await page.evaluate(async () => {
    const bundle = await window.corollary.export('portable', { scope: 'shown' });
    return window.corollary.compareWith([new File([bundle], 'then.zip')]);
  });
  const works = told?.counts.works;
  expect(works?.new).toBeGreaterThan(2_000);
  expect(works?.gone).toBe(0);
  expect(told?.lists.works.filter(({ reason }) => reason === 'changed-files')).toEqual([]);
  expect((await sceneOf(page)).nodes.filter(({ change }) => change === 'new' || change === 'gone')).toEqual(
    [],
  );
  await page.keyboard.press('n');
  await expect(page.locator('.dock')).toContainText('only those lines of 1 collection that its view needed');
});

test('a comparison that is cancelled leaves all as it was @one-screen', async ({ page, open }) => {
  await open();
  const before = await sceneOf(page);
  await page.keyboard.press('n');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files…' }).click();
  const line = (number: number) =>
    `{"type":"citation","citing":"doi:10.1/${number}","cited":"doi:10.1/${number % 977}","raw":"as printed"}`;
  const many = Array.from({ length: 150_000 }, (_, number) => line(number));
  const text = ['{"type":"collection","name":"many","version":1}', ...many].join('\n');
  const file = { name: 'many.jsonl', mimeType: 'application/json', buffer: Buffer.from(text) };
  await (await choosing).setFiles([file]);
  await page.getByRole('group', { name: 'Comparing' }).getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Choose files…' })).toBeVisible();
  expect((await sceneOf(page)).nodes.map(({ id }) => id)).toEqual(before.nodes.map(({ id }) => id));
});

interface Blueprint {
  readonly nodes: readonly { readonly id: string; readonly proof_leanok: boolean }[];
  readonly edges: readonly { readonly source: string; readonly target: string }[];
}

/** The real blueprint as it might have been before one of its proofs was made, and without one of its uses. */
test('a proof that was made since, and a use, are told and drawn @one-screen', async ({ page }) => {
  const now = readFileSync('static/samples/blueprints/FLT.json', 'utf8');
  const { nodes, edges, ...rest } = JSON.parse(now) as Blueprint;
  const proved = nodes.find(
    ({ id, proof_leanok }) => proof_leanok && edges.some(({ source }) => source === id),
  );
  const use = edges.find(({ source }) => source === proved?.id);
  const then = JSON.stringify({
    ...rest,
    nodes: nodes.map((node) => (node === proved ? { ...node, proof_leanok: false } : node)),
    edges: edges.filter((edge) => edge !== use),
  });
  const [on, to] = [`blueprint:FLT/${proved?.id}`, `blueprint:FLT/${use?.target}`];
  await page.goto('./?data=');
  const told = await page.evaluate(
    async ({ files, id }) => {
      await window.corollary.open([new File([files.now], 'FLT.json')]);
      await window.corollary.show(id);
      const found = await window.corollary.compareWith([new File([files.then], 'FLT.json')]);
      return { lists: found?.lists, scene: window.corollary.scene() };
    },
    { files: { now, then }, id: on },
  );
  expect(told.lists?.theorems.map((entry) => entry.on)).toEqual([on]);
  expect(told.lists?.theorems[0]?.fields).toContainEqual({
    ...{ name: 'stage', before: 'formalised', after: 'proved' },
  });
  expect(told.lists?.uses).toMatchObject([{ change: 'new', on: `${on} → ${to}` }]);
  expect(told.scene.nodes.find(({ id }) => id === on)?.change).toBe('changed');
  expect(told.scene.lines.find(({ id }) => id === `${on} → ${to}`)?.change).toBe('new');
});

test('an earlier snapshot that cannot be read is refused with what to do, and all stays as it was @one-screen', async ({
  page,
  open,
}) => {
  await open();
  const before = await sceneOf(page);
  const refusal = await page.evaluate(() =>
    window.corollary.compareWith([new File(['not a document'], 'notes.txt')]).then(
      () => null,
      (failure: { kind: string; message: string }) => `${failure.kind}: ${failure.message}`,
    ),
  );
  expect(refusal).toMatch(/^unreadable: Nothing of the earlier snapshot could be read\./);
  expect((await sceneOf(page)).nodes).toEqual(before.nodes);
});

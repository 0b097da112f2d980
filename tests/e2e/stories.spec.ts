import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page, Route } from '@playwright/test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import type { Story, StoryFormat, View } from '../../src/model';
import { colourAt, placeOf, sceneOf } from './at-the-stage';
import { expect, expectAccessible, test } from './corollary';

const FOCUS = 'arXiv:2409.12917';
const REFINE = 'arXiv:2303.17651';
const PDF_READER = 'pdftotext';
const HOSTILE = '</script><script>document.title="hit"</script><b>&"\'';

const COLLECTION = [
  '{"type":"collection","name":"own","version":1}',
  '{"type":"work","arxiv_id":"2501.00001","title":"Of my own","date":"2025-01-02"}',
].join('\n');

/** Opens the tab by key, or on a phone by its sheet. */
async function openTab(page: Page): Promise<void> {
  const add = page.getByRole('button', { name: 'Add this view' });
  if (await add.isVisible()) return;
  const lists = page.getByRole('button', { name: 'Lists', exact: true });
  if (await lists.isVisible()) {
    if ((await lists.getAttribute('aria-expanded')) !== 'true') await lists.click();
    await page.getByRole('button', { name: 'Story', exact: true }).click();
  } else await page.keyboard.press('y');
  await expect(add).toBeVisible();
}

async function addStep(page: Page, view: Partial<View>): Promise<void> {
  await page.evaluate(async (changes) => {
    await window.corollary.setView({ ...window.corollary.view(), ...changes });
  }, view);
  const steps = await page.getByRole('listitem', { name: /^Step/ }).count();
  await page.getByRole('button', { name: 'Add this view' }).click();
  await expect(page.getByRole('listitem', { name: /^Step/ })).toHaveCount(steps + 1);
}

/** Three steps on the sample: SCoRe, some of what it builds on, and another work by force. */
async function buildStory(page: Page): Promise<void> {
  await openTab(page);
  await addStep(page, {});
  await addStep(page, { selection: [FOCUS, REFINE] });
  await addStep(page, { focus: REFINE, layout: 'force', selection: [] });
  await page.getByLabel('Title', { exact: true }).fill('Correcting oneself');
  const titles = ['SCoRe', 'One that it builds on', 'Self-Refine'];
  for (const [at, title] of titles.entries()) await page.getByLabel(`Title of step ${at + 1}`).fill(title);
  await page.getByLabel('Words of step 2').fill('Self-Refine asks again, without training.');
}

async function storyOf(page: Page): Promise<Story> {
  const text = await page.evaluate(async () => (await window.corollary.story()).text());
  return JSON.parse(text) as Story;
}

async function fileOf(page: Page, format: StoryFormat): Promise<{ name: string; bytes: Uint8Array }> {
  const { name, text } = await page.evaluate(async (wanted) => {
    const file = await window.corollary.story(wanted);
    const bytes = new Uint8Array(await file.arrayBuffer());
    let letters = '';
    for (const byte of bytes) letters += String.fromCharCode(byte);
    return { name: file.name, text: btoa(letters) };
  }, format);
  return { name, bytes: Uint8Array.from(Buffer.from(text, 'base64')) };
}

/** Opens bytes as a dropped file would be. */
async function openIn(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page.evaluate(
    async ([file, text]) => {
      const letters = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      await window.corollary.open([new File([letters], file)]);
    },
    [name, Buffer.from(bytes).toString('base64')] as const,
  );
}

async function freshPage(browser: Browser, address: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(address);
  await page.evaluate(() => window.corollary.ready);
  return page;
}

/** Every element of an XML text; throws where it is not well-formed. */
function elementsOf(xml: string) {
  const elements: Record<string, string>[] = [];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', ({ name, attributes }) => elements.push({ ...attributes, '': name }));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return elements;
}

const titlesOf = ({ steps }: Story) => steps.map(({ title }) => title);

test('a story is made by adding views, reordered, edited, undone, and kept over a reload', async ({
  page,
  open,
}) => {
  await open();
  await buildStory(page);
  await expectAccessible(page, '.dock');
  expect((await storyOf(page)).steps.map(({ highlight }) => highlight)).toEqual([[], [FOCUS, REFINE], []]);

  await page.getByRole('button', { name: 'Move step 3 up' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Move step 2 up' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Move step 1 down' })).toBeFocused();
  expect(titlesOf(await storyOf(page))).toEqual(['Self-Refine', 'SCoRe', 'One that it builds on']);

  const step = (number: number) => page.getByRole('listitem', { name: `Step ${number}`, exact: true });
  await step(2).getByRole('button', { name: 'Remove' }).click();
  await expect(step(3)).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo the last change of the story' }).click();
  await expect(step(3)).toHaveCount(1);

  await step(3).getByRole('button', { name: 'Show' }).click();
  await expect.poll(() => page.evaluate(() => window.corollary.view().focus)).toBe(FOCUS);
  await expect.poll(() => page.evaluate(() => window.corollary.view().selection)).toEqual([FOCUS, REFINE]);
  await page.evaluate(async (id) => {
    await window.corollary.setView({ ...window.corollary.view(), selection: [id] });
  }, REFINE);
  await step(3).getByRole('button', { name: 'Highlight the selection' }).click();
  await step(1).getByRole('button', { name: 'Replace by this view' }).click();
  await expect.poll(async () => (await storyOf(page)).steps[0]?.highlight).toEqual([REFINE]);
  const before = await storyOf(page);
  expect(before.steps[2]?.highlight).toEqual([REFINE]);
  expect(before.steps[0]?.view).toBe(before.steps[2]?.view);

  await page.reload();
  await page.evaluate(() => window.corollary.ready);
  expect(await storyOf(page)).toEqual(before);
  await openTab(page);
  await expect(page.getByLabel('Title of step 2')).toHaveValue('SCoRe');
});

test('presented: keys and taps lead from step to step, nothing is to undo, and Escape brings back what was', async ({
  page,
  open,
  isMobile,
}) => {
  await open();
  await buildStory(page);
  const before = await page.evaluate(() => window.corollary.view());
  const address = page.url();
  const entries = await page.evaluate(() => history.length);
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Story: Correcting oneself' });
  await expect(dialog).toContainText('1 of 3');
  await expect(dialog.getByRole('heading', { name: 'SCoRe' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add this view' })).toBeHidden();
  const focusOf = () => page.evaluate(() => window.corollary.view().focus);
  await expect.poll(focusOf).toBe(FOCUS);
  await expectAccessible(page, '[role=dialog]');
  // The whole width, and on a wide screen larger than the stage of the app is drawn.
  const shown = await page.locator('main .canvas').boundingBox();
  const whole = page.viewportSize()?.width ?? 0;
  expect(shown?.width).toBeCloseTo(whole, 0);
  const { frame } = await sceneOf(page);
  expect(frame.width).toBe(isMobile ? whole : Math.round(whole / 1.4));

  if (isMobile) await page.touchscreen.tap(300, 200);
  else await page.keyboard.press('ArrowRight');
  await expect(dialog).toContainText('Self-Refine asks again, without training.');
  if (isMobile) await page.touchscreen.tap(300, 200);
  else await page.keyboard.press(' ');
  await expect(dialog).toContainText('3 of 3');
  await expect.poll(focusOf).toBe(REFINE);
  expect((await sceneOf(page)).frame).toEqual(frame);
  if (isMobile) await page.touchscreen.tap(30, 200);
  else await page.keyboard.press('ArrowLeft');
  await expect(dialog).toContainText('2 of 3');
  await page.keyboard.press('Home');
  await expect(dialog).toContainText('1 of 3');
  await page.keyboard.press('End');
  await expect(dialog).toContainText('3 of 3');
  expect(page.url()).toBe(address);

  if (isMobile) await dialog.getByRole('button', { name: 'End the presentation' }).click();
  else await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Present', exact: true })).toBeFocused();
  await expect.poll(() => page.evaluate(() => window.corollary.view())).toEqual(before);
  expect(page.url()).toBe(address);
  expect(await page.evaluate(() => history.length)).toBe(entries);
});

test('what is highlighted stays strong while it is presented, and the rest is faded @one-screen', async ({
  page,
  open,
}) => {
  await open();
  await buildStory(page);
  const shade = async (id: string) => {
    const [red = 0, green = 0, blue = 0] = await colourAt(page, await placeOf(page, id));
    return (red + green + blue) / 3;
  };
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await expect.poll(() => page.evaluate(() => window.corollary.view().focus)).toBe(FOCUS);
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('dialog')).toContainText('2 of 3');
  const { nodes } = await sceneOf(page);
  const faded = nodes.find(({ id }) => id !== FOCUS && id !== REFINE);
  await expect.poll(() => shade(REFINE)).toBeLessThan(140);
  expect(await shade(faded?.id ?? '')).toBeGreaterThan(190);
});

test('Back of the browser, and a View from a script, end the presentation @one-screen', async ({
  page,
  open,
}) => {
  await open();
  await buildStory(page);
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await expect.poll(() => page.evaluate(() => window.corollary.view().focus)).toBe(FOCUS);
  await page.goBack();
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => window.corollary.view().focus)).toBe(FOCUS);

  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await expect(dialog).toContainText('1 of 3');
  await expect.poll(() => page.evaluate(() => window.corollary.view().layout)).toBe('timeline');
  await page.evaluate((id) => window.corollary.show(id, { depth: 2 }), REFINE);
  await expect(dialog).toHaveCount(0);
  expect(await page.evaluate(() => window.corollary.view().focus)).toBe(REFINE);

  const before = await page.evaluate(() => window.corollary.view());
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await expect.poll(() => page.evaluate(() => window.corollary.view().focus)).toBe(FOCUS);
  await page.evaluate((view) => window.corollary.setView(view), before);
  await expect(dialog).toHaveCount(0);
  expect(await page.evaluate(() => window.corollary.view())).toEqual(before);
  expect((await sceneOf(page)).nodes.find(({ isFocus }) => isFocus)?.id).toBe(REFINE);
});

test('Back before the first words have come ends the presentation @one-screen', async ({ page, open }) => {
  await open();
  await buildStory(page);
  const held: Route[] = [];
  let isSlow = true;
  await page.route(/Presenting/, async (route) => {
    if (isSlow) held.push(route);
    else await route.continue();
  });
  const present = page.getByRole('button', { name: 'Present', exact: true });
  await present.click();
  await expect.poll(() => page.evaluate(() => window.corollary.view().focus)).toBe(FOCUS);
  const address = page.url();
  await page.goBack();
  await expect.poll(() => page.url()).not.toBe(address);
  await sceneOf(page);
  await expect(present).toBeHidden();
  expect(held.length).toBeGreaterThan(0);
  isSlow = false;
  for (const route of held) await route.continue();
  await expect(present).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('saved, and opened in a fresh profile, with the view that it begins with', async ({
  page,
  open,
  browser,
  baseURL,
}) => {
  await open();
  await buildStory(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the story' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Correcting-oneself.story.json');
  const bytes = await readFile(await download.path());
  const other = await freshPage(browser, baseURL ?? '');
  await openIn(other, 'mine.json', bytes);
  expect(await storyOf(other)).toEqual(await storyOf(page));
  await expect(other.getByLabel('Notices')).toContainText('mine.json: a story of 3 steps.');
  await expect(other.getByLabel('Title of step 2')).toHaveValue('One that it builds on');
  expect(await other.evaluate(() => window.corollary.view().focus)).toBe(FOCUS);

  await other.goto(`${baseURL}?data=samples/blueprints/pfr.json`);
  await other.evaluate(() => window.corollary.ready);
  await openIn(other, 'mine.json', bytes);
  await expect(other.getByLabel('Notices')).toContainText('score-citations.jsonl');
  await other.getByRole('button', { name: 'Present', exact: true }).click();
  await expect(other.getByRole('dialog')).toContainText(
    `This step cannot be shown. ${FOCUS} is not in what is loaded.`,
  );
  await other.keyboard.press('Escape');
  await expect(other.getByRole('dialog')).toHaveCount(0);
  const failure = await other.evaluate(() =>
    window.corollary.story('pdf').catch((reason: Error) => reason.message),
  );
  expect(failure).toBe(`Step 1 cannot be drawn. ${FOCUS} is not in what is loaded.`);
  await other.context().close();
});

test('as SVG and PNG files of one size, and as a PDF with a page a step', async ({ page, open }) => {
  await open();
  await buildStory(page);
  await page.getByLabel('Words of step 1').fill(HOSTILE);
  const svg = await fileOf(page, 'svg');
  expect(svg.name).toBe('Correcting-oneself-svg.zip');
  const drawings = unzipSync(svg.bytes);
  expect(Object.keys(drawings)).toEqual([
    '01-SCoRe.svg',
    '02-One-that-it-builds-on.svg',
    '03-Self-Refine.svg',
  ]);
  const roots = Object.values(drawings).map((bytes) => elementsOf(strFromU8(bytes))[0]);
  for (const root of roots) expect(root).toMatchObject({ '': 'svg', width: '1600px', height: '900px' });
  expect(new Set(roots.map((root) => root?.['viewBox'])).size).toBe(1);

  const png = unzipSync((await fileOf(page, 'png')).bytes);
  expect(Object.keys(png)).toHaveLength(3);
  for (const bytes of Object.values(png)) {
    const header = new DataView(bytes.buffer, bytes.byteOffset);
    expect([header.getUint32(16), header.getUint32(20)]).toEqual([3200, 1800]);
  }

  const pdf = await fileOf(page, 'pdf');
  expect(
    Buffer.from(pdf.bytes)
      .toString('latin1')
      .match(/\/Type \/Page\n/g),
  ).toHaveLength(3);
  const path = join(await mkdtemp(join(tmpdir(), 'story-')), pdf.name);
  await writeFile(path, pdf.bytes);
  const read = spawnSync(PDF_READER, [path, '-'], { encoding: 'utf8' });
  if (read.error) return;
  const [first, second, third] = read.stdout.split('\f');
  expect(first).toContain('SCoRe');
  expect(second).toContain('Self-Refine asks again, without training.');
  expect(third).toContain('Self-Refine');
});

test('as a deck that needs no network, moves by keys, and brings the same story and views back', async ({
  page,
  open,
  browser,
  baseURL,
}) => {
  await open();
  await buildStory(page);
  await page.getByLabel('Words of step 1').fill(HOSTILE);
  const deck = await fileOf(page, 'deck');
  expect(deck.name).toBe('Correcting-oneself.html');
  const path = join(await mkdtemp(join(tmpdir(), 'story-')), deck.name);
  await writeFile(path, deck.bytes);

  const away = await browser.newContext({ offline: true });
  const shown = await away.newPage();
  const complaints: string[] = [];
  shown.on('console', (message) => complaints.push(message.text()));
  shown.on('pageerror', (error) => complaints.push(String(error)));
  shown.on('request', (request) => {
    if (!request.url().startsWith('file:')) complaints.push(request.url());
  });
  await shown.goto(pathToFileURL(path).href);
  await expect(shown).toHaveTitle('Correcting oneself');
  await expect(shown.getByRole('status')).toHaveText('1 of 3');
  await expect(shown.getByRole('region', { name: '1 of 3: SCoRe' })).toBeVisible();
  await shown.keyboard.press('ArrowRight');
  await expect(shown.getByRole('region', { name: '2 of 3: One that it builds on' })).toBeVisible();
  await expect(shown.getByRole('region', { name: '1 of 3: SCoRe' })).toBeHidden();
  await shown.keyboard.press('End');
  await expect(shown.getByRole('status')).toHaveText('3 of 3');
  await expectAccessible(shown);
  expect(complaints).toEqual([]);
  await away.close();

  const other = await freshPage(browser, baseURL ?? '');
  await openIn(other, 'talk.html', deck.bytes);
  const story = await storyOf(other);
  expect(story).toEqual(await storyOf(page));
  expect(story.steps[0]?.words).toBe(HOSTILE);
  const again = await fileOf(other, 'deck');
  expect(Buffer.from(again.bytes).equals(Buffer.from(deck.bytes))).toBe(true);
  const pdf = await fileOf(page, 'pdf');
  await other.evaluate(() => localStorage.clear());
  await other.reload();
  await other.evaluate(() => window.corollary.ready);
  await openIn(other, 'talk.pdf', pdf.bytes);
  expect(await storyOf(other)).toEqual(story);
  await other.context().close();
});

test('as sections for reveal.js, in which what is highlighted is a fragment @one-screen', async ({
  page,
  open,
}) => {
  await open();
  await buildStory(page);
  const { name, bytes } = await fileOf(page, 'reveal');
  expect(name).toBe('Correcting-oneself-reveal.html');
  const elements = elementsOf(`<div>${strFromU8(bytes)}</div>`);
  expect(elements.filter((one) => one[''] === 'section')).toHaveLength(3);
  expect(elements.filter((one) => one[''] === 'script')).toEqual([]);
  const ids = elements.flatMap(({ id }) => id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  const fragments = elements.filter((one) => one['class'] === 'fragment').map(({ id }) => id ?? '');
  expect(fragments).toContain('step-2-node-arXiv_2303.17651');
  expect(fragments).toContain('step-2-node-arXiv_2409.12917');
  expect(fragments.filter((id) => !id.startsWith('step-2-'))).toEqual([]);
  expect(fragments.some((id) => id.startsWith('step-2-line-'))).toBe(true);
});

test('a bundle to share carries the story, held against its hash @one-screen', async ({
  page,
  open,
  browser,
  baseURL,
}) => {
  await open();
  await buildStory(page);
  await page.getByRole('button', { name: 'Share…' }).click();
  await page.getByRole('menuitem', { name: /^Graph/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('button', { name: 'Bundle to share' }).click();
  await expect(dialog.getByRole('status')).toContainText('3 steps');
  await dialog.getByLabel('with the story').uncheck();
  await expect(dialog.getByRole('status')).not.toContainText('steps');
  await page.keyboard.press('Escape');

  const zip = await page.evaluate(async () => {
    const file = await window.corollary.export('portable', { scope: 'shown' });
    return [...new Uint8Array(await file.arrayBuffer())];
  });
  const other = await freshPage(browser, `${baseURL}?data=`);
  await openIn(other, 'score.zip', Uint8Array.from(zip));
  expect((await storyOf(other)).steps).toEqual((await storyOf(page)).steps);
  await expect(other.getByLabel('Notices')).toContainText('score.zip: a story of 3 steps.');
  await expect(other.getByLabel('Notices')).toContainText(/each of its \d+ documents has the hash/);
  await expect(other.getByLabel('Notices')).not.toContainText('not loaded here');
  await expect(other.getByRole('listitem', { name: /^Step/ })).toHaveCount(3);
  await other.getByRole('button', { name: 'Present from here' }).last().click();
  await expect.poll(() => other.evaluate(() => window.corollary.view().focus)).toBe(REFINE);
  await other.context().close();

  const parts = unzipSync(Uint8Array.from(zip));
  const changed = strFromU8(parts['corollary-story.json'] ?? new Uint8Array()).replace('SCoRe', 'Score');
  const forged = zipSync({ ...parts, 'corollary-story.json': strToU8(changed) });
  const third = await freshPage(browser, `${baseURL}?data=`);
  await openIn(third, 'forged.zip', forged);
  await expect(third.getByLabel('Notices')).toContainText('The story in it is not as its manifest states');
  expect((await storyOf(third)).steps).toEqual([]);
  await third.context().close();
});

test('from the tab: an export is made with one press and can be cancelled; forgetting takes the story away @one-screen', async ({
  page,
  open,
}) => {
  await open();
  await buildStory(page);
  await page.getByRole('combobox', { name: 'As' }).selectOption('reveal');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export', exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Correcting-oneself-reveal.html');
  await page.getByRole('combobox', { name: 'As' }).selectOption('png');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeEnabled();
  await expect(page.getByRole('button', { name: 'Cancel' })).toHaveCount(0);

  await openIn(page, 'own.jsonl', new TextEncoder().encode(COLLECTION));
  await page.getByRole('button', { name: /^Load report/ }).click();
  await page.getByRole('button', { name: /^Forget what is kept/ }).click();
  await page
    .getByRole('dialog', { name: /^Forget what is kept/ })
    .getByRole('button', { name: 'Forget' })
    .click();
  await page.reload();
  await page.evaluate(() => window.corollary.ready);
  expect((await storyOf(page)).steps).toEqual([]);
});

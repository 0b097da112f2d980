import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { strToU8, zipSync } from 'fflate';
import type { Page, Worker } from '@playwright/test';
import { expect, expectAccessible, test } from './corollary';
import { colourAt, placeOf, sceneOf, viewOf } from './at-the-stage';

/** A collection with one paper that cites SCoRe. */
function collection(name: string, id: string): string {
  return [
    `{"type":"collection","name":"${name}","version":1}`,
    `{"type":"work","arxiv_id":"${id}","title":"Of ${name}","date":"2025-01-02"}`,
    `{"type":"citation","citing":"arXiv:${id}","cited":"arXiv:2409.12917","source":"${name}"}`,
  ].join('\n');
}

function file(name: string, body: string | Uint8Array) {
  return { name, mimeType: 'application/json', buffer: Buffer.from(body) };
}

type Payload = ReturnType<typeof file>;

async function openFiles(page: Page, ...files: readonly Payload[]): Promise<void> {
  await page.getByLabel('Files to open').setInputFiles([...files]);
}

/** Opens and waits until they are in the tables and kept. */
async function openAndKeep(page: Page, ...files: readonly Payload[]): Promise<void> {
  const before = await keptCount(page);
  await openFiles(page, ...files);
  await expect.poll(() => keptCount(page), { timeout: 20_000 }).toBe(before + 1);
  await expect(page.locator('main')).toHaveAttribute('data-stage', 'ready');
}

/** Runs in the page: the loads in the index, by their state. */
async function statesIn(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const opening = indexedDB.open('corollary');
        opening.onsuccess = () => {
          const database = opening.result;
          if (database.objectStoreNames.length === 0) return resolve([]);
          const asking = database.transaction('loads').objectStore('loads').getAll();
          asking.onsuccess = () => {
            database.close();
            resolve((asking.result as { state: string }[]).map(({ state }) => state));
          };
        };
      }),
  );
}

async function keptCount(page: Page): Promise<number> {
  return (await statesIn(page)).filter((state) => state === 'kept').length;
}

/** A page that names no documents. */
async function openEmpty(page: Page): Promise<void> {
  await page.goto('./?data=');
  await page.evaluate(() => window.corollary.ready);
}

async function isReady(page: Page): Promise<void> {
  await expect(page.locator('main')).toHaveAttribute('data-stage', 'ready', { timeout: 30_000 });
  await page.evaluate(() => window.corollary.ready);
}

async function titles(page: Page, like: string): Promise<unknown> {
  const rows = await page.evaluate(
    (pattern) => window.corollary.sql('SELECT title FROM works WHERE title LIKE ? ORDER BY title', [pattern]),
    like,
  );
  return (rows as { title: string }[]).map(({ title }) => title);
}

test.describe('with the files of the app kept too', () => {
  test.use({ serviceWorkers: 'allow' });

  test('after a reload the documents of two drops, the View and the history are there again', async ({
    page,
    open,
  }) => {
    await open();
    await openAndKeep(page, file('one.jsonl', collection('one', '2501.00001')));
    await openAndKeep(page, file('two.jsonl', collection('two', '2501.00002')));
    await page.evaluate(() =>
      window.corollary.show('arXiv:2501.00001', { depth: 2, direction: 'references' }),
    );
    const [view, scene] = [await viewOf(page), await sceneOf(page)];
    await page.reload();
    await isReady(page);
    expect(await titles(page, 'Of %')).toEqual(['Of one', 'Of two']);
    expect(await viewOf(page)).toEqual(view);
    expect((await sceneOf(page)).nodes.length).toBe(scene.nodes.length);
    await expect(page.getByRole('region', { name: 'Notices' })).toBeEmpty();
    await page.getByRole('button', { name: /^Undo/ }).click();
    await expect.poll(async () => (await viewOf(page)).focus).toBe('arXiv:2409.12917');

    await page.evaluate(() => window.corollary.show('arXiv:2501.00002'));
    await page.goto('about:blank');
    await page.goto('./');
    await isReady(page);
    expect((await viewOf(page)).focus, 'the View last shown, without a link').toBe('arXiv:2501.00002');
    await page.goto('./?data=');
    await expect(page.locator('main')).toHaveAttribute('data-stage', 'empty');
    await page.evaluate(() => window.corollary.ready);
    expect(await titles(page, 'Of %'), 'another address has its own').toEqual([]);
  });
});

test.describe('the picture of the last View', () => {
  // The worker that makes the page work offline would answer in place of what a test holds back.

  /** Opens the page with no database until the result is called. */
  async function openWithoutDatabase(page: Page, address: string): Promise<() => Promise<void>> {
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/*.wasm', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('about:blank');
    await page.goto(address);
    return async () => {
      letGo();
      await isReady(page);
    };
  }

  /** The View of the picture that is stored; null where none is. */
  async function storedView(page: Page): Promise<object | null> {
    return page.evaluate(
      () =>
        new Promise<object | null>((resolve) => {
          const opening = indexedDB.open('corollary');
          opening.onsuccess = () => {
            const asking = opening.result.transaction('pictures').objectStore('pictures').getAll();
            asking.onsuccess = () => {
              opening.result.close();
              const [stored] = asking.result as { key: string }[];
              const [, key] = JSON.parse(stored?.key ?? '[]') as [object?, string?];
              const [, , view] = JSON.parse(key ?? '[]') as object[];
              resolve(view ?? null);
            };
          };
        }),
    );
  }

  /** Waits for the picture of the View that is shown; that of the one before may be stored already. */
  async function isStored(page: Page): Promise<void> {
    const view = await viewOf(page);
    await expect.poll(() => storedView(page)).toEqual({ ...view, camera: null, selection: null });
  }

  test('is there before the database is, and what is computed is the same', async ({ page }) => {
    await openEmpty(page);
    await openAndKeep(page, file('one.jsonl', collection('one', '2501.00001')));
    await page.evaluate(() => window.corollary.show('arXiv:2501.00001', { hidden: ['arXiv:none'] }));
    await isStored(page);
    const scene = await sceneOf(page);
    const start = await openWithoutDatabase(page, './?data=');
    await expect(page.locator('main')).toHaveAttribute('data-stage', 'loading');
    expect(await sceneOf(page)).toEqual(scene);
    expect(await placeOf(page, 'arXiv:2501.00001')).toBeTruthy();
    await start();
    expect(await sceneOf(page)).toEqual(scene);
  });

  test('is not shown for another View, for other addresses, or after more was opened', async ({ page }) => {
    await openEmpty(page);
    await openAndKeep(page, file('one.jsonl', collection('one', '2501.00001')));
    await page.evaluate(() => window.corollary.show('arXiv:2409.12917'));
    const other = await page.evaluate(() => location.hash);
    await page.evaluate(() => window.corollary.show('arXiv:2501.00001'));
    await isStored(page);
    const start = await openWithoutDatabase(page, `./?data=${other}`);
    // So little is read at once: its rows may wait for the tables already.
    await expect(page.locator('main')).toHaveAttribute('data-stage', /^(?:reading|loading)$/);
    await page.waitForTimeout(500);
    expect(await isDrawn(page)).toBe(false);
    await start();
    expect((await viewOf(page)).focus).toBe('arXiv:2409.12917');

    await isStored(page);
    await openAndKeep(page, file('two.jsonl', collection('two', '2501.00002')));
    await page.goto('about:blank');
    const again = await openWithoutDatabase(page, './?data=');
    await again();
    expect((await sceneOf(page)).nodes.length).toBe(3);
  });

  test('goes with what is forgotten, and one that is damaged is not drawn', async ({ page }) => {
    await openEmpty(page);
    await openAndKeep(page, file('one.jsonl', collection('one', '2501.00001')));
    await isStored(page);
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open('corollary');
          opening.onsuccess = () => {
            const store = opening.result.transaction('pictures', 'readwrite').objectStore('pictures');
            const asking = store.openCursor();
            asking.onsuccess = () => {
              const cursor = asking.result;
              const value = cursor?.value as { picture: { positions: { x: unknown[] } } };
              value.picture.positions.x[0] = 'left';
              cursor?.update(value);
              store.transaction.oncomplete = () => {
                opening.result.close();
                resolve();
              };
            };
          };
        }),
    );
    const start = await openWithoutDatabase(page, './?data=');
    await page.waitForTimeout(500);
    expect(await isDrawn(page)).toBe(false);
    await start();
    await isStored(page);
    await page.getByRole('button', { name: /^Load report/ }).click();
    await page.getByRole('button', { name: /^Forget what is kept/ }).click();
    await page
      .getByRole('dialog', { name: /^Forget what is kept/ })
      .getByRole('button', { name: 'Forget' })
      .click();
    await expect.poll(() => storedView(page)).toBeNull();
  });

  async function isDrawn(page: Page): Promise<boolean> {
    return page.evaluate(() => performance.getEntriesByName('corollary:picture').length > 0);
  }
});

test('bytes are kept exactly as they came: in an archive, with a byte order mark', async ({ page }) => {
  await openEmpty(page);
  const bytesOf = (name: string, id: string) =>
    new Uint8Array([0xef, 0xbb, 0xbf, ...strToU8(collection(name, id).replaceAll('\n', '\r\n'))]);
  const documents = new Map([
    ['plain.jsonl', bytesOf('plain', '2501.00003')],
    ['packed.zip/inside/marked.jsonl', bytesOf('packed', '2501.00005')],
  ]);
  const zip = zipSync({ 'inside/marked.jsonl': bytesOf('packed', '2501.00005') }, { level: 9 });
  await openAndKeep(page, file('plain.jsonl', bytesOf('plain', '2501.00003')), file('packed.zip', zip));
  await page.reload();
  await isReady(page);
  const details = page.getByRole('complementary', { name: 'Details' });
  for (const [name, bytes] of documents) {
    const id = name.startsWith('plain') ? 'arXiv:2501.00003' : 'arXiv:2501.00005';
    await page.evaluate(async (focus) => {
      await window.corollary.show(focus);
      const line = window.corollary.scene().lines.find(({ from }) => from === focus);
      await window.corollary.setView({ ...window.corollary.view(), selection: [line?.id ?? ''] });
    }, id);
    // The details of the one before are there for a moment longer.
    await expect(details).toContainText(`${name} (collection)`);
    await details.getByRole('button', { name: /^line \d+$/ }).click();
    const document = page.getByRole('dialog', { name: 'The document as it came' });
    await expect(document).toContainText('the same as when it was loaded');
    const saving = page.waitForEvent('download');
    await document.getByRole('button', { name: 'Save it as it came' }).click();
    expect(readFileSync(await (await saving).path()).equals(bytes), name).toBe(true);
    await page.keyboard.press('Escape');
  }
});

test('a tab that dies in the middle of intake: what it was reading is offered, not loaded by itself', async ({
  page,
  context,
}) => {
  await openEmpty(page);
  await openAndKeep(page, file('before.jsonl', collection('before', '2501.00004')));
  const line = (_: unknown, at: number) => `{"type":"work","id":"w${at}","title":"Paper ${at}"}\n`;
  const large = Array.from({ length: 120_000 }, line).join('');
  await openFiles(page, file('large.jsonl', large));
  await expect.poll(() => statesIn(page), { intervals: [20] }).toContain('arriving');
  await expect(page.locator('main')).toHaveAttribute('data-stage', /reading|checking/);
  const crashed = page.waitForEvent('crash');
  const devtools = await context.newCDPSession(page);
  void devtools.send('Page.crash').catch(() => undefined);
  await crashed;

  const again = await context.newPage();
  await again.goto('./?data=');
  await isReady(again);
  expect(await titles(again, 'Of %')).toEqual(['Of before']);
  expect(await titles(again, 'Paper 7')).toEqual([]);
  const notices = again.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText('large.jsonl');
  await expectAccessible(again);
  await notices.getByRole('button', { name: 'Read again' }).click();
  await expect.poll(() => titles(again, 'Paper 7'), { timeout: 60_000 }).toEqual(['Paper 7']);
  await expect.poll(() => statesIn(again)).toEqual(['kept', 'kept']);
  await again.reload();
  await isReady(again);
  expect(await titles(again, 'Paper 7')).toEqual(['Paper 7']);
  await expect(notices).toBeEmpty();
});

test('what is kept can be forgotten, and it asks first', async ({ page }) => {
  await openEmpty(page);
  await openAndKeep(page, file('one.jsonl', collection('one', '2501.00001')));
  await page.getByRole('button', { name: /^Load report/ }).click();
  const button = page.getByRole('button', { name: /^Forget what is kept/ });
  await button.click();
  const dialog = page.getByRole('dialog', { name: /^Forget what is kept/ });
  await expectAccessible(page, '[role=dialog]');
  await dialog.getByRole('button', { name: 'Keep' }).click();
  expect(await keptCount(page)).toBe(1);
  await button.click();
  await dialog.getByRole('button', { name: 'Forget' }).click();
  await expect(button).toBeHidden();
  await expect.poll(() => statesIn(page)).toEqual([]);
  expect(await titles(page, 'Of %'), 'what is loaded stays').toEqual(['Of one']);
  const packs = await page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('packs');
    return (await folder.keys().next()).value;
  });
  expect(packs, 'a pack that is left').toBeUndefined();
  await page.goto('about:blank');
  await page.goto('./?data=');
  await page.evaluate(() => window.corollary.ready);
  await expect(page.locator('main')).toHaveAttribute('data-stage', 'empty');
});

test('the browser is asked once not to clear what is kept, after something was opened', async ({ page }) => {
  await page.addInitScript(() => {
    const asked = Object.assign(window, { asked: 0 });
    navigator.storage.persist = () => {
      asked.asked += 1;
      return Promise.resolve(true);
    };
  });
  const asked = () => page.evaluate(() => (window as unknown as { asked: number }).asked);
  const report = page.getByRole('region', { name: 'Load report', exact: true });
  await openEmpty(page);
  expect(await asked()).toBe(0);
  await openAndKeep(page, file('one.jsonl', collection('one', '2501.00001')));
  await openAndKeep(page, file('two.jsonl', collection('two', '2501.00002')));
  expect(await asked()).toBe(1);
  await page.getByRole('button', { name: /^Load report/ }).click();
  await expect(report).toContainText('promised to keep it until you forget it');
  await page.addInitScript(() => {
    navigator.storage.persisted = () => Promise.reject(new Error('on purpose'));
  });
  await page.reload();
  await isReady(page);
  await openAndKeep(page, file('three.jsonl', collection('three', '2501.00003')));
  expect(await asked(), 'not again where something is kept').toBe(0);
  await expect(report).toContainText('may clear it when space on this machine runs short');
});

test('a second tab reads what is kept and says that it keeps nothing, until the first is closed', async ({
  page,
  context,
}) => {
  await openEmpty(page);
  await openAndKeep(page, file('one.jsonl', collection('one', '2501.00001')));
  const other = await context.newPage();
  await other.goto('./?data=');
  await isReady(other);
  expect(await titles(other, 'Of %')).toEqual(['Of one']);
  const notices = other.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText('Another tab with this address keeps the documents');
  await openFiles(other, file('two.jsonl', collection('two', '2501.00002')));
  await expect.poll(() => titles(other, 'Of %')).toEqual(['Of one', 'Of two']);
  expect(await statesIn(other)).toEqual(['kept']);

  await page.close();
  await expect(notices).toContainText('this one keeps the documents now');
  expect(await statesIn(other)).toEqual(['kept', 'kept']);
  await other.reload();
  await isReady(other);
  expect(await titles(other, 'Of %')).toEqual(['Of one', 'Of two']);
});

test('a full disk is said in words, and what was there stays', async ({ page, context, baseURL }) => {
  await openEmpty(page);
  await openAndKeep(page, file('one.jsonl', collection('one', '2501.00001')));
  const devtools = await context.newCDPSession(page);
  const { usage } = await page.evaluate(() => navigator.storage.estimate());
  await devtools.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(baseURL ?? '').origin,
    quotaSize: (usage ?? 0) + 200_000,
  });
  const text = `${collection('two', '2501.00002')}\n${' '.repeat(4_000_000)}`;
  await openFiles(page, file('two.jsonl', text));
  await expect.poll(() => titles(page, 'Of %')).toEqual(['Of one', 'Of two']);
  const notices = page.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText('two.jsonl');
  await expect(notices).toContainText('There is no room left for them: free some space on this machine');
  expect(await statesIn(page)).toEqual(['kept']);
  await page.reload();
  await isReady(page);
  expect(await titles(page, 'Of %')).toEqual(['Of one']);
});

test.describe('a worker that stops', () => {
  for (const name of ['intake', 'database'] as const) {
    test(`the ${name} worker ends without a word: all is loaded again by itself, with a notice`, async ({
      page,
      open,
    }) => {
      await open();
      await openAndKeep(page, file('one.jsonl', collection('one', '2501.00001')));
      await page.evaluate(() => window.corollary.show('arXiv:2501.00001', { depth: 2 }));
      const scene = await sceneOf(page);
      await endWorker(page, name);
      await recovered(page);
      expect(await titles(page, 'Of %')).toEqual(['Of one']);
      expect((await sceneOf(page)).nodes.map(({ id }) => id)).toEqual(scene.nodes.map(({ id }) => id));
      await openAndKeep(page, file('two.jsonl', collection('two', '2501.00002')));
      expect(await titles(page, 'Of %')).toEqual(['Of one', 'Of two']);
      await page.reload();
      await isReady(page);
      expect(await titles(page, 'Of %'), 'restored sources are a source of recovery too').toEqual([
        'Of one',
        'Of two',
      ]);
      await endWorker(page, name);
      await recovered(page);
      expect(await titles(page, 'Of %')).toEqual(['Of one', 'Of two']);
    });
  }

  test.describe('with an error that nobody catches', () => {
    // DuckDB's client says as much to the console.
    test.use({ allowedComplaints: [/on purpose|^ErrorEvent$/] });

    for (const name of ['intake', 'database'] as const) {
      test(`in the ${name} worker: all is loaded again by itself`, async ({ page }) => {
        await openEmpty(page);
        await openAndKeep(page, file('one.jsonl', collection('one', '2501.00001')));
        await workerOf(page, name).evaluate(() => {
          setTimeout(() => {
            throw new Error('on purpose');
          });
        });
        await recovered(page);
        expect(await titles(page, 'Of %')).toEqual(['Of one']);
      });
    }
  });

  test('a question under way rejects, and later ones are answered', async ({ page, open }) => {
    await open();
    const countWorks = () => window.corollary.sql('SELECT count(*) AS n FROM works');
    const before = await page.evaluate(countWorks);
    await workerOf(page, 'database').evaluate(() => {
      // It ends while it has the question and before it has an answer.
      self.onmessage = () => self.close();
    });
    const asked = page.evaluate(() =>
      window.corollary.sql('SELECT 1').then(
        () => 'answered',
        (failure: { kind: string }) => failure.kind,
      ),
    );
    expect(await asked).toBe('database');
    await recovered(page);
    expect(await page.evaluate(countWorks)).toEqual(before);
  });

  test('a file that is not there any more is named', async ({ page }, info) => {
    await openEmpty(page);
    const path = info.outputPath('gone.jsonl');
    await writeFile(path, collection('gone', '2501.00006'));
    await page.getByLabel('Files to open').setInputFiles(path);
    await expect.poll(() => keptCount(page), { timeout: 20_000 }).toBe(1);
    await openAndKeep(page, file('one.jsonl', collection('one', '2501.00001')));
    await rm(path);
    await endWorker(page, 'database');
    const notices = page.getByRole('region', { name: 'Notices' });
    await expect(notices).toContainText('not loaded any more: gone.jsonl', { timeout: 30_000 });
    expect(await titles(page, 'Of %')).toEqual(['Of one']);
  });

  test('reading that was under way goes on', async ({ page }) => {
    await openEmpty(page);
    await openAndKeep(page, file('one.jsonl', collection('one', '2501.00001')));
    const line = (_: unknown, at: number) => `{"type":"work","id":"w${at}","title":"Paper ${at}"}\n`;
    await openFiles(page, file('large.jsonl', Array.from({ length: 150_000 }, line).join('')));
    await expect.poll(() => statesIn(page)).toContain('arriving');
    await endWorker(page, 'intake');
    await recovered(page);
    await expect.poll(() => titles(page, 'Paper 7'), { timeout: 30_000 }).toEqual(['Paper 7']);
    expect(await titles(page, 'Of %')).toEqual(['Of one']);
    await expect.poll(() => statesIn(page)).toEqual(['kept', 'kept']);
  });
});

async function recovered(page: Page): Promise<void> {
  const notices = page.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText('everything is loaded as before', { timeout: 30_000 });
  await expect(page.locator('main')).toHaveAttribute('data-stage', 'ready');
}

function workerOf(page: Page, name: 'intake' | 'database'): Worker {
  const worker = page.workers().find((one) => one.url().includes(name));
  if (!worker) throw new Error(`There is no worker ${name}.`);
  return worker;
}

/** As when it runs out of memory: the page hears nothing of it. */
async function endWorker(page: Page, name: 'intake' | 'database'): Promise<void> {
  await workerOf(page, name)
    .evaluate(() => self.close())
    .catch(() => undefined);
}

test('a lost WebGL context is drawn again when it comes back', async ({ page, open }) => {
  await open();
  await page.evaluate(() => window.corollary.ready);
  const canvas = await page.locator('main .sigma-nodes').elementHandle();
  const at = await placeOf(page, 'arXiv:2409.12917');
  const before = await colourAt(page, at);
  expect(before, 'a mark, and not the paper').not.toEqual(await colourAt(page, { x: at.x, y: at.y - 40 }));
  await canvas?.evaluate(async (element) => {
    const lost = (element as HTMLCanvasElement).getContext('webgl2')?.getExtension('WEBGL_lose_context');
    lost?.loseContext();
    await new Promise((resolve) => setTimeout(resolve, 100));
    lost?.restoreContext();
  });
  await expect.poll(() => canvas?.evaluate((element) => element.isConnected)).toBe(false);
  await expect.poll(() => colourAt(page, at), { timeout: 20_000 }).toEqual(before);
});

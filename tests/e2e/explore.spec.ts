import { sceneOf } from './at-the-stage';
import { expect, expectAccessible, test } from './corollary';

const SCORE = 'arXiv:2409.12917';

test('what the pipeline computes is the picture that was shown first', async ({ page }) => {
  await page.goto('./', { waitUntil: 'commit' });
  await page.waitForFunction(() => document.querySelector('main')?.dataset['stage'] === 'loading');
  const first = await page.evaluate(() => JSON.stringify(window.corollary.scene()));
  await page.evaluate(() => window.corollary.ready);
  expect(await page.evaluate(() => JSON.stringify(window.corollary.scene()))).toBe(first);
});

test(
  'a link opened in a fresh profile gives the same picture',
  { tag: '@one-screen' },
  async ({ page, open, browser }) => {
    await open();
    const made = await page.evaluate(async (id) => {
      const { corollary } = window;
      await corollary.show(id, { direction: 'references', depth: 2, layout: 'rings' });
      const node = corollary.scene().nodes[3]?.id ?? '';
      await corollary.setView({
        ...corollary.view(),
        hidden: [node],
        colourBy: 'year',
        pins: { [id]: [40, 50] },
      });
      return { address: location.href, scene: JSON.stringify(corollary.scene()) };
    }, SCORE);
    const fresh = await browser.newContext({ viewport: page.viewportSize() });
    const other = await fresh.newPage();
    await other.goto(made.address);
    await other.evaluate(() => window.corollary.ready);
    expect(await other.evaluate(() => JSON.stringify(window.corollary.scene()))).toBe(made.scene);
    await fresh.close();
  },
);

test('labels cover no label and no mark, and every mark is inside the frame', async ({ page, open }) => {
  await open();
  const { overlaps, outside } = await page.evaluate(() => {
    const { labels, nodes, frame } = window.corollary.scene();
    const boxes = labels.map(
      ({ x, y, width, size }) => [x, y - size * 0.74, x + width, y + size * 0.24] as const,
    );
    const hits = (a: readonly number[], b: readonly number[]) =>
      (a[0] ?? 0) < (b[2] ?? 0) &&
      (a[2] ?? 0) > (b[0] ?? 0) &&
      (a[1] ?? 0) < (b[3] ?? 0) &&
      (a[3] ?? 0) > (b[1] ?? 0);
    const marks = nodes.map(({ x, y, radius }) => [x - radius, y - radius, x + radius, y + radius] as const);
    return {
      overlaps: boxes.filter(
        (box, i) =>
          boxes.some((other, j) => j > i && hits(box, other)) || marks.some((mark) => hits(box, mark)),
      ).length,
      outside: marks.filter(([l, t, r, b]) => l < 0 || t < 0 || r > frame.width || b > frame.height).length,
    };
  });
  expect([overlaps, outside]).toEqual([0, 0]);
});

test(
  'the sample: what is counted, refused and taken back',
  { tag: '@one-screen' },
  async ({ page, open }) => {
    await open();
    await test.step('a View that cannot be shown is taken back, with its place in the history', async () => {
      const before = page.url();
      const failure = await page.evaluate(() =>
        window.corollary.show('arXiv:0000.00000').catch((problem: { kind: string }) => problem.kind),
      );
      expect(failure).toBe('not-found');
      expect(await page.evaluate(() => window.corollary.view().focus)).toBe(SCORE);
      await expect.poll(() => page.url()).toBe(before);
      await expect(page.getByRole('button', { name: 'Redo' })).toBeDisabled();
    });
    await test.step('what is asked wrongly rejects with a Failure that has a kind', async () => {
      const kinds = await page.evaluate(async () => {
        const { corollary } = window;
        const kindOf = (asked: Promise<unknown>) =>
          asked.then(
            () => 'fine',
            (failure: { kind?: string }) => failure.kind,
          );
        return [
          await kindOf(corollary.show('arXiv:0000.00000')),
          await kindOf(corollary.show('2409.12917', { depth: 9 as 3 })),
          await kindOf(
            corollary.setView({ ...corollary.view(), filters: { facets: { venue: 'x' } as object } }),
          ),
          await kindOf(corollary.sql('DELETE FROM works')),
          await kindOf(corollary.sql('SELECT 1; SELECT 2')),
          await kindOf(corollary.sql(`SELECT * FROM read_csv('https://example.org/x.csv')`)),
          await kindOf(corollary.sql('LOAD json')),
        ];
      });
      expect(kinds).toEqual([
        'not-found',
        'bad-argument',
        'bad-argument',
        'database',
        'database',
        'database',
        'database',
      ]);
      expect(
        await page.evaluate(() => window.corollary.sql('SELECT count(*) > 2000 AS many FROM works')),
      ).toEqual([{ many: true }]);
    });
    await test.step('SCoRe with its references and citing papers, counted', async () => {
      const counts = await page.evaluate(async () => {
        const { corollary } = window;
        const all: number[][] = [];
        for (const view of [
          { direction: 'references', depth: 1 },
          { direction: 'citing', depth: 1 },
          { direction: 'both', depth: 1 },
          { direction: 'both', depth: 2 },
        ] as const) {
          await corollary.show('pith:OQMAWUXN', view);
          const { nodes, lines } = corollary.scene();
          all.push([nodes.length, lines.length]);
        }
        return all;
      });
      expect(counts).toEqual([
        [44, 60],
        [6, 8],
        [49, 99],
        [473, 1704],
      ]);
    });
  },
);

test('undo, redo and the browser’s back', { tag: '@one-screen' }, async ({ page, open }) => {
  await open();
  await test.step('they lead through the Views', async () => {
    const depth = () => page.evaluate(() => window.corollary.view().depth);
    await page.evaluate((id) => window.corollary.show(id, { depth: 2 }), SCORE);
    await page.evaluate(() => window.corollary.setView({ ...window.corollary.view(), depth: 3 }));
    await page.keyboard.press('Control+z');
    await expect.poll(depth).toBe(2);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(depth).toBe(3);
    await page.goBack();
    await page.goBack();
    await expect.poll(depth).toBe(1);
    await expect(page.locator('main')).toHaveAttribute('data-stage', 'ready');
  });
  await test.step('undo while a change is still being drawn acts on that change', async () => {
    const asked = await page.evaluate(async (id) => {
      const { corollary } = window;
      await corollary.show(id, { layout: 'rings' });
      const slow = corollary.setView({ ...corollary.view(), depth: 3 });
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true }));
      await slow;
      return corollary.view();
    }, SCORE);
    await expect.poll(() => page.evaluate(() => window.corollary.scene().nodes.length)).toBe(49);
    expect(asked.layout).toBe('rings');
    expect(await page.evaluate(() => window.corollary.view().depth)).toBe(1);
  });
});

test('a damaged link says so and opens the default', { tag: '@one-screen' }, async ({ page, open }) => {
  await open('./#1&focus=arXiv%3A1706.03762&depth=2');
  await expect(page.getByText('cannot be read')).toBeVisible();
  expect(await page.evaluate(() => window.corollary.view().focus)).toBe(SCORE);
});

test('documents of one’s own', { tag: '@one-screen' }, async ({ browser, page, open }) => {
  await open();
  const text = [
    '{"type":"collection","name":"mine","version":1}',
    '{"type":"work","arxiv_id":"2501.99999","title":"A paper of mine","date":"2025-01"}',
    '{"type":"citation","citing":"arXiv:2501.99999","cited":"arXiv:2409.12917","source":"my notes"}',
  ].join('\n');
  await test.step('loading more adds, loading the same again changes nothing', async () => {
    const [first, second] = await page.evaluate(async (body) => {
      const { corollary } = window;
      const once = await corollary.open([new File([body], 'mine.jsonl')]);
      const nodes = corollary.scene().nodes.length;
      const twice = await corollary.open([new File([body], 'again.jsonl')]);
      return [
        { ...once, nodes },
        { ...twice, nodes: corollary.scene().nodes.length },
      ];
    }, text);
    expect(first).toMatchObject({ documents: 1, works: 1, citations: 1, nodes: 50 });
    expect(second).toMatchObject({ documents: 0, works: 0, citations: 0, nodes: 50 });
    expect(second?.problems.map(({ message }) => message).join()).toContain('already loaded');
  });
  await test.step('a link made on them names what is missing, and takes it when dropped', async () => {
    const address = await page.evaluate(async () => {
      await window.corollary.show('arXiv:2501.99999');
      return location.href;
    });
    // Where they were dropped they are kept.
    const elsewhere = await browser.newContext({ viewport: page.viewportSize() });
    const other = await elsewhere.newPage();
    await other.goto(address);
    const missing = other.getByText('not loaded here');
    await expect(missing).toBeVisible({ timeout: 30_000 });
    await expect(other.getByText(/mine\.jsonl \([0-9a-f]+/)).toBeVisible();
    await other.evaluate(async (body) => {
      await window.corollary.ready;
      await window.corollary.open([new File([body], 'mine.jsonl')]);
    }, text);
    expect(await other.evaluate(() => window.corollary.view().focus)).toBe('arXiv:2501.99999');
    expect(await other.evaluate(() => window.corollary.scene().nodes.length)).toBe(2);
    await expect(missing).toBeHidden();
    await elsewhere.close();
  });
});

test('the formal sample', async ({ page, open, isMobile }) => {
  await open('./?data=samples/formal-conjectures/formal-conjectures.jsonl');
  await test.step('theorems in a lane, weak ties weaker, and nothing as proved that holds a sorry', async () => {
    const { kinds, styles, lane } = await page.evaluate(() => {
      const { nodes, lines, axes } = window.corollary.scene();
      return {
        kinds: [...new Set(nodes.map(({ kind }) => kind))].sort(),
        styles: [...new Set(lines.map(({ style }) => style))],
        lane: axes.some(({ kind }) => kind === 'lane'),
      };
    });
    expect(kinds).toEqual(expect.arrayContaining(['paper', 'theorem']));
    expect(styles).toContain('double-weak');
    expect(lane).toBe(true);
    await expectAccessible(page);
  });
  await test.step('long declarations and paths wrap in the details of a tie, and nothing is cut', async () => {
    await page.evaluate(async () => {
      const { corollary } = window;
      const line = corollary.scene().lines.find(({ kind }) => kind === 'formal');
      await corollary.setView({ ...corollary.view(), selection: [line?.id ?? ''] });
    });
    if (isMobile) await page.getByRole('button', { name: 'Details' }).click();
    const details = page.getByRole('complementary', { name: 'Details' });
    await expect(details).toContainText('asserted by its source');
    const cut = await details.evaluate((panel) =>
      [...panel.querySelectorAll('*')].filter(
        (element) => element.getBoundingClientRect().right > panel.getBoundingClientRect().right,
      ),
    );
    expect(cut).toEqual([]);
  });
});

test('more than 5,000 nodes are drawn only where a person says so @one-screen', async ({ page, open }) => {
  await open();
  const before = await sceneOf(page);
  const lines = ['{"type":"collection","name":"star","version":1}'];
  for (let at = 0; at < 5_200; at++)
    lines.push(`{"type":"citation","citing":"local:w${at}","cited":"local:hub"}`);
  await page.evaluate(async (text) => {
    await window.corollary.open([new File([text], 'star.jsonl')]);
  }, lines.join('\n'));
  const find = async () => {
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('local:star/hub');
    await page.getByRole('option', { name: /hub/ }).first().click();
  };
  await find();
  const dialog = page.getByRole('dialog', { name: 'Draw 5,201 nodes?' });
  await expectAccessible(page, '[role=dialog]');
  await dialog.getByRole('button', { name: 'Not now' }).click();
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => window.corollary.view().focus)).not.toBe('local:star/hub');
  expect((await sceneOf(page)).nodes).toHaveLength(before.nodes.length);

  await find();
  await dialog.getByRole('button', { name: 'Draw them' }).click();
  await expect.poll(async () => (await sceneOf(page)).nodes.length, { timeout: 60_000 }).toBe(5_201);
});

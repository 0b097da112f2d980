import type { Page } from '@playwright/test';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { tabTo } from './at-the-stage';
import { expect, expectAccessible, test } from './corollary';

const MINE = 'arXiv:2501.99999';

/** A collection with one paper that cites SCoRe. */
function collection(name: string, id: string, title: string): string {
  return [
    `{"type":"collection","name":"${name}","version":1}`,
    `{"type":"work","arxiv_id":"${id}","title":"${title}","date":"2025-01-02"}`,
    `{"type":"citation","citing":"arXiv:${id}","cited":"arXiv:2409.12917","source":"${name}"}`,
  ].join('\n');
}

test('by the file picker: several files, gzip, zip; added to what is loaded, with a report', async ({
  page,
  open,
}) => {
  await open();
  const isPhone = (page.viewportSize()?.width ?? 0) < 600;
  await page.getByRole('button', { name: isPhone ? 'Menu' : 'Open…' }).click();
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('menuitem', { name: /^Files/ }).click();
  const chooser = await chosen;
  expect(chooser.isMultiple()).toBe(true);
  const zip = zipSync({
    'inside/three.jsonl': strToU8(collection('three', '2501.00003', 'In a zip')),
    'inside/broken.json': strToU8('{"bundle_type":'),
  });
  await chooser.setFiles([
    file('one.jsonl', collection('one', '2501.00001', 'Plain')),
    file('two.jsonl.gz', gzipSync(strToU8(collection('two', '2501.00002', 'In gzip')))),
    file('three.zip', zip),
    file('four.jsonl', `${collection('four', '2501.00004', 'With a bad line')}\n{"type":"work","title":7}\n`),
  ]);
  await expect.poll(() => count(page, 'works', "title LIKE 'In %' OR title LIKE 'Plain'")).toBe(3);
  await expect(page.locator('main')).toHaveAttribute('data-stage', 'ready');
  await expect.poll(() => page.evaluate(() => window.corollary.scene().nodes.length)).toBe(49 + 4);
  expect(await page.evaluate(() => window.corollary.view().focus)).toBe('arXiv:2409.12917');

  if (isPhone) await page.getByRole('navigation').getByRole('button', { name: 'Lists' }).click();
  await page.getByRole('button', { name: /^Load report/ }).click();
  const report = page.getByRole('region', { name: 'Load report', exact: true });
  await expect(report.getByRole('row').filter({ hasText: 'one.jsonl' }).first()).toContainText('✓ loaded');
  const broken = report.getByRole('row').filter({ hasText: 'three.zip' }).filter({ hasText: 'broken.json' });
  await expect(broken.last().getByRole('cell').first()).toHaveText(/^[A-Z].{10,}[.!]$/s);
  const line = report.getByRole('row').filter({ hasText: 'four.jsonl' }).last();
  await expect(line).toContainText('line 4');
  await expect(line.getByRole('cell').first()).toHaveText(/^[A-Z].{10,}[.!]$/s);
  await expect(report).toContainText(/Last opened: [4-6] documents/);
});

// Dropping and pasting belong to a desk.
test.describe('on a desk', { tag: '@one-screen' }, () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('by dropping files and folders, and by pasting text and an address', async ({
    page,
    open,
    baseURL,
  }) => {
    await open();
    await drop(page, {
      files: [['dropped.jsonl', collection('dropped', '2501.00011', 'Dropped')]],
    });
    await expect.poll(() => count(page, 'works', "title = 'Dropped'")).toBe(1);
    await dropFolder(page);
    await expect.poll(() => count(page, 'works', "title = 'In a folder'")).toBe(120);
    expect(await count(page, 'documents', "name = 'papers/deep/1.jsonl'")).toBe(1);
    expect(await count(page, 'documents', "name LIKE '%.DS_Store'")).toBe(0);

    await page.evaluate(
      (text) => navigator.clipboard.writeText(text),
      collection('pasted', '2501.00012', 'Pasted'),
    );
    await page.getByRole('listbox', { name: /^Graph of/ }).focus();
    await page.keyboard.press('Control+v');
    await expect.poll(() => count(page, 'works', "title = 'Pasted'")).toBe(1);

    await page.getByRole('button', { name: 'Open…' }).click();
    await page.getByRole('menuitem', { name: /^Text/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('just some words');
    await dialog.getByRole('button', { name: 'Open' }).click();
    await expect(dialog.getByRole('alert')).toContainText('no document that is known here, nor an address');
    await dialog
      .getByRole('textbox')
      .fill(`${baseURL ?? ''}samples/formal-conjectures/formal-conjectures.jsonl`);
    await tabTo(page, dialog.getByRole('button', { name: 'Open' }));
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect.poll(() => count(page, 'theorems', 'true')).toBeGreaterThan(500);
  });

  test('a single record becomes the focus; a large file shows progress and can be cancelled', async ({
    page,
    open,
  }) => {
    await page.goto('./?data=');
    await expect(page.locator('main')).toHaveAttribute('data-stage', 'empty');
    const files = page.getByLabel('Files to open');
    await files.setInputFiles([file('mine.jsonl', collection('mine', '2501.99999', 'Mine'))]);
    await expect(page.locator('main')).toHaveAttribute('data-stage', 'ready');
    const bundle = await page.evaluate(() =>
      fetch('samples/score/score.bundle.json').then((answer) => answer.text()),
    );
    await page.evaluate((id) => window.corollary.show(id), MINE);
    await files.setInputFiles([file('score.bundle.json', bundle)]);
    await expect
      .poll(() => page.evaluate(() => window.corollary.view().focus))
      .toMatch(/2409\.12917|OQMAWUXN/);
    await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('Record sound');

    const before = page.url();
    const works = await count(page, 'works', 'true');
    await drop(page, { lines: 400_000 });
    const opening = page.getByRole('group', { name: 'Opening' });
    await expect(opening).toContainText(/(Reading|Checking) \d of 1 document/);
    await expect(opening.getByRole('progressbar')).toBeVisible();
    await expect(opening).toContainText(/large\.jsonl · .* of \d+/);
    await opening.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.locator('main')).toHaveAttribute('data-stage', 'ready');
    expect(await count(page, 'works', 'true')).toBe(works);
    expect(page.url()).toBe(before);
    await open('./');
  });

  test('a large folder goes in part by part: a picture after the first, and Cancel leaves what is in', async ({
    page,
    open,
  }) => {
    await open();
    await drop(page, { many: 7000 });
    const opening = page.getByRole('group', { name: 'Opening' });
    await expect(opening).toContainText(/of 7,?000 documents/);
    await expect.poll(() => page.evaluate(() => window.corollary.scene().nodes.length)).toBe(49 + 100);
    await opening.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.locator('main')).toHaveAttribute('data-stage', 'ready');
    // The first part has a thousand documents, each other five thousand.
    expect([1000, 6000]).toContain(await count(page, 'works', "title LIKE 'One of many%'"));
    await expect(page.getByText(/[16],000 of 7,000/).first()).toBeVisible();
  });

  test('a bibliography is shown before it is added: what is new, what is here, what may be a duplicate', async ({
    page,
    open,
  }) => {
    await open();
    const files = page.getByLabel('Files to open');
    const bib = `@article{score, title={Training Language Models to Self-Correct}, eprint={2409.12917}, archivePrefix={arXiv}}
      @inproceedings{refine, title={Self-Refine: Iterative Refinement with Self-Feedback}, year=2023}
      @article{new, title={A work that nobody has}, author={{\\"O}zdemir, A.}, year=2020}`;
    const works = await count(page, 'works', 'true');
    await files.setInputFiles([file('refs.bib', bib)]);
    const dialog = page.getByRole('dialog', { name: 'What will be added' });
    await expect(dialog.getByRole('listitem')).toHaveText([
      /Self-Correct.*= here already/,
      /Self-Refine.*≈ same title as arXiv:2303\.17651/,
      /nobody has.*Özdemir.*\+ new/,
    ]);
    await expectAccessible(page, '[role=dialog]');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(await count(page, 'works', 'true')).toBe(works);

    await files.setInputFiles([file('refs.bib', bib)]);
    await dialog.getByRole('button', { name: 'maybe duplicates 1' }).click();
    await expect(dialog.getByRole('listitem')).toHaveCount(1);
    await dialog.getByLabel('start the picture from them').check();
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(page.getByLabel('Notices')).toContainText('2 works added; 1 was here already.');
    expect(await count(page, 'works', 'true')).toBe(works + 2);
    await expect
      .poll(() => page.evaluate(() => window.corollary.view().seeds))
      .toEqual(['arXiv:2409.12917', 'local:refs/refine', 'local:refs/new']);

    await page.locator('body').click({ position: { x: 2, y: 2 } });
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', '@misc{pasted, title={Pasted from a page}}');
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    });
    await dialog.getByLabel('star them').check();
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await expect.poll(() => count(page, 'works', "public_id LIKE 'local:%pasted'")).toBe(1);
  });
});

function file(name: string, content: string | Uint8Array) {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) };
}

async function count(page: Page, table: string, where: string): Promise<number> {
  const sql = `SELECT count(*)::INTEGER AS n FROM ${table} WHERE ${where}`;
  const rows = await page.evaluate((text) => window.corollary.sql(text), sql);
  return (rows[0] as { n: number }).n;
}

interface Dropped {
  readonly files?: readonly (readonly [string, string])[];
  /** A collection of so many lines, made in the page. */
  readonly lines?: number;
  /** So many small collections; the first hundred cite SCoRe. */
  readonly many?: number;
}

/** Drags files over the page, sees that it says so, and lets them fall. */
async function drop(page: Page, { files = [], lines = 0, many = 0 }: Dropped): Promise<void> {
  const data = await page.evaluateHandle(
    ([named, linesOfOne, small]) => {
      const transfer = new DataTransfer();
      for (const [name, text] of named) transfer.items.add(new File([text], name));
      const line = (_: unknown, at: number) => `{"type":"work","id":"w${at}","title":"Paper ${at}"}\n`;
      if (linesOfOne > 0)
        transfer.items.add(new File(Array.from({ length: linesOfOne }, line), 'large.jsonl'));
      for (let at = 0; at < small; at++) {
        const id = `2503.${String(10_000 + at)}`;
        const work = `{"type":"work","arxiv_id":"${id}","title":"One of many ${at}"}`;
        const cites = `{"type":"citation","citing":"arXiv:${id}","cited":"arXiv:2409.12917","source":"many"}`;
        transfer.items.add(new File([at < 100 ? `${work}\n${cites}` : work], `${at}.jsonl`));
      }
      return transfer;
    },
    [files, lines, many] as const,
  );
  const overlay = page.getByText('Drop files or folders to open them here');
  await page.dispatchEvent('main', 'dragenter', { dataTransfer: data });
  await expect(overlay).toBeVisible();
  await page.dispatchEvent('main', 'dragover', { dataTransfer: data });
  await page.dispatchEvent('main', 'drop', { dataTransfer: data });
  await expect(overlay).toBeHidden();
}

/**
 * A script cannot make a folder entry, so this one is as the standard describes it: 120 files two folders deep, given
 * a hundred at a time, beside a hidden one.
 */
async function dropFolder(page: Page): Promise<void> {
  await page.evaluate(() => {
    const name = (path: string) => ({ name: path.split('/').at(-1), fullPath: path });
    const fileAt = (path: string, body: string) => {
      const file = (done: (one: File) => void) => done(new File([body], path));
      return { ...name(path), isFile: true, isDirectory: false, file };
    };
    const folderAt = (path: string, entries: readonly object[]) => {
      const createReader = () => {
        let from = 0;
        const readEntries = (done: (some: readonly object[]) => void) =>
          done(entries.slice(from, (from += 100)));
        return { readEntries };
      };
      return { ...name(path), isFile: false, isDirectory: true, createReader };
    };
    const body = (at: number) => `{"type":"work","arxiv_id":"2502.${10_000 + at}","title":"In a folder"}`;
    const files = Array.from({ length: 120 }, (_, at) => fileAt(`/papers/deep/${at}.jsonl`, body(at)));
    const folder = folderAt('/papers', [
      fileAt('/papers/.DS_Store', 'no document'),
      folderAt('/papers/deep', files),
    ]);
    const transfer = new DataTransfer();
    transfer.items.add(new File([], 'papers'));
    Object.defineProperty(transfer, 'items', {
      value: [{ kind: 'file', webkitGetAsEntry: () => folder }],
    });
    const event = new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true });
    document.querySelector('main')?.dispatchEvent(event);
  });
}

import { createServer } from 'node:http';
import { expect, expectAccessible, test } from './corollary';

const GOOD = '{"type":"work","arxiv_id":"2501.99999","title":"A good paper"}';

test('bad documents never cost the good one, and each is explained', async ({ page }) => {
  await page.goto('./?data=');
  const report = await page.evaluate(async (good) => {
    const bytes = (...values: number[]) => new Uint8Array(values);
    return window.corollary.open([
      new File([good], 'good.jsonl'),
      new File(['hello, this is no JSON'], 'words.json'),
      new File(['{"bundle_type":"pith_open_graph_bundle","events":['], 'truncated.json'),
      new File([bytes(0xff, 0xfe, 0x00, 0xd8)], 'encoding.json'),
      new File(['\ufeff' + good], 'bom.jsonl'),
      new File(['[['.repeat(50_000)], 'deep.json'),
      new File([`${'['.repeat(100_000)}${']'.repeat(100_000)}`], 'deep-but-json.json'),
      new File(['{"some":"other kind"}'], 'kind.json'),
      new File(['{"__proto__":{"polluted":true},"type":"work"}'], 'proto.jsonl'),
      new File([`{"type":"work","arxiv_id":"${'9'.repeat(1000)}","title":"x"}`], 'long.jsonl'),
      new File([''], 'empty.json'),
    ]);
  }, GOOD);
  expect(report.works).toBe(1);
  const named = new Set(report.problems.map(({ document }) => document));
  for (const name of [
    'words.json',
    'truncated.json',
    'encoding.json',
    'deep.json',
    'deep-but-json.json',
    'kind.json',
    'long.jsonl',
    'empty.json',
  ]) {
    expect(named, name).toContain(name);
  }
  for (const { message } of report.problems) expect(message).toMatch(/^[A-Z].*[.!]$/s);
  expect(await page.evaluate(() => ({}))).not.toHaveProperty('polluted');
  await expect(page.locator('main')).toHaveAttribute('data-stage', 'ready');
});

test.describe('addresses that do not answer', () => {
  test.use({ allowedComplaints: [/404/] });

  test('the failed screen says what to do', async ({ page }) => {
    await page.goto('./?data=nothing-here.json');
    await expect(page.locator('main')).toHaveAttribute('data-stage', 'failed', { timeout: 30_000 });
    await expect(page.locator('main')).toContainText('404');
    await expectAccessible(page);
  });
});

test.describe('a link that names another origin', () => {
  test.use({
    allowedOrigins: ['http://localhost:4291'],
    allowedComplaints: [/CORS|ERR_FAILED|Failed to load/],
  });

  test('asks first, loads when told to, and explains a refusal by CORS', async ({ page }) => {
    const server = createServer((request, response) => {
      if (request.url === '/open.jsonl') response.setHeader('Access-Control-Allow-Origin', '*');
      response.end(GOOD);
    });
    await new Promise<void>((resolve) => server.listen(4291, resolve));
    await page.goto('./?data=http://localhost:4291/open.jsonl&data=http://localhost:4291/closed.jsonl');
    const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
    await expect(dialog).toContainText('http://localhost:4291/closed.jsonl');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: /^Load/ }).click();
    await expect(page.locator('main')).toHaveAttribute('data-stage', 'ready', { timeout: 30_000 });
    const problems = await page.evaluate(() =>
      window.corollary.sql('SELECT document, message FROM problems'),
    );
    expect(JSON.stringify(problems)).toContain('closed.jsonl');
    server.close();
  });
});

test('an empty page waits for documents, and a cancelled load leaves it so', async ({ page }) => {
  await page.goto('./?data=');
  await expect(page.locator('main')).toHaveAttribute('data-stage', 'empty');
  await expectAccessible(page);
  const opening = page.evaluate(() => {
    const line = (_: unknown, at: number) => `{"type":"work","id":"w${at}","title":"Paper ${at}"}\n`;
    return window.corollary.open([new File(Array.from({ length: 400_000 }, line), 'large.jsonl')]).then(
      () => 'loaded',
      (failure: { kind: string }) => failure.kind,
    );
  });
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(await opening).toBe('cancelled');
  await expect(page.locator('main')).toHaveAttribute('data-stage', 'empty');
  const left = await page.evaluate(() => window.corollary.sql('SELECT count(*) AS n FROM works'));
  expect(left).toEqual([{ n: 0 }]);
});

test('diagnostics for a report of a fault hold what was measured, and nothing of what is loaded or was typed @one-screen', async ({
  page,
  open,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open();
  await page.evaluate(() => window.corollary.sql("SELECT 'my-secret' AS mine"));
  const [{ n }] = (await page.evaluate(() =>
    window.corollary.sql('SELECT count(*)::INTEGER AS n FROM citations'),
  )) as [{ n: number }];
  await page.getByRole('button', { name: /^Load report/ }).click();
  await page.getByText('Diagnostics', { exact: true }).click();
  await page.getByRole('button', { name: 'Copy as text' }).click();
  await expect(page.getByText('Diagnostics copied').first()).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/DuckDB: v\d+\.\d+/);
  expect(text).toContain(`citations: ${n.toLocaleString('en')}`);
  expect(text).toContain('to other origins: 0');
  expect(text).toMatch(/SELECT .*: [\d.]+ ms/);
  for (const personal of ['my-secret', '2409.12917', 'score', 'Self-Refine', 'http'])
    expect(text).not.toContain(personal);
  await expectAccessible(page, '.report');
});

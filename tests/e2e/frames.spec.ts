import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DEFAULT_VIEW, NO_DOCUMENTS, writeLink } from '../../src/model';
import { expect, test } from './corollary';

test.use({
  allowedComplaints: [/^Foreign request: http:\/\/127\.0\.0\.1:\d+\/|frame-ancestors/],
  serviceWorkers: 'allow',
});

/** A page of another origin that frames the app and tries to drive it. */
async function attacker(app: string): Promise<{ url: string; server: Server }> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html><title>attacker</title><iframe src="${app}"></iframe>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}

test.describe('a page of another origin', () => {
  test('cannot put the app into a frame', async ({ page, baseURL }) => {
    const { url, server } = await attacker(baseURL ?? '');
    try {
      await page.goto(url);
      await expect.poll(() => page.frames().length).toBe(2);
      const inside = page.frames()[1];
      await page.waitForTimeout(1000);
      expect(await inside?.evaluate(() => document.querySelector('main') !== null).catch(() => false)).toBe(
        false,
      );
    } finally {
      server.close();
    }
  });
});

test('a page of another origin that opens the app cannot reach its console API', async ({
  page,
  baseURL,
  context,
}) => {
  const { url, server } = await attacker('about:blank');
  try {
    await page.goto(url);
    const opening = context.waitForEvent('page');
    const reached = page.evaluate(async (address) => {
      const opened = window.open(address);
      await new Promise((resolve) => setTimeout(resolve, 3000));
      try {
        return { isClosed: opened?.closed ?? true, api: typeof opened?.corollary };
      } catch (failure) {
        return { isClosed: opened?.closed ?? true, api: failure instanceof Error ? failure.name : 'refused' };
      }
    }, baseURL ?? '');
    const app = await opening;
    await expect(app.locator('main')).toHaveAttribute('data-stage', 'ready', { timeout: 30_000 });
    expect(await app.evaluate(() => window.opener === null)).toBe(true);
    const { isClosed, api } = await reached;
    expect(isClosed || api === 'SecurityError').toBe(true);
  } finally {
    server.close();
  }
});

test.describe('a link', () => {
  const deep = writeLink({ view: DEFAULT_VIEW, documents: NO_DOCUMENTS });

  test('of a megabyte, or one that asks for a depth of a thousand million, shows the default and says so', async ({
    page,
    open,
  }) => {
    await open(`./#${'x'.repeat(1_000_000)}`);
    await expect(page.getByText('it is too long')).toBeVisible();
    const home = await page.evaluate(() => window.corollary.scene().nodes.length);
    await page.evaluate((hash) => (location.hash = hash), deep.replace(/^1&/, '1&depth=1000000000'));
    await expect(page.getByText('a part of it was changed')).toBeVisible();
    expect(await page.evaluate(() => window.corollary.view().depth)).toBe(1);
    expect(await page.evaluate(() => window.corollary.scene().nodes.length)).toBe(home);
    const refused = page.evaluate(() => window.corollary.show('arXiv:2409.12917', { depth: 1e9 as 1 }));
    await expect(refused).rejects.toThrow("A View's depth is one of 1, 2, 3");
  });
});

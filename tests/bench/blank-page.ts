import type { Browser, Page } from '@playwright/test';
import { createServer } from 'vite';

/**
 * What a script gives on a blank page of the sources, in Chromium. Scripts are texts: Vite would rewrite an import()
 * for Node. `prepare` may add to what the page can ask for.
 */
export async function onBlankPage<T>(
  launch: () => Promise<Browser>,
  script: string,
  prepare: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<T> {
  const server = await createServer({ server: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
  await server.listen();
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.route('**/bench.html', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bench</title>' }),
    );
    await prepare(page);
    await page.goto(`${server.resolvedUrls?.local[0] ?? ''}bench.html`);
    return await page.evaluate<T>(script);
  } finally {
    await browser.close();
    await server.close();
  }
}

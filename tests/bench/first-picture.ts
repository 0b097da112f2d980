import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { serve } from '../../src/programs/serve.js';
import { median, ratioFinding, type Finding } from './finding';

const ROUNDS = 7;

/** Cold profiles of the built app, in turn with a page that does nothing but start the database. */
export async function benchFirstPicture(launch: () => Promise<Browser>): Promise<Finding[]> {
  const { url, close } = await serve();
  const times = {
    boot: [] as number[],
    picture: [] as number[],
    depth2: [] as number[],
    question: [] as number[],
  };
  for (let round = 0; round < ROUNDS; round++) {
    times.boot.push(await cold(launch, bootAlone(url)));
    times.picture.push(await cold(launch, (page) => pictureMark(page, url)));
    times.depth2.push(await cold(launch, (page) => depth2(page, url)));
    times.question.push(await cold(launch, (page) => firstQuestion(page, url)));
  }
  await close();
  const boot = ['database alone', median(times.boot)] as const;
  return [
    ratioFinding('first picture, cold', median(times.picture), boot, 0.45),
    ratioFinding('cold link to 473 nodes', median(times.depth2), boot, 1.5),
    ratioFinding('first question answered', median(times.question), boot, 1.3),
  ];
}

async function cold(
  launch: () => Promise<Browser>,
  measure: (page: Page) => Promise<number>,
): Promise<number> {
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    return await measure(page);
  } finally {
    await browser.close();
  }
}

/** Milliseconds until the database is there, on a page that does nothing else. */
export function bootAlone(url: string): (page: Page) => Promise<number> {
  const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8')) as Record<
    string,
    { file: string }
  >;
  const tables = manifest['src/tables/index.ts']?.file;
  if (!tables) throw new Error('The build has no chunk for the tables.');
  const script = `import { openTables } from './${tables}'; await openTables(); window.booted = performance.now();`;
  return async (page) => {
    const html = `<!doctype html><title>boot</title><script type="module" src="boot.js"></script>`;
    await page.route('**/boot.html', (route) => route.fulfill({ contentType: 'text/html', body: html }));
    await page.route('**/boot.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: script }),
    );
    await page.goto(`${url}boot.html`);
    return page
      .waitForFunction(() => (window as { booted?: number }).booted)
      .then((handle) => handle.jsonValue() as Promise<number>);
  };
}

/** Milliseconds until the page at this address has its first picture on the screen. */
export async function pictureMark(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: 'commit' });
  const mark = await page.waitForFunction(
    () => performance.getEntriesByName('corollary:picture')[0]?.startTime,
    null,
    { polling: 20 },
  );
  return (await mark.jsonValue()) ?? NaN;
}

async function depth2(page: Page, url: string): Promise<number> {
  return pictureMark(page, `${url}#${await linkOf(page, url)}`);
}

let link: string | undefined;

/** The link is made once, in a profile of its own. */
async function linkOf(page: Page, url: string): Promise<string> {
  if (link !== undefined) return link;
  const context = await page.context().browser()?.newContext();
  const other = await context?.newPage();
  if (!other) throw new Error('No browser');
  await other.goto(url);
  link = await other.evaluate(async () => {
    await window.corollary.ready;
    await window.corollary.show('arXiv:2409.12917', { depth: 2 });
    return location.hash.slice(1);
  });
  await context?.close();
  return link;
}

async function firstQuestion(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(() => 'corollary' in window, null, { polling: 20 });
  return page.evaluate(async () => {
    const rows = await window.corollary.sql('SELECT 1 FROM works LIMIT 1');
    if (rows.length === 0) throw new Error('no answer');
    return performance.now();
  });
}

import type { Browser, Page } from '@playwright/test';
import { serve } from '../../src/programs/serve.js';
import { median, ratioFinding, type Finding } from './finding';
import { bootAlone, pictureMark } from './first-picture';

const ROUNDS = 7;

/** A page that keeps a file, opened again, in turn with a page of the same profile that only starts the database. */
export async function benchKeptPicture(launch: () => Promise<Browser>): Promise<Finding[]> {
  const { url, close } = await serve();
  const browser = await launch();
  // The worker that makes the page work offline would answer for the page that only starts the database.
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  await keep(page, url);
  const times = { boot: [] as number[], picture: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    const other = await context.newPage();
    times.boot.push(await bootAlone(url)(other));
    await other.close();
    times.picture.push(await openAgain(page, url));
  }
  await browser.close();
  await close();
  const boot = ['database alone', median(times.boot)] as const;
  return [ratioFinding('picture after a reload', median(times.picture), boot, 0.6)];
}

/** A paper that cites SCoRe, and the View of the sample with it. */
async function keep(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.evaluate(async () => {
    await window.corollary.ready;
    const lines = [
      '{"type":"collection","name":"bench","version":1}',
      '{"type":"citation","citing":"arXiv:2501.00001","cited":"arXiv:2409.12917","source":"bench"}',
    ];
    await window.corollary.open([new File([lines.join('\n')], 'bench.jsonl')]);
    // The picture is stored once the View has stood for a while.
    await new Promise((resolve) => setTimeout(resolve, 2000));
  });
}

async function openAgain(page: Page, url: string): Promise<number> {
  await page.goto('about:blank');
  const time = await pictureMark(page, url);
  const isBeforeDatabase = await page.evaluate(
    () => document.querySelector('main')?.dataset['stage'] !== 'ready',
  );
  if (!isBeforeDatabase) throw new Error('No picture was kept.');
  await page.evaluate(() => window.corollary.ready);
  return time;
}

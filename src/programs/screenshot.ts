import { copyFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../../tests/tooling/chromium.js';
import { serve } from './serve.js';

const FOLDER = new URL('../../test-results/screens/', import.meta.url);

/** What README.md shows. */
const README_PICTURE = new URL('../../tests/screenshot.png', import.meta.url);

/** And the figure for a talk that it shows: filtered, arranged, titled. */
const README_FIGURE = new URL('../../tests/figure.png', import.meta.url);

const SCREENS = [
  { name: 'desktop', viewport: { width: 1440, height: 900 } },
  { name: 'phone', viewport: { width: 390, height: 844 } },
];
const SCHEMES = ['light', 'dark'] as const;

/**
 * Takes pictures of the built app, on each screen in light and dark, into `test-results/screens/`. The first
 * argument is what comes after the app's address, such as `?data=` or a `#` with a View.
 */
export async function main([address = '']: readonly string[]): Promise<void> {
  const served = await serve();
  const executablePath = await findChromium();
  const browser = await chromium.launch({ args: CHROMIUM_FLAGS, ...(executablePath && { executablePath }) });
  try {
    for (const { name, viewport } of SCREENS) {
      for (const colorScheme of SCHEMES) {
        const page = await browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce' });
        await page.goto(served.url + address);
        await page.locator('main:is([data-stage=ready], [data-stage=empty], [data-stage=failed])').waitFor();
        const path = fileURLToPath(new URL(`${name}-${colorScheme}.png`, FOLDER));
        await page.screenshot({ path });
        console.log(path);
        if (address === '' && name === 'desktop' && colorScheme === 'light')
          await copyFile(path, README_PICTURE);
        await page.close();
      }
    }
    if (address === '') await writeFigure(browser, served.url);
  } finally {
    await browser.close();
    await served.close();
  }
}

/** From the app itself, by its verbs; the day that it bears is that of the samples, so that it changes with them alone. */
async function writeFigure(browser: Browser, url: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(url);
  const png = await page.evaluate(async () => {
    const { corollary } = window;
    await corollary.ready;
    const view = corollary.view();
    const filters = { ...view.filters, query: 'self OR correct OR feedback OR refine OR reflexion' };
    await corollary.setView({ ...view, depth: 2, filters, colourBy: 'relation' });
    const title = 'Self-correction around SCoRe';
    const figure = await corollary.figure('png', { title, scale: 1, date: '2026-11-25' });
    return [...new Uint8Array(await figure.arrayBuffer())];
  });
  await writeFile(README_FIGURE, Uint8Array.from(png));
  await page.close();
}

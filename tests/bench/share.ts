import type { Browser } from '@playwright/test';
import { serve } from '../../src/programs/serve.js';
import { onBlankPage } from './blank-page';
import { timeFinding, type Finding } from './finding';

/** Figures and files as a person gets them: asked of the page of the app, written in workers. */
export async function benchShare(launch: () => Promise<Browser>): Promise<Finding[]> {
  const figures = await figureTimes(launch);
  const csv = await onBlankPage<readonly number[]>(launch, CSV);
  return [
    timeFinding('SVG of SCoRe in two steps, labels placed for print', figures.svg, 0.95, 1500),
    timeFinding('the same as PDF', figures.pdf, 0.95, 1500),
    timeFinding('50,000 rows of ten columns as CSV, in a worker', csv, 0.95, 1000),
  ];
}

async function figureTimes(launch: () => Promise<Browser>) {
  const { url, close } = await serve();
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(url);
    return await page.evaluate(async () => {
      const { corollary } = window;
      await corollary.ready;
      await corollary.show('arXiv:2409.12917', { depth: 2 });
      const times = { svg: [] as number[], pdf: [] as number[] };
      for (const format of ['svg', 'pdf'] as const) {
        for (let turn = 0; turn < 10; turn++) {
          const start = performance.now();
          await corollary.figure(format);
          times[format].push(performance.now() - start);
        }
      }
      return times;
    });
  } finally {
    await browser.close();
    await close();
  }
}

const CSV = `(async () => {
  const { Exporting } = await import('/src/exports/index.ts');
  const ROWS = 50000;
  const names = Array.from({ length: 10 }, (_, at) => 'column_' + at);
  const columns = names.map((name, at) => Array.from({ length: ROWS }, (_, row) => at % 2 ? row * at : '=' + name + ' ' + row));
  const types = names.map((_, at) => at % 2 ? 'integer' : 'text');
  const exporting = new Exporting();
  const times = [];
  for (let turn = 0; turn < 8; turn++) {
    const start = performance.now();
    await exporting.table('csv', { names, types, columns }, new AbortController().signal);
    times.push(performance.now() - start);
  }
  return times.slice(1);
})()`;

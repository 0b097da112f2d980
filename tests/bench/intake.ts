import { createServer } from 'node:http';
import type { Browser, Page } from '@playwright/test';
import { serve } from '../../src/programs/serve.js';
import { generateBundles } from './bundles';
import { median, ratioFinding, type Finding } from './finding';
import { memoryOfTab } from './memory';

const COUNT = 10_000;
const ROUNDS = 3;

/** Opens 10,000 generated bundles as files; beside it, JSON.parse and the digests alone over the same bytes. */
export async function benchIntake(launch: () => Promise<Browser>): Promise<Finding[]> {
  const { url, close } = await serve();
  const lines = [...generateBundles(COUNT)].join('\n');
  const bundles = await serveText(lines);
  const times = {
    alone: [] as number[],
    intake: [] as number[],
    longest: [] as number[],
    memory: [] as number[],
  };
  for (let round = 0; round < ROUNDS; round++) {
    const browser = await launch();
    const page = await browser.newPage();
    await page.goto(`${url}?data=`);
    await page.evaluate(`${makeFiles(bundles.url)}; undefined`);
    times.alone.push(await parseAlone(page));
    const before = memoryOfTab().resident;
    const result = await openAll(page);
    times.memory.push((result.peak || memoryOfTab().resident) - before);
    times.intake.push(result.milliseconds);
    times.longest.push(result.longest);
    await browser.close();
  }
  await close();
  bundles.close();
  const bytes = Buffer.byteLength(lines);
  const longest = median(times.longest);
  return [
    ratioFinding(
      'reading, checking and loading 10,000 bundles',
      median(times.intake),
      ['parse and digests alone', median(times.alone)],
      2,
    ),
    {
      what: 'longest block of the main thread meanwhile',
      measured: `${longest.toFixed(0)} ms`,
      against: '',
      ratio: null,
      budget: '≤ 50 ms',
      isMet: longest <= 50,
    },
    {
      what: 'memory of the browser grown meanwhile',
      measured: `${(median(times.memory) / 1e6).toFixed(0)} MB`,
      against: `${(bytes / 1e6).toFixed(0)} MB of bundles`,
      ratio: median(times.memory) / bytes,
      budget: '≤ 3',
      isMet: median(times.memory) <= 3 * bytes,
    },
  ];
}

const makeFiles = (url: string) => `window.benchFiles = fetch('${url}').then((r) => r.text()).then((text) =>
  text.split('\\n').map((line, index) => new File([line], 'b' + index + '.json')))`;

/** A server of its own: a body of this size does not go through the browser's test protocol. */
async function serveText(text: string): Promise<{ url: string; close: () => void }> {
  const server = createServer((_, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** The digests a reading needs: of the file, of the canonical record (the receipt's is the same), of the title. */
async function parseAlone(page: Page): Promise<number> {
  return page.evaluate(async () => {
    interface Parsed {
      readonly canonical_record: object;
      readonly events: readonly {
        readonly payload: { readonly graph_snapshot?: { readonly paper: { readonly title: string } } };
      }[];
    }
    const files = await (window as unknown as { benchFiles: Promise<File[]> }).benchFiles;
    const encoder = new TextEncoder();
    const digest = (bytes: BufferSource) => crypto.subtle.digest('SHA-256', bytes);
    const one = async (file: File) => {
      const bytes = await file.arrayBuffer();
      const bundle = JSON.parse(new TextDecoder().decode(bytes)) as Parsed;
      const title = bundle.events[1]?.payload.graph_snapshot?.paper.title ?? '';
      const record = JSON.stringify(bundle.canonical_record);
      await Promise.all([
        digest(bytes),
        digest(encoder.encode(record)),
        digest(encoder.encode(title.toLowerCase())),
      ]);
    };
    const start = performance.now();
    for (let at = 0; at < files.length; at += 16) await Promise.all(files.slice(at, at + 16).map(one));
    return performance.now() - start;
  });
}

async function openAll(page: Page): Promise<{ milliseconds: number; longest: number; peak: number }> {
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, memoryOfTab().resident)), 100);
  const result = await page.evaluate(async () => {
    const files = await (window as unknown as { benchFiles: Promise<File[]> }).benchFiles;
    // The database is started first: booting it is measured elsewhere.
    await window.corollary.sql('SELECT 1 AS one');
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration);
    });
    observer.observe({ entryTypes: ['longtask'] });
    const start = performance.now();
    const report = await window.corollary.open(files);
    const milliseconds = performance.now() - start;
    if (report.records !== files.length) throw new Error(`${report.records} records`);
    await new Promise((resolve) => setTimeout(resolve, 200));
    observer.disconnect();
    return { milliseconds, longest };
  });
  clearInterval(watch);
  return { ...result, peak };
}

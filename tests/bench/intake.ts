import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { serve } from '../../src/programs/serve.js';
import { generateBundles } from './bundles';
import { median, ratioFinding, type Finding } from './finding';

const COUNT = 10_000;
const ROUNDS = 3;

/** Opens 10,000 generated bundles as files; beside it, JSON.parse and the digests alone over the same bytes in a worker. */
export async function benchIntake(launch: () => Promise<Browser>): Promise<Finding[]> {
  const { url, close } = await serve();
  const lines = [...generateBundles(COUNT)].join('\n');
  const times = {
    alone: [] as number[],
    intake: [] as number[],
    longest: [] as number[],
    memory: [] as number[],
  };
  for (let round = 0; round < ROUNDS; round++) {
    const browser = await launch();
    const page = await browser.newPage();
    await page.route('**/bench-bundles', (route) =>
      route.fulfill({ contentType: 'text/plain', body: lines }),
    );
    await page.route('**/bench-parse.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: PARSE_ALONE }),
    );
    await page.goto(`${url}?data=`);
    times.alone.push(await parseAlone(page));
    const before = residentBytes();
    const result = await openAll(page);
    times.memory.push((result.peak || residentBytes()) - before);
    times.intake.push(result.milliseconds);
    times.longest.push(result.longest);
    await browser.close();
  }
  await close();
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

/** The digests a reading needs: of the file, of the canonical record (once: the receipt's is the same), of the title. */
const PARSE_ALONE = `onmessage = async ({ data: files }) => {
  const encoder = new TextEncoder();
  const start = performance.now();
  const one = async (file) => {
    const bytes = await file.arrayBuffer();
    const whole = crypto.subtle.digest('SHA-256', bytes);
    const bundle = JSON.parse(new TextDecoder().decode(bytes));
    const record = crypto.subtle.digest('SHA-256', encoder.encode(JSON.stringify(bundle.canonical_record)));
    const title = crypto.subtle.digest('SHA-256', encoder.encode(bundle.events[1].payload.graph_snapshot.paper.title.toLowerCase()));
    await Promise.all([whole, record, title]);
  };
  for (let at = 0; at < files.length; at += 16) await Promise.all(files.slice(at, at + 16).map(one));
  postMessage(performance.now() - start);
};`;

const MAKE_FILES = `window.benchFiles ??= fetch('bench-bundles').then((r) => r.text()).then((text) =>
  text.split('\\n').map((line, index) => new File([line], 'b' + index + '.json')))`;

async function parseAlone(page: Page): Promise<number> {
  await page.evaluate(`${MAKE_FILES}; undefined`);
  return page.evaluate(async () => {
    const files = await (window as unknown as { benchFiles: Promise<File[]> }).benchFiles;
    const worker = new Worker('bench-parse.js');
    const time = await new Promise<number>((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<number>) => resolve(data);
      worker.postMessage(files);
    });
    worker.terminate();
    return time;
  });
}

async function openAll(page: Page): Promise<{ milliseconds: number; longest: number; peak: number }> {
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, residentBytes())), 100);
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

/** Resident memory of all renderers, where the system tells (Linux). */
function residentBytes(): number {
  try {
    const { readdirSync } = process.getBuiltinModule('node:fs');
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => rendererBytes(pid))
      .reduce((a, b) => a + b, 0);
  } catch {
    return NaN;
  }
}

function rendererBytes(pid: string): number {
  try {
    if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer')) return 0;
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

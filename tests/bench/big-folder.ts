import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { serve } from '../../src/programs/serve.js';
import { generateBundles } from './bundles';
import { ratioFinding, type Finding } from './finding';
import { memoryOfTab, type Memory } from './memory';

/** `BUNDLES=100000 npm run bench -- folder`: at 100,000 it takes some minutes and 1.7 GB of disk. */
const COUNT = Number(process.env['BUNDLES'] ?? 20_000);
const MOST_BYTES = 1.5e9;

interface Opening {
  readonly milliseconds: number;
  readonly firstPicture: number;
  readonly memory: Memory;
}

/** A folder of generated bundles from the disk, opened by a browser that may use one core, and by one that may use two. */
export async function benchBigFolder(launch: () => Promise<Browser>): Promise<Finding[]> {
  const { url, close } = await serve();
  const folder = mkdtempSync(join(tmpdir(), 'bundles-'));
  try {
    const paths = writeBundles(folder);
    const one = await on('0', () => open(launch, url, paths));
    const two = await on('0,1', () => open(launch, url, paths));
    const words = `${COUNT.toLocaleString('en')} bundles`;
    const ratio = one.milliseconds / two.milliseconds;
    return [
      {
        ...ratioFinding(`opening ${words} on one core`, one.milliseconds, ['on two', two.milliseconds], 1.6),
        budget: '≥ 1.6',
        isMet: ratio >= 1.6,
      },
      {
        what: `first picture of ${words}`,
        measured: `${two.firstPicture.toFixed(0)} ms`,
        against: '',
        ...{ ratio: null, budget: '', isMet: null },
      },
      {
        what: `most memory of the tab with ${words}`,
        measured: `${(two.memory.own / 1e6).toFixed(0)} MB`,
        against: `with the browser's program ${(two.memory.resident / 1e6).toFixed(0)} MB`,
        ...{ ratio: null, budget: '≤ 1500 MB', isMet: two.memory.own <= MOST_BYTES },
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
    await close();
  }
}

function writeBundles(folder: string): string[] {
  let count = 0;
  return [...generateBundles(COUNT)].map((bundle) => {
    const shelf = join(folder, String(Math.floor(count / 1000)));
    if (count % 1000 === 0) mkdirSync(shelf);
    const path = join(shelf, `b${count++}.json`);
    writeFileSync(path, bundle);
    return path;
  });
}

/** Binds this process, and what it starts, to these cores meanwhile (Linux). */
async function on<T>(cores: string, work: () => Promise<T>): Promise<T> {
  const bind = (some: string) => execFileSync('taskset', ['-cp', some, String(process.pid)]);
  const before = /: *(\S+)\s*$/.exec(execFileSync('taskset', ['-cp', String(process.pid)]).toString())?.[1];
  bind(cores);
  try {
    return await work();
  } finally {
    bind(before ?? '0-1');
  }
}

async function open(launch: () => Promise<Browser>, url: string, paths: readonly string[]): Promise<Opening> {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(`${url}?data=`);
    await page.evaluate(() => {
      const input = document.createElement('input');
      Object.assign(input, { type: 'file', multiple: true, id: 'bench' });
      document.body.append(input);
    });
    await page.locator('#bench').setInputFiles([...paths], { timeout: 600_000 });
    // The database is started first: booting it is measured elsewhere.
    await page.evaluate(() => window.corollary.sql('SELECT 1 AS one').then(() => undefined));
    let memory: Memory = { resident: 0, own: 0 };
    const watch = setInterval(() => {
      const now = memoryOfTab();
      memory = { resident: Math.max(memory.resident, now.resident), own: Math.max(memory.own, now.own) };
    }, 500);
    const times = await openAll(page);
    clearInterval(watch);
    return { ...times, memory };
  } finally {
    await browser.close();
  }
}

/** The picture of the first part is there when progress lies over a picture. As in the app, nobody holds the files besides it. */
function openAll(page: Page): Promise<Omit<Opening, 'memory'>> {
  return page.evaluate(async () => {
    const input = document.querySelector('#bench') as HTMLInputElement;
    const files = [...(input.files ?? [])];
    const count = files.length;
    input.value = '';
    const start = performance.now();
    let firstPicture = NaN;
    const poll = setInterval(() => {
      if (document.querySelector('.progress.is-over') === null) return;
      firstPicture = performance.now() - start;
      clearInterval(poll);
    }, 20);
    const report = await window.corollary.open(files.splice(0));
    clearInterval(poll);
    if (report.records !== count) throw new Error(`${report.records} records`);
    return { milliseconds: performance.now() - start, firstPicture };
  });
}

import type { Browser, Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'vite';
import { DATABASE_FILE, NEIGHBOURHOODS_FILE, PLACES_TABLE } from '../../src/corpus';
import { Database } from '../../src/programs/pack/database';
import { CorpusHost } from '../e2e/corpus-host';
import { generateCorpus } from './corpora';
import type { Finding } from './finding';

const SIZES = (process.env['CORPORA'] ?? '100000').split(',').map(Number);
const WORKS = 10;

interface Cost {
  readonly requests: number;
  readonly bytes: number;
  readonly milliseconds: number;
  /** Neighbours that were read; else 1. */
  readonly rows: number;
}

interface Costs {
  readonly open: Cost;
  readonly find: Cost;
  readonly neighbourhood: Cost;
  readonly search: Cost;
}

const BUDGETS: Readonly<Record<keyof Costs, { readonly requests: number; readonly kilobytes: number }>> = {
  open: { requests: 10, kilobytes: 500 },
  find: { requests: 4, kilobytes: 300 },
  neighbourhood: { requests: 40, kilobytes: 3000 },
  search: { requests: 10, kilobytes: 1500 },
};

/**
 * What questions to a corpus cost that lies on another origin, each asked of it newly opened, with nothing kept. Corpora
 * are generated once, of the sizes in CORPORA (`CORPORA=100000,1500000`), and stay in the folder for temporary files.
 */
export async function benchCorpus(launch: () => Promise<Browser>): Promise<Finding[]> {
  const all: (readonly [size: number, costs: Costs[]])[] = [];
  for (const size of SIZES) {
    const folder = process.env['CORPUS_FOLDER'] ?? join(tmpdir(), 'corollary-bench');
    const corpus = join(folder, String(size));
    if (!existsSync(join(corpus, 'manifest.json'))) await generateCorpus(corpus, size);
    all.push([size, await costsOf(launch, corpus)]);
  }
  return all.flatMap(([size, costs], nth) =>
    (Object.keys(BUDGETS) as (keyof Costs)[]).flatMap((what) => {
      const own = costs.map((cost) => cost[what]);
      const before = all[nth - 1]?.[1].map((cost) => cost[what]);
      return findingsOf(`${what} in a corpus of ${size.toLocaleString('en')} works`, what, own, before);
    }),
  );
}

function findingsOf(
  name: string,
  what: keyof Costs,
  own: readonly Cost[],
  before: readonly Cost[] | undefined,
): Finding[] {
  const { requests, kilobytes } = BUDGETS[what];
  const [mostRequests, mostBytes] = [worst(own, 'requests'), worst(own, 'bytes') / 1000];
  const p95 = worst(own, 'milliseconds');
  // In a small corpus no work has as many neighbours, so bytes are compared a neighbour.
  const each = (costs: readonly Cost[]) => mean(costs, 'bytes') / mean(costs, 'rows');
  const growth = before ? each(own) / each(before) : null;
  const rows = what === 'neighbourhood' ? `, ${mean(own, 'rows').toFixed(0)} neighbours (mean)` : '';
  return [
    {
      what: `${name}: requests, kB`,
      measured: `${mostRequests}, ${mostBytes.toFixed(0)} kB, slowest of ${own.length}: ${p95.toFixed(0)} ms${rows}`,
      against: before
        ? `${(mean(before, 'bytes') / 1000).toFixed(0)} kB for ${mean(before, 'rows').toFixed(0)} (means) in the smaller one`
        : '',
      ratio: growth,
      budget: `${requests}, ${kilobytes} kB${what === 'neighbourhood' ? ', 400 ms' : ''}${before ? ', 1.5 x' : ''}`,
      isMet:
        mostRequests <= requests &&
        mostBytes <= kilobytes &&
        (what !== 'neighbourhood' || p95 <= 400) &&
        (growth === null || growth < 1.5),
    },
  ];
}

const worst = (costs: readonly Cost[], of: keyof Cost) => Math.max(...costs.map((cost) => cost[of]));
const mean = (costs: readonly Cost[], of: keyof Cost) =>
  costs.reduce((sum, cost) => sum + cost[of], 0) / costs.length;

async function costsOf(launch: () => Promise<Browser>, folder: string): Promise<Costs[]> {
  const works = await worksOf(folder);
  const host = new CorpusHost(folder, { isKept: true });
  const url = await host.start();
  const server = await createServer({ server: { port: 0, host: 'localhost' }, logLevel: 'error' });
  await server.listen();
  // A page that does nothing, but comes from a server: one that is made up may not ask this machine.
  const blank = `${(server.resolvedUrls?.local[0] ?? '').replace('127.0.0.1', 'localhost')}LICENSE`;
  const browser = await launch();
  try {
    const costs: Costs[] = [];
    // The first is there to warm what compiles.
    for (const work of [works[0], ...works]) {
      if (!work) continue;
      const context = await browser.newContext();
      const page = await context.newPage();
      costs.push(await ask(page, blank, url, work));
      await context.close();
    }
    return costs.slice(1);
  } finally {
    await browser.close();
    await server.close();
    await host.stop();
  }
}

interface WorkToAsk {
  readonly work: number;
  readonly id: string;
  readonly title: string;
}

/** Works with about 300 references and 1,000 citing works, or the nearest to it that there are. */
async function worksOf(folder: string): Promise<WorkToAsk[]> {
  const database = await Database.open(join(folder, DATABASE_FILE), { memory: '1GB' });
  const places = await readFile(join(folder, PLACES_TABLE));
  const file = await open(join(folder, NEIGHBOURHOODS_FILE));
  try {
    const rows = await database.rows(`
      WITH o AS (SELECT citing AS work, count(*) AS n FROM cites GROUP BY 1), i AS (SELECT cited AS work, count(*) AS n FROM cited_by GROUP BY 1)
      SELECT o.work FROM o JOIN i USING (work)
       ORDER BY abs(o.n - 300) / 300 + abs(i.n - 1000) / 1000, o.work LIMIT ${WORKS}`);
    return await Promise.all(
      rows.map(async ([work]) => {
        const at = 16 * (Number(work) - 1);
        const length = places.readUInt32LE(at + 8);
        const { buffer } = await file.read(Buffer.alloc(length), 0, length, places.readDoubleLE(at));
        return JSON.parse(buffer.toString()) as WorkToAsk;
      }),
    );
  } finally {
    await file.close();
    database.close();
  }
}

async function ask(
  page: Page,
  blank: string,
  corpus: string,
  { work, id, title }: WorkToAsk,
): Promise<Costs> {
  await page.goto(blank);
  const script = `(async () => {
    const { openCorpus } = await import('/src/corpus/index.ts');
    const cost = async (ask, before) => {
      const start = performance.now();
      const answer = await ask();
      const milliseconds = performance.now() - start;
      const { requests, bytes } = corpus.usage();
      const rows = Array.isArray(answer) ? answer[0].references.length + answer[0].citing.length : 1;
      return { requests: requests - before.requests, bytes: bytes - before.bytes, milliseconds, rows };
    };
    let corpus = null;
    const nothing = { requests: 0, bytes: 0 };
    const opened = await cost(async () => (corpus = await openCorpus(${JSON.stringify(corpus)}, () => undefined)), nothing);
    const found = await cost(() => corpus.find(${JSON.stringify(id)}), corpus.usage());
    const neighbourhood = await cost(async () => corpus.neighbourhoods([${work}], { references: 300, citing: 1000 }), corpus.usage());
    const searched = await cost(() => corpus.search(${JSON.stringify(title.split(' ').slice(0, 2).join(' '))}, 20), corpus.usage());
    corpus.close();
    return { open: opened, find: found, neighbourhood, search: searched };
  })()`;
  return page.evaluate<Costs>(script);
}

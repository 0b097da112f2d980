import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { createServer } from 'vite';
import { timeFinding, type Finding } from './finding';

const NETWORK = process.env['BENCH_NETWORK'] ?? '../shared/data/networks';

/**
 * Depth 2 around 60 papers spread over cit-HepTh (27,770 papers, 352,807 citations), in Chromium, from the call to
 * rows. The network does not ship with the project: without it this says so.
 */
export async function benchNeighbourhood(launch: () => Promise<Browser>): Promise<Finding[]> {
  const file = join(NETWORK, 'cit-HepTh-edges.tsv.gz');
  if (!existsSync(file)) {
    return [
      {
        what: 'neighbourhood among 350 k citations',
        measured: 'not run',
        against: 'cit-HepTh is not here',
        ratio: null,
        budget: 'p95 < 60 ms',
        isMet: null,
      },
    ];
  }
  const edges = gunzipSync(readFileSync(file))
    .toString('utf8')
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('#'));
  const body = collectionOf(edges);
  const server = await createServer({ server: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
  await server.listen();
  const url = server.resolvedUrls?.local[0] ?? '';
  const browser = await launch();
  const page = await browser.newPage();
  await page.route('**/bench.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bench</title>' }),
  );
  await page.route('**/hepth.jsonl', (route) => route.fulfill({ contentType: 'text/plain', body }));
  await page.goto(`${url}bench.html`);
  const times = await page.evaluate<number[]>(MEASURE);
  await browser.close();
  await server.close();
  return [timeFinding('neighbourhood of depth 2 among 350 k citations', times, 0.95, 60)];
}

function collectionOf(edges: readonly string[]): string {
  const name = (id: string) => `arXiv:hep-th/${id.padStart(7, '0')}`;
  const rows = edges.map((line) => {
    const [citing = '', cited = ''] = line.split('\t');
    return JSON.stringify({
      type: 'citation',
      citing: name(citing),
      cited: name(cited),
      source: 'cit-HepTh',
    });
  });
  return [JSON.stringify({ type: 'collection', name: 'cit-HepTh', version: 1 }), ...rows].join('\n');
}

const MEASURE = `(async () => {
  const { openTables, loadTables } = await import('/src/tables/index.ts');
  const { Intake } = await import('/src/intake/index.ts');
  const { neighbourhoodOf } = await import('/src/queries/index.ts');
  const { connection, loader } = await openTables();
  await loadTables(loader, (onBatch) => new Intake().open([{ kind: 'url', url: location.origin + '/hepth.jsonl' }],
    { signal: new AbortController().signal, onProgress() {}, onBatch }));
  const picked = await connection.query('SELECT work_id FROM works ORDER BY hash(public_id) LIMIT 70');
  const times = [];
  for (const node of picked.numbers('work_id')) {
    const start = performance.now();
    await neighbourhoodOf(connection, { seeds: [node], direction: 'both', depth: 2, kinds: ['cites', 'formal', 'uses'], expanded: [] });
    times.push(performance.now() - start);
  }
  return times.slice(10);
})()`;

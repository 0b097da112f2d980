import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { onBlankPage } from './blank-page';
import type { Finding } from './finding';

const NETWORK = process.env['BENCH_NETWORK'] ?? '../shared/data/networks';

/** What a bench says where the network is not: cit-HepTh (27,770 papers, 352,807 citations) does not ship with the project. */
export function notRun(what: string, budget: string): Finding {
  return { what, measured: 'not run', against: 'cit-HepTh is not here', ratio: null, budget, isMet: null };
}

export function isHepThHere(): boolean {
  return existsSync(join(NETWORK, 'cit-HepTh-edges.tsv.gz'));
}

/** What a script gives on a blank page where `/hepth.jsonl` is the network as a collection. */
export async function onHepTh<T>(launch: () => Promise<Browser>, script: string): Promise<T> {
  const body = collectionOfNetwork();
  return onBlankPage<T>(launch, script, async (page) => {
    await page.route('**/hepth.jsonl', (route) => route.fulfill({ contentType: 'text/plain', body }));
  });
}

/** At the beginning of a script: the network in the tables. */
export const LOADED = `
  const { openTables, loadTables } = await import('/src/tables/index.ts');
  const { Intake } = await import('/src/intake/index.ts');
  const { connection, loader } = await openTables();
  await loadTables(loader, (onBatch) => new Intake().open([{ kind: 'url', url: location.origin + '/hepth.jsonl' }],
    { signal: new AbortController().signal, onProgress() {}, onBatch }));`;

/** It has dates and neither titles, authors nor venues: two venues are made up of the months. */
function collectionOfNetwork(): string {
  const nodes = linesOf(readFileSync(join(NETWORK, 'cit-HepTh-nodes.tsv'), 'utf8')).slice(1);
  const edges = linesOf(gunzipSync(readFileSync(join(NETWORK, 'cit-HepTh-edges.tsv.gz'))).toString('utf8'));
  const works = nodes.map((line) => {
    const [, id = '', date = ''] = line.split('\t');
    const venue = Number(date.slice(5)) % 2 ? 'odd' : 'even';
    return { type: 'work', arxiv_id: id, date, primary_cat: 'hep-th', venue };
  });
  const citations = edges.map((line) => {
    const [citing = '', cited = ''] = line.split('\t');
    return { type: 'citation', citing: nameOf(citing), cited: nameOf(cited), source: 'cit-HepTh' };
  });
  const rows = [{ type: 'collection', name: 'cit-HepTh', version: 1 }, ...works, ...citations];
  return rows.map((row) => JSON.stringify(row)).join('\n');
}

function nameOf(id: string): string {
  return `arXiv:hep-th/${id.padStart(7, '0')}`;
}

function linesOf(text: string): string[] {
  return text
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('#'));
}

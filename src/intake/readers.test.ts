import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { generateBundles } from '../../tests/bench/bundles';
import type { Source } from '../documents';
import { loadTables } from '../tables';
import { openTablesInNode } from '../tables/node';
import { Desk } from './desk';
import { Reader } from './reader';
import { MOST_WAITING, ReaderDesk } from './reader-desk';
import type { FromReader, Port, ToReader } from './reader-messages';

const SAMPLES = 'static/samples';
const HEADER = '{"type":"collection","name":"mine","version":1}\n';
const channels: MessageChannel[] = [];

afterEach(() => {
  for (const { port1 } of channels.splice(0)) port1.close();
});

/** Readers as the intake worker has them, but here: what they say goes over channels, copied. */
function readers(count: number): Reader[] {
  return Array.from({ length: count }, () => {
    const channel = new MessageChannel();
    channels.push(channel);
    new ReaderDesk(channel.port2);
    const near = channel.port1 as unknown as Port<ToReader, FromReader>;
    return new Reader(near, { close: () => channel.port1.close(), onAlive: () => undefined });
  });
}

const asText = (name: string, text: string): Source => ({ kind: 'text', name, text });

/** The samples, a thousand bundles, a long list, and what is damaged, doubled or empty. */
function manySources(): Source[] {
  const samples = readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.jsonl?$/.test(name) && !name.endsWith('picture.json'))
    .sort()
    .map((name) => asText(name, readFileSync(`${SAMPLES}/${name}`, 'utf8')));
  const bundles = [...generateBundles(300)];
  const citations = Array.from(
    { length: 21_000 },
    (_, row) =>
      `{"type":"citation","citing":"arXiv:2501.00001","cited":"doi:10.1000/${row % 99}","source":"s"}`,
  );
  return [
    asText('stream.jsonl', bundles.slice(0, 100).join('\n')),
    ...bundles.slice(50).map((bundle, at) => asText(`${at}.json`, bundle)),
    ...samples,
    asText('empty.json', ''),
    asText('damaged.json', '{"bundle_type":'),
    asText('long.jsonl', HEADER + citations.join('\n')),
    ...samples
      .slice(0, 2)
      .map((source) => ({ ...source, name: `again-${'name' in source ? source.name : ''}` })),
    ...Array.from({ length: 800 }, (_, at) =>
      asText(`w${at}.jsonl`, `${HEADER}{"type":"work","arxiv_id":"2402.${10_000 + at}","title":"T ${at}"}`),
    ),
  ];
}

const TABLES = `SELECT table_name FROM duckdb_tables() WHERE NOT internal ORDER BY ALL`;

async function load(desk: Desk, sources: readonly Source[]) {
  const connection = await openTablesInNode();
  const progress: number[] = [];
  const delivery = await loadTables(connection, (onBatch) =>
    desk.open(sources, {
      signal: new AbortController().signal,
      onProgress: ({ files }) => progress.push(files),
      onBatch,
    }),
  );
  const tables: Record<string, string> = {};
  for (const table of (await connection.query(TABLES)).texts('table_name')) {
    const sql = `SELECT count(*)::INTEGER || ' ' || coalesce(md5(string_agg(t::VARCHAR, chr(10))), '') AS whole FROM "${table}" t`;
    tables[table] = (await connection.query(sql)).texts('whole')[0] ?? '';
  }
  return { tables, progress, report: { ...delivery.report, milliseconds: 0 } };
}

const byOne = load(new Desk(), manySources());

test('several readers make the same tables as one, row for row, and the same report', async () => {
  const sources = manySources();
  const one = await byOne;
  let hired = 0;
  const three = await load(new Desk(() => ((hired += 3), readers(3))), sources);
  expect(hired).toBe(3);
  expect(three.tables).toEqual(one.tables);
  expect(three.report).toEqual(one.report);
  expect(one.report.records).toBeGreaterThan(300);
  expect(one.report.problems.map(({ message }) => message).join()).toContain('already loaded');
  expect(three.progress.every((files, at) => files >= (three.progress[at - 1] ?? 0))).toBe(true);
}, 60_000);

test('where many files hold nothing, it is said once', async () => {
  const sources = Array.from({ length: 1000 }, (_, at) => ({
    kind: 'file' as const,
    name: `${at}/.DS_Store`,
    blob: new Blob(['x']),
  }));
  const { report } = await load(new Desk(() => readers(2)), sources);
  expect(report.problems).toMatchObject([{ message: 'There were no files in what was opened.' }]);
});

describe('a reader', () => {
  const rows = Array.from({ length: 100 }, (_, at) => `${JSON.stringify({ at })}\n`).join('');
  const bundles = [...generateBundles(1500)].join('\n');

  test('waits while its sheets are not taken', async () => {
    const heads: FromReader[] = [];
    const port: Port<FromReader, ToReader> = {
      postMessage: (message) => message.type === 'sheet' && heads.push(message),
      onmessage: null,
    };
    new ReaderDesk(port);
    const give = (data: ToReader) => port.onmessage?.({ data } as MessageEvent<ToReader>);
    give({ type: 'read', sources: [asText('many.jsonl', bundles), asText('rows.jsonl', rows)] });
    await until(() => heads.length === MOST_WAITING);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(heads).toHaveLength(MOST_WAITING);
    give({ type: 'numbers', numbers: { documents: [], names: [], works: [] } });
    await until(() => heads.length === MOST_WAITING + 1);
  });

  test('is ended at once by a cancel, and nothing of the call stays', async () => {
    const sources = manySources();
    const abort = new AbortController();
    let alive: Reader[] = [];
    const desk = new Desk(() => (alive = readers(2)));
    const cancelled = desk.open(sources, {
      signal: abort.signal,
      onProgress: () => undefined,
      onBatch: () => abort.abort(),
    });
    await expect(cancelled).rejects.toMatchObject({ kind: 'cancelled' });
    await expect(alive[0]?.read([], () => undefined).next()).rejects.toMatchObject({ kind: 'cancelled' });
    const after = await load(desk, sources);
    const fresh = await byOne;
    expect(after.report).toEqual(fresh.report);
    expect(after.tables['documents']).toEqual(fresh.tables['documents']);
  }, 60_000);
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

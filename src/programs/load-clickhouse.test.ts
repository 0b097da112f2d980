import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findClickHouse, READER, startClickHouse } from '../../tests/tooling/clickhouse.js';
import {
  ClickHouseCorpus,
  DATABASE_FILE,
  MANIFEST_FILE,
  PackedCorpus,
  readManifest,
  type Corpus,
  type Files,
  type Manifest,
} from '../corpus';
import { loadClickHouse } from './load-clickhouse';
import { pack } from './pack';
import { Database, quoted } from './pack/database';

const SCORE = 'static/samples/score';

/** Enough works of one phrase that no line of a word tells them all, and neighbours for several stretches. */
const MANY = 1300;
const SIGNS = 'Signs: \\beta \\n "quoted", a tab\there, a line\u2028separator and 日本';

function manyWorks(): string {
  const id = (n: number) => `arXiv:2001.${String(n).padStart(5, '0')}`;
  const rows: object[] = [{ type: 'collection', name: 'many', version: 1 }];
  for (let n = 1; n <= MANY; n++)
    rows.push({ type: 'work', id: id(n), title: n === 7 ? SIGNS : `A common phrase, time ${n}` });
  for (let n = 2; n <= 900; n++) rows.push({ type: 'citation', citing: id(n), cited: id(1), source: SIGNS });
  for (let n = 2; n <= 500; n++)
    rows.push({ type: 'citation', citing: id(1000), cited: id(n), source: 'test' });
  for (let n = 2; n <= 1200; n++)
    rows.push({ type: 'citation', citing: id(n), cited: id(((n * 7) % 90) + 2), source: 'test' });
  rows.push({ type: 'citation', citing: id(900), cited: 'arXiv:1412.6980', source: 'a bridge' });
  return rows.map((row) => JSON.stringify(row)).join('\n');
}

/** Read from this machine's folder, as a browser would from a host. */
function filesIn(folder: string, url: string, manifest: Manifest): Files {
  return {
    ...{ manifest, url, usage: () => ({ requests: 0, bytes: 0, kept: 0 }) },
    read: async (name, start, bytes) => {
      const file = await open(join(folder, name));
      const read = new Uint8Array(bytes);
      await file.read(read, 0, bytes, start).finally(() => file.close());
      return read;
    },
  };
}

type Remote = Awaited<ReturnType<ConstructorParameters<typeof PackedCorpus>[1]>>;

async function openDatabase(file: string): Promise<Remote> {
  const database = await Database.open(':memory:', { memory: '500MB' });
  await database.connection.run(`ATTACH ${quoted(file)} AS corpus (READ_ONLY)`);
  return {
    ...{ usage: () => ({ requests: 0, bytes: 0, kept: 0 }), close: () => database.close() },
    query: async (sql) => {
      const answer = await database.connection.runAndReadAll(sql);
      const [names, rows] = [answer.columnNames(), answer.getRows()];
      const values = (name: string) => rows.map((row) => row[names.indexOf(name)]);
      const numbers = (name: string) => values(name).map(Number);
      return {
        ...{ rowCount: rows.length, names, values, numbers, texts: (name) => values(name).map(String) },
        ints: (name) => Int32Array.from(numbers(name)),
      };
    },
  };
}

describe.skipIf(findClickHouse() === undefined)('two shards of ClickHouse', () => {
  let folder: string;
  let cluster: Awaited<ReturnType<typeof startClickHouse>>;
  let manifest: Manifest;
  let packed: PackedCorpus;
  let names: ReadonlyMap<string, number>;
  const ends: (() => unknown)[] = [];

  /** As a page reaches it through one of the shards. */
  function engineAt(shard: number, user = READER): ClickHouseCorpus {
    const url = `${cluster.addresses[shard]}corpora/test/`;
    const engine = { kind: 'clickhouse', database: 'corpus', url: `/?user=${user}` } as const;
    return new ClickHouseCorpus(filesIn(folder, url, manifest), engine, () => undefined);
  }

  beforeAll(async () => {
    const root = await mkdtemp(join(tmpdir(), 'corollary-load-'));
    ends.push(() => rm(root, { recursive: true, force: true }));
    folder = join(root, 'corpus');
    await writeFile(join(root, 'many.jsonl'), manyWorks());
    await pack({
      ...{ inputs: [SCORE, join(root, 'many.jsonl')], folder, memory: '1GB', about: { name: 'test' } },
    });
    cluster = await startClickHouse(2);
    ends.push(cluster.end);
    const job = { folder, shards: cluster.addresses, database: 'corpus', cluster: 'corpus' };
    await loadClickHouse({ ...job, url: 'clickhouse/' });
    manifest = readManifest(await readFile(join(folder, MANIFEST_FILE), 'utf8'));
    const database = await openDatabase(join(folder, DATABASE_FILE));
    ends.push(() => database.close());
    packed = new PackedCorpus(filesIn(folder, 'http://127.0.0.1/', manifest), () =>
      Promise.resolve(database),
    );
    const numbers = Array.from({ length: manifest.counts.works }, (_, at) => at + 1);
    const cards = await packed.neighbourhoods(numbers, { references: 0, citing: 0 });
    names = new Map(cards.flatMap(({ card }) => card.names.map((name) => [name, card.work] as const)));
  }, 60_000);

  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });

  /** Every question, asked of both; what they answer is returned for a look of one's own. */
  async function same<T>(asked: (corpus: Corpus) => Promise<T>, shard = 0): Promise<T> {
    const [expected, found] = await Promise.all([asked(packed), asked(engineAt(shard))]);
    expect(found).toEqual(expected);
    return found;
  }

  /** Each so many-th of the works, the most cited first. */
  function some(count: number, from = 1): number[] {
    const step = Math.floor((manifest.counts.works - from) / count);
    return Array.from({ length: count }, (_, at) => from + at * step);
  }

  /** As a page of another site asks. */
  function ask(sql: string, settings = ''): Promise<Response> {
    const headers = { Origin: 'https://elsewhere.example' };
    const address = `${cluster.addresses[0]}?user=${READER}&database=corpus${settings}`;
    return fetch(address, { method: 'POST', body: sql, headers });
  }

  test('its manifest names it', () => {
    expect(manifest.engine).toEqual({ kind: 'clickhouse', url: 'clickhouse/', database: 'corpus' });
  });

  test('every name is found, and no other', async () => {
    const engine = engineAt(0);
    const aliases = [...names.keys()].filter((_, at) => at % 10 === 0);
    for (const alias of aliases) expect(await engine.find(alias), alias).toBe(names.get(alias));
    for (const alias of aliases.slice(0, 50)) await same((corpus) => corpus.find(alias), 1);
    expect(await same((corpus) => corpus.find('arXiv:none'), 1)).toBeNull();
    expect(await same((corpus) => corpus.find("'; DROP TABLE names"), 1)).toBeNull();
  }, 60_000);

  test.each([
    ...['', 'the', 'self-correction', 'Adam: a method', 'nowhere-at-all', 'language nowhere-at-all'],
    ...[
      'common',
      'common phrase',
      'a common phrase, time',
      'phrase 77',
      'reinforcement learning',
      'signs 日本',
    ],
  ])('titles with “%s” are the same', async (text) => {
    for (const most of [1, 20, 1500]) await same((corpus) => corpus.search(text, most), most % 2);
  });

  test('words that stand in more titles than a line tells are counted', async () => {
    const { total, works } = await same((corpus) => corpus.search('common phrase', 30));
    expect([total, works.length]).toEqual([MANY - 1, 30]);
  });

  test.each([
    { references: 0, citing: 0 },
    { references: 0, citing: 1 },
    { references: 50, citing: 50 },
    { references: 51, citing: 250 },
    { references: 251, citing: 0 },
    { references: 400, citing: 2000 },
  ])('neighbourhoods with $references references and $citing citing are the same', async (most) => {
    const most30 = Array.from({ length: 30 }, (_, at) => at + 1);
    const works = [...some(30, 31), ...most30];
    const read = await same((corpus) => corpus.neighbourhoods(works, most));
    expect(read.map(({ card }) => card.work)).toEqual(works);
    await same((corpus) => corpus.neighbourhoods(works.slice(0, 3), most), 1);
  });

  test('more works than one question holds come in the order that was asked', async () => {
    const works = some(230).reverse();
    const read = await same((corpus) => corpus.neighbourhoods(works, { references: 0, citing: 0 }));
    expect(read.map(({ card }) => card.work)).toEqual(works);
  });

  test('titles keep their signs', async () => {
    const work = (await packed.find('arXiv:2001.00007')) ?? 0;
    const [read] = await same((corpus) => corpus.neighbourhoods([work], { references: 9, citing: 9 }));
    expect(read?.card.title).toContain('\\beta');
    expect(read?.card.title).toContain('日本');
  });

  test('what is coupled and cited together is the same', async () => {
    let shared = 0;
    for (const work of [...some(30), ...Array.from({ length: 10 }, (_, at) => at + 1)]) {
      const coupled = await same((corpus) => corpus.coupled(work, 25), work % 2);
      const cocited = await same((corpus) => corpus.cocited(work, 25), work % 2);
      shared += coupled.works.length + cocited.works.length;
    }
    expect(shared).toBeGreaterThan(500);
  });

  test('more neighbours than are looked through are counted', async () => {
    const work = (await packed.find('arXiv:2001.00001')) ?? 0;
    expect(await same((corpus) => corpus.cocited(work, 5))).toMatchObject({ through: 60, of: 899 });
  });

  test('ways are the same', async () => {
    const [from, to] = [some(30), some(30, 40).reverse()];
    const lengths = new Set<number | undefined>();
    for (const [at, start] of from.entries())
      lengths.add((await same((corpus) => corpus.path(start, to[at] ?? 0, { steps: 6 }), at % 2))?.length);
    expect(lengths.size).toBeGreaterThan(2);
    expect(await same((corpus) => corpus.path(1, 1, { steps: 6 }))).toEqual([1]);
  });

  test('an original comes from the files, and its hash is checked', async () => {
    const work = (await packed.find('arXiv:2409.12917')) ?? 0;
    const [read] = await engineAt(0).neighbourhoods([work], { references: 0, citing: 0 });
    const document = read?.card.documents[0];
    if (!document) throw new Error('SCoRe has no record.');
    const bytes = await engineAt(0).original(document);
    expect(Buffer.from(bytes).equals(await readFile(join(SCORE, 'score.bundle.json')))).toBe(true);
    const other = { ...document, sha256: '0'.repeat(64) };
    await expect(engineAt(0).original(other)).rejects.toMatchObject({ kind: 'unreadable' });
  });

  test('a work that is not there is refused as elsewhere', async () => {
    const missing = (corpus: Corpus) => corpus.neighbourhoods([1, 999_999], { references: 0, citing: 0 });
    await expect(missing(packed)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(missing(engineAt(0))).rejects.toMatchObject({ kind: 'not-found' });
    await expect(engineAt(0).coupled(1.5, 10)).rejects.toMatchObject({ kind: 'bad-argument' });
  });

  test('one server without others answers the same', async () => {
    const [address = ''] = cluster.addresses;
    await loadClickHouse({ folder, shards: [address], database: 'single', cluster: 'none' });
    const engine = { kind: 'clickhouse', database: 'single', url: '/' } as const;
    const corpus = new ClickHouseCorpus(filesIn(folder, address, manifest), engine, () => undefined);
    const most = { references: 60, citing: 60 };
    expect(await corpus.neighbourhoods([1, 7, 99], most)).toEqual(
      await packed.neighbourhoods([1, 7, 99], most),
    );
    expect(await corpus.cocited(7, 20)).toEqual(await packed.cocited(7, 20));
    expect(await corpus.search('common phrase', 20)).toEqual(await packed.search('common phrase', 20));
  });

  test('what was asked is counted', async () => {
    const corpus = engineAt(0);
    await corpus.find('arXiv:2409.12917');
    expect(corpus.usage().requests).toBe(2);
    expect(corpus.usage().bytes).toBeGreaterThan(50);
  });

  test('the reader of the README can read, from any page, and do nothing else', async () => {
    const read = await ask('SELECT count() FROM cites');
    expect([read.status, read.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    expect((await read.text()).trim()).toBe(String(manifest.counts.lines));
    for (const sql of ['INSERT INTO cites_local VALUES (1, 1)', 'DROP TABLE cites', 'CREATE DATABASE other'])
      expect(await (await ask(sql)).text(), sql).toMatch(/^Code: 164,.*readonly/);
    expect(await (await ask('SELECT 1', '&max_execution_time=0')).text()).toMatch(/^Code: 164,/);
    expect(await (await ask('SELECT * FROM default.secret')).text()).toMatch(/^Code: 291,/);
    expect(await (await ask('SELECT number FROM system.numbers FORMAT Null')).text()).toMatch(/^Code: 396,/);
  });

  test('where a proxy says who asks, a page can say nothing else', async () => {
    const headers = { 'X-ClickHouse-User': READER };
    const reply = await fetch(`${cluster.addresses[0]}?user=default&query=SELECT+1`, { headers });
    expect([reply.status, await reply.text()]).toEqual([401, expect.stringContaining('simultaneously')]);
  });

  test('what goes wrong is said in words', async () => {
    const away = { kind: 'clickhouse', database: 'corpus', url: 'https://elsewhere.example/' } as const;
    const files = filesIn(folder, cluster.addresses[0] ?? '', manifest);
    expect(() => new ClickHouseCorpus(files, away, () => undefined)).toThrow('on another host');
    const none = { kind: 'clickhouse', database: 'none', url: '/' } as const;
    const first = (corpus: Corpus) => corpus.neighbourhoods([1], { references: 0, citing: 0 });
    await expect(first(new ClickHouseCorpus(files, none, () => undefined))).rejects.toThrow('its code 81');
    await expect(first(engineAt(0, 'nobody'))).rejects.toThrow('refused the question');
    const nowhere = filesIn(folder, 'http://127.0.0.1:9/', manifest);
    await expect(
      first(new ClickHouseCorpus(nowhere, { ...none, url: '/' }, () => undefined)),
    ).rejects.toMatchObject({ kind: 'network' });
    const job = { folder, shards: cluster.addresses, database: 'corpus', cluster: 'corpus' };
    await expect(loadClickHouse(job)).rejects.toThrow('already exists');
  });
});

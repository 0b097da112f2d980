import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { ClickHouseCorpus } from './clickhouse-corpus';
import type { Files } from './corpus-files';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function answering(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function corpusAt(url: string, engine = 'clickhouse/'): ClickHouseCorpus {
  const usage = { requests: 0, bytes: 0, kept: 0 };
  const files = { url, manifest: {}, usage: () => usage, read: () => Promise.reject(new Error()) };
  return new ClickHouseCorpus(
    files as unknown as Files,
    { kind: 'clickhouse', url: engine, database: 'corpus' },
    () => undefined,
  );
}

const rows = (data: unknown) => JSON.stringify({ meta: [], data });

const CARD = {
  ...{ work: 2, id: 'arXiv:1', names: [], title: null, authors: null, date: null, venue: null },
  ...{ category: null, stub: true, trust: 'none', references: 0, citing: 0, documents: [] },
  stretches: { references: [], citing: [] },
};

test.each([
  ['a page of another server', 200, '<!doctype html>', 'network'],
  ['JSON of something else', 200, '{"data":{"0":1}}', 'network'],
  ['rows that are none', 200, rows([1, 2]), 'network'],
  ['rows, then an error', 200, `${rows([[1, 'x']]).slice(0, -2)}\nCode: 241. DB::Exception`, 'network'],
  ['a number that is none', 200, rows([['1 OR 1', '{}']]), 'unreadable'],
  ['a line that is no text', 200, rows([[1, 2]]), 'unreadable'],
  ['a line that is no JSON', 200, rows([[1, '{']]), 'unreadable'],
  ['a line of another work', 200, rows([[1, JSON.stringify(CARD)]]), 'unreadable'],
  ['nothing of the work', 200, rows([]), 'not-found'],
  ['words without a code', 503, 'busy', 'network'],
  ['a code of its own', 500, 'Code: 60. DB::Exception: <script>', 'network'],
])('%s is refused', async (_, status, body, kind) => {
  const url = await answering((_request, response) => response.writeHead(status).end(body));
  const asked = corpusAt(url).neighbourhoods([1], { references: 0, citing: 0 });
  await expect(asked).rejects.toMatchObject({ kind });
});

test('its limits are told from its other refusals, and none of its words are shown', async () => {
  let said = 'Code: 159. DB::Exception: Timeout exceeded';
  const url = await answering((_request, response) => response.writeHead(500).end(said));
  await expect(corpusAt(url).coupled(1, 10)).rejects.toThrow('more than the database of this corpus allows');
  said = 'Code: 60. DB::Exception: Call 555-1234';
  await expect(corpusAt(url).coupled(1, 10)).rejects.toThrow(
    'The database of this corpus refused the question (its code 60).',
  );
});

test('a question does not follow where the host points to', async () => {
  const asked: string[] = [];
  const other = await answering((request, response) => {
    asked.push(request.url ?? '');
    response.end(rows([]));
  });
  const url = await answering((_request, response) => response.writeHead(307, { location: other }).end());
  await expect(corpusAt(url).find('arXiv:1')).rejects.toMatchObject({ kind: 'network' });
  expect(asked).toEqual([]);
});

test('an answer without an end is not read to it', async () => {
  const megabyte = Buffer.alloc(1_000_000, ' ');
  let sent = 0;
  const url = await answering((_request, response) => {
    const more = (): void => {
      while (!response.destroyed) {
        sent += 1;
        if (!response.write(megabyte)) return void response.once('drain', more);
      }
    };
    more();
  });
  await expect(corpusAt(url).find('arXiv:1')).rejects.toMatchObject({ kind: 'network' });
  expect(sent).toBeLessThan(300);
});

test('nothing that a person wrote stands in a question', async () => {
  const questions: string[] = [];
  const url = await answering((request, response) => {
    request.on('data', (part) => questions.push(String(part))).on('end', () => response.end(rows([])));
  });
  const corpus = corpusAt(url);
  await corpus.find("arXiv:'secret'");
  await corpus.search("secret 'words; DROP", 10);
  expect(questions.length).toBe(2);
  for (const question of questions) expect(question).not.toMatch(/secret|'|drop/i);
});

test.each(['https://elsewhere.example/', '//elsewhere.example/', 'file:///', 'data:,', 'javascript:1'])(
  'a database at %s is not asked',
  (engine) => {
    expect(() => corpusAt('https://corpus.example/a/', engine)).toThrow('on another host');
  },
);

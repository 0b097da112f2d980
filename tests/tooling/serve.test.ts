import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from '../../src/programs/serve.js';

const PAGE = '<!doctype html>';
const CODE = 'export const code = 1;';

let folder: string;
let served: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corollary-'));
  await mkdir(join(folder, 'dist/assets'), { recursive: true });
  await mkdir(join(folder, 'dist/.vite'));
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'dist/.vite/manifest.json'), '{}');
  await writeFile(join(folder, 'dist/index.html'), PAGE);
  await writeFile(join(folder, 'dist/papers.jsonl'), '{}');
  await writeFile(join(folder, 'dist/assets/a-1.js'), CODE);
  await writeFile(join(folder, 'dist/assets/a-1.js.gz'), gzipSync(CODE));
  served = await serve({ base: '/some/where/', folder: join(folder, 'dist') });
});

afterAll(async () => {
  await served.close();
  await rm(folder, { recursive: true });
});

interface Case {
  readonly story: string;
  readonly path: string;
  readonly asked?: IncomingHttpHeaders;
  readonly status: number;
  readonly answered?: IncomingHttpHeaders;
  readonly body?: string | Buffer;
}

const CASES: readonly Case[] = [
  {
    story: 'the page at its base, looked for again each time',
    path: '/some/where/?data=#v1',
    status: 200,
    answered: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' },
    body: PAGE,
  },
  {
    story: 'a hashed file, kept for a year',
    path: '/some/where/assets/a-1.js',
    status: 200,
    answered: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    },
    body: CODE,
  },
  {
    story: 'the compressed twin to who accepts it',
    path: '/some/where/assets/a-1.js',
    asked: { 'accept-encoding': 'br, gzip' },
    status: 200,
    answered: { 'content-encoding': 'gzip', vary: 'Accept-Encoding' },
    body: gzipSync(CODE),
  },
  {
    story: 'the plain file to who refuses compression',
    path: '/some/where/assets/a-1.js',
    asked: { 'accept-encoding': 'gzip;q=0, identity' },
    status: 200,
    body: CODE,
  },
  {
    story: 'a range of the plain file',
    path: '/some/where/assets/a-1.js',
    asked: { 'accept-encoding': 'gzip', range: 'bytes=7-11' },
    status: 206,
    answered: { 'content-range': `bytes 7-11/${CODE.length}` },
    body: 'const',
  },
  {
    story: 'the end of a file',
    path: '/some/where/assets/a-1.js',
    asked: { range: 'bytes=-2' },
    status: 206,
    body: '1;',
  },
  {
    story: 'a range beyond the end',
    path: '/some/where/papers.jsonl',
    asked: { range: 'bytes=9-' },
    status: 416,
  },
  {
    story: 'lines of JSON',
    path: '/some/where/papers.jsonl',
    status: 200,
    answered: { 'content-type': 'application/x-ndjson' },
  },
  { story: 'nothing outside the base', path: '/index.html', status: 404 },
  { story: 'nothing above the folder', path: '/some/where/../secret.txt', status: 404 },
  { story: 'nothing above the folder, encoded', path: '/some/where/%2e%2e%2fsecret.txt', status: 404 },
  { story: 'nothing hidden', path: '/some/where/.vite/manifest.json', status: 404 },
  { story: 'nothing for a broken address', path: '/some/where/%ff', status: 404 },
];

test.each(CASES)('serves $story', async ({ path, asked = {}, status, answered = {}, body }) => {
  const answer = await ask(path, asked);
  expect(answer.status).toBe(status);
  expect(answer.headers).toMatchObject({ ...answered, 'x-content-type-options': 'nosniff' });
  expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'self'");
  if (body !== undefined) expect(answer.body).toEqual(Buffer.from(body));
});

test('says that nothing changed', async () => {
  const first = await ask('/some/where/', {});
  const again = await ask('/some/where/', { 'if-none-match': first.headers.etag ?? '' });
  expect(again.status).toBe(304);
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Not `fetch`, which tidies addresses and unpacks bodies. */
function ask(path: string, headers: IncomingHttpHeaders): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(served.url);
    const asked = request({ hostname, port, path, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) });
      });
    });
    asked.on('error', reject).end();
  });
}

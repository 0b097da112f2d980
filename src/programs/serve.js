// @ts-check
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { headersOf, typeOf } from './headers.js';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

/** Best first. */
const ENCODINGS = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
];

/**
 * Serves the built app as a good host would: the production headers, files compressed by the build, byte ranges.
 * Only this machine can reach it unless HOST says otherwise. Rejects when the port is taken.
 * @param {{ port?: number, base?: string, folder?: string }} [options] port 0 takes any free one; base is a path such
 *   as `/some/where/`; folder is dist unless said
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve({ port = 0, base = '/', folder = DIST } = {}) {
  const server = createServer((request, response) => {
    answer(request, response, { base, folder }).catch(() => response.destroy());
  });
  const host = process.env['HOST'] ?? '127.0.0.1';
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(undefined));
  });
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://localhost:${address.port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {{ base: string, folder: string }} place
 */
async function answer(request, response, { base, folder }) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
  const file = fileOf(request.url ?? '/', base);
  if (file === undefined) return refuse(response, 404);
  const found = await choose(folder, file, request.headers);
  if (!found) return refuse(response, 404);

  for (const [name, value] of Object.entries(headersOf(file))) response.setHeader(name, value);
  const tag = `W/"${found.size}-${Math.round(found.modified)}"`;
  response.setHeader('ETag', tag);
  response.setHeader('Vary', 'Accept-Encoding');
  if (request.headers['if-none-match'] === tag) return response.writeHead(304).end();

  response.setHeader('Content-Type', typeOf(file));
  response.setHeader('Accept-Ranges', 'bytes');
  if (found.encoding) response.setHeader('Content-Encoding', found.encoding);
  const range = rangeOf(request.headers.range, found.size);
  if (range === 'outside') {
    return response.writeHead(416, { 'Content-Range': `bytes */${found.size}` }).end();
  }
  const { start, end } = range ?? { start: 0, end: found.size - 1 };
  if (range) response.setHeader('Content-Range', `bytes ${start}-${end}/${found.size}`);
  response.writeHead(range ? 206 : 200, { 'Content-Length': end - start + 1 });
  if (request.method === 'HEAD' || found.size === 0) return response.end();
  return pipeline(createReadStream(found.path, { start, end }), response);
}

/** @param {import('node:http').ServerResponse} response @param {number} status */
function refuse(response, status) {
  response.writeHead(status, { ...headersOf(''), 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(status === 404 ? 'There is nothing here.\n' : 'Only GET and HEAD are answered here.\n');
}

/**
 * The file in dist that an address names; undefined for one outside, hidden, or a compressed twin.
 * @param {string} address @param {string} base
 */
function fileOf(address, base) {
  const path = decoded(address.replace(/[?#].*$/s, ''));
  if (path === undefined || !path.startsWith(base) || path.includes('\0')) return undefined;
  const parts = path.slice(base.length).split(/[/\\]/);
  if (parts.some((part) => part.startsWith('.')) || path.endsWith('.br')) return undefined;
  const file = parts.join('/');
  return file === '' || file.endsWith('/') ? `${file}index.html` : file;
}

/** @param {string} path */
function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/**
 * A range is of the plain file; so is anything a browser did not offer to decode.
 * @param {string} folder @param {string} file @param {import('node:http').IncomingHttpHeaders} headers
 */
async function choose(folder, file, headers) {
  const accepted = headers.range ? '' : String(headers['accept-encoding'] ?? '');
  for (const { name, ending } of ENCODINGS) {
    if (!accepts(accepted, name)) continue;
    const twin = await look(join(folder, `${file}${ending}`));
    if (twin) return { ...twin, encoding: name };
  }
  const plain = await look(join(folder, file));
  return plain && { ...plain, encoding: undefined };
}

/** @param {string} accepted @param {string} encoding */
function accepts(accepted, encoding) {
  return accepted
    .split(',')
    .map((part) =>
      part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*q=/),
    )
    .some(([name, weight]) => name === encoding && Number(weight ?? 1) > 0);
}

/** @param {string} path */
async function look(path) {
  const stats = await stat(path).catch(() => undefined);
  return stats?.isFile() ? { path, size: stats.size, modified: stats.mtimeMs } : undefined;
}

/**
 * One byte range; several at once are answered with the whole file, as the standard allows.
 * @param {string | undefined} header @param {number} size
 */
function rangeOf(header, size) {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (!first && !last) return undefined;
  const start = first ? Number(first) : Math.max(0, size - Number(last));
  const end = first && last ? Math.min(Number(last), size - 1) : size - 1;
  return start >= size || start > end ? 'outside' : { start, end };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serve({ port: Number(process.env['PORT'] ?? 4173) });
  console.log(url);
}

// @ts-check

/** The content security policy, said once: the server sends it and the build writes it into the page. */
const POLICY = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'worker-src': "'self'",
  'connect-src': "'self' https: http://localhost:* http://127.0.0.1:*",
  'img-src': "'self' data: blob:",
  'style-src': "'self'",
  'font-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

/** A `<meta>` cannot hold frame-ancestors: browsers ignore it there and complain. */
export const META_POLICY = Object.entries(POLICY)
  .map(([directive, sources]) => `${directive} ${sources}`)
  .join('; ');

const HEADER_POLICY = `${META_POLICY}; frame-ancestors 'self'`;

const ONE_YEAR = 'public, max-age=31536000, immutable';

/**
 * The production headers of one file, but for its type and encoding.
 * @param {string} file path inside dist, with forward slashes
 * @returns {Record<string, string>}
 */
export function headersOf(file) {
  return {
    'Content-Security-Policy': HEADER_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cache-Control': file.startsWith('assets/') ? ONE_YEAR : 'no-cache',
  };
}

/** @type {Record<string, string>} */
const TYPES = {
  css: 'text/css; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  gz: 'application/gzip',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  jsonl: 'application/x-ndjson',
  map: 'application/json',
  md: 'text/markdown; charset=utf-8',
  png: 'image/png',
  sql: 'text/plain; charset=utf-8',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json',
  woff: 'font/woff',
  woff2: 'font/woff2',
  zip: 'application/zip',
};

/** @param {string} file */
export function typeOf(file) {
  return TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}

/** @param {string} file whether compressing it again would help */
export function isCompressible(file) {
  return /^(text|application\/(json|x-ndjson|wasm|manifest)|image\/svg)/.test(typeOf(file));
}

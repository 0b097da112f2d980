// @ts-check
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** JavaScript before the first picture, gzipped; the database comes after it. */
const BUDGET_KB = 160;

/** What the first picture is made by: the page, and what it loads by `import()` to draw. */
const NEEDED = ['index.html', 'src/view/index.ts'];

/**
 * @typedef {{ file: string, imports?: string[], isEntry?: boolean }} Chunk
 * @typedef {Record<string, Chunk>} Manifest
 */

const DIST = new URL('../../dist/', import.meta.url);

/** @type {Manifest} */
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', DIST), 'utf8'));

const first = new Set(NEEDED.flatMap((name) => (manifest[name] ? [...reachable(name)] : [])));
const rows = Object.keys(manifest)
  .filter((name) => manifest[name]?.file.endsWith('.js'))
  .map((name) => ({ name, isFirst: first.has(name), kB: kilobytes(name) }))
  .sort((a, b) => Number(b.isFirst) - Number(a.isFirst) || b.kB - a.kB);
const total = rows.filter(({ isFirst }) => isFirst).reduce((sum, { kB }) => sum + kB, 0);

for (const { name, isFirst, kB } of rows) {
  console.log(`${kB.toFixed(1).padStart(8)} kB  ${isFirst ? 'first' : 'later'}  ${name}`);
}
console.log(`${total.toFixed(1).padStart(8)} kB  before the first picture, of ${BUDGET_KB} kB`);

const missing = NEEDED.filter((name) => !manifest[name]);
if (missing.length > 0) fail(`Not a chunk of its own in this build: ${missing.join(', ')}.`);
if (total > BUDGET_KB) fail('Over budget: load by import() what the first picture does without.');

/** @param {string} reason */
function fail(reason) {
  console.error(reason);
  process.exitCode = 1;
}

/**
 * A chunk and all it imports at once, by their names in the manifest.
 * @param {string} name @param {Set<string>} [seen]
 */
function reachable(name, seen = new Set()) {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const next of manifest[name]?.imports ?? []) reachable(next, seen);
  return seen;
}

/** @param {string} name */
function kilobytes(name) {
  const file = fileURLToPath(new URL(manifest[name]?.file ?? '', DIST));
  return gzipSync(readFileSync(file), { level: 9 }).length / 1000;
}

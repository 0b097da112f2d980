// @ts-check
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles } from './files.js';

const WORKER = 'sw.js';

/**
 * Builds the service worker to the root of dist, where it must lie to control the whole app, and tells it every
 * file of the build.
 * @param {string} source
 * @returns {import('vite').Plugin}
 */
export function offlineWorker(source) {
  return {
    name: 'corollary:offline-worker',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: source, fileName: WORKER });
    },
    async writeBundle({ dir = 'dist' }) {
      const code = await readFile(join(dir, WORKER), 'utf8');
      const marks = JSON.stringify(await marksOf(dir));
      const filled = code.replace(/\b__FILES__\b/, () => marks);
      if (filled === code) throw new Error(`${WORKER} does not ask for the list of files.`);
      await writeFile(join(dir, WORKER), filled);
    },
  };
}

/** @param {string} dir */
async function marksOf(dir) {
  /** @type {Record<string, string>} */
  const marks = {};
  for (const file of await listFiles(dir)) {
    if (file !== WORKER) marks[file] = await markOf(dir, file);
  }
  return marks;
}

/**
 * Files outside `assets/` keep their name from build to build, so they are told apart by their hash.
 * @param {string} dir @param {string} file
 */
async function markOf(dir, file) {
  if (file.startsWith('assets/')) return '';
  const hash = createHash('sha256').update(await readFile(join(dir, file)));
  return hash.digest('hex').slice(0, 12);
}

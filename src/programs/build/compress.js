// @ts-check
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isCompressible } from '../headers.js';
import { listFiles } from './files.js';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Smaller than this, a file fits in one packet anyway. */
const WORTH_BYTES = 1024;

/** The database's 34 MB take 0.7 s at quality 5 and 3.6 s at 9, for 4 % less; smaller files can have the best. */
const LARGE_BYTES = 4_000_000;

/**
 * Lays a `.br` and a `.gz` beside every file that gains by it.
 * @returns {import('vite').Plugin}
 */
export function compressed() {
  return {
    name: 'corollary:compressed',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir = 'dist' }) {
        const files = (await listFiles(dir)).filter(isCompressible);
        await Promise.all(files.map((file) => compress(join(dir, file))));
      },
    },
  };
}

/** @param {string} path */
async function compress(path) {
  const bytes = await readFile(path);
  if (bytes.length < WORTH_BYTES) return;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: bytes.length > LARGE_BYTES ? 5 : 9,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  await Promise.all([
    brotli(bytes, { params }).then((small) => writeFile(`${path}.br`, small)),
    zip(bytes, { level: 6 }).then((small) => writeFile(`${path}.gz`, small)),
  ]);
}

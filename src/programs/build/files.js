// @ts-check
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/**
 * The files of the build, as paths inside it with forward slashes, in order. Hidden ones are not served.
 * @param {string} dir
 */
export async function listFiles(dir) {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !file.split('/').some((part) => part.startsWith('.')))
    .sort();
}

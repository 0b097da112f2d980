// @ts-check
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** @type {import('vite').Plugin} The address of a module is that of its source. */
const ownAddress = {
  name: 'own-address',
  enforce: 'pre',
  transform(code, id) {
    if (id.includes('node_modules') || !code.includes('import.meta.url')) return null;
    return code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href));
  },
};

const [file = '', target = ''] = process.argv.slice(2);
const made = await build({
  root: ROOT,
  configFile: false,
  envDir: false,
  publicDir: false,
  logLevel: 'error',
  plugins: [ownAddress, svelte()],
  build: { ssr: file, write: false, target: 'node20', rolldownOptions: { output: { codeSplitting: false } } },
});
const chunk = [made].flat().flatMap((one) => ('output' in one ? one.output : []))[0];
if (chunk?.type !== 'chunk') throw new Error(`Nothing was built of ${file}.`);
// Others may run the same program meanwhile.
const fresh = `${target}.${process.pid}`;
await mkdir(dirname(target), { recursive: true });
await writeFile(fresh, chunk.code);
await rename(fresh, target);

// @ts-check
import { readFileSync } from 'node:fs';
import { npm } from './command.js';

/** @typedef {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} Packages */

/**
 * Installs exactly what package-lock.json names, when something of it is missing or of another version.
 * Throws an Error that says what to do when npm cannot.
 */
export async function installMissing() {
  if (isInstalled()) return;
  console.log('Installing dependencies (npm ci) …');
  const code = await npm(['ci', '--include=dev', '--no-audit', '--no-fund']);
  if (code !== 0) {
    throw new Error(
      'The dependencies could not be installed. npm said why above; often it is the network, a proxy, or a ' +
        'registry that is not set. When that is mended, run `npm ci` or this command again.',
    );
  }
}

/** npm keeps a list of what it installed; another platform's optional packages are rightly not on it. */
function isInstalled() {
  const wanted = packagesIn('package-lock.json');
  const present = packagesIn('node_modules/.package-lock.json');
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    if (path === '') return true;
    const found = present[path];
    return found ? found.version === version : Boolean(optional || devOptional);
  });
}

/** @param {string} file @returns {Packages} */
function packagesIn(file) {
  try {
    /** @type {{ packages: Packages }} */
    const lock = JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'));
    return lock.packages;
  } catch {
    return {};
  }
}

// @ts-check
import { existsSync } from 'node:fs';
import { installed, node, run } from './command.js';

/** Where to look and what the browser is called is known to the tests; both need node_modules. */
const finder = () => import('../../tests/tooling/chromium.js');

/**
 * The path of a Chromium, installed if there is none: Playwright's own, else the Debian package.
 * Throws an Error that says what to do when neither can be had.
 */
export async function provideChromium() {
  const { findChromium } = await finder();
  const found = (await findChromium()) ?? (await installPlaywrights()) ?? (await installDebians());
  if (found && existsSync(found)) return found;
  throw new Error(
    found
      ? `CHROME_PATH is ${found}, where there is nothing.`
      : 'No Chromium was found and none could be installed. Install Chromium or Chrome and run this again, or say ' +
          'where one is: CHROME_PATH=/path/to/chromium npm test',
  );
}

async function installPlaywrights() {
  console.log('Installing Chromium (playwright install chromium) …');
  const cli = installed('@playwright/test/cli.js');
  if ((await node([cli, 'install', 'chromium'])) !== 0) return undefined;
  // The libraries it needs may well be here already; only root can add them.
  if (isRoot()) await node([cli, 'install-deps', 'chromium']);
  const { findChromium } = await finder();
  return findChromium();
}

async function installDebians() {
  if (!isRoot() || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log('Installing Chromium (apt-get install chromium) …');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env });
  await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env });
  const { findChromium } = await finder();
  return findChromium();
}

function isRoot() {
  return process.getuid?.() === 0;
}

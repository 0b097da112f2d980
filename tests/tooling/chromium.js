// @ts-check
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** For every automated run: one picture on every machine, with no graphics card, and a browser that stays quiet. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-unsafe-swiftshader',
  '--use-angle=swiftshader',
  '--ignore-gpu-blocklist',
];

/**
 * For tests, which measure nothing: Debian's Chromium would also paint text and boxes by the software WebGL, slowly, and
 * making the database's code fast, anew in each profile, is a third of a short test's work.
 */
export const TEST_FLAGS = [...CHROMIUM_FLAGS, '--disable-gpu-rasterization', '--js-flags=--liftoff-only'];

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome.exe'];

const KNOWN_PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ...[process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']]
    .filter((folder) => folder !== undefined)
    .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
];

/**
 * The Chromium to test with: CHROME_PATH, one on the PATH, one where installers put it, or Playwright's own.
 * @returns {Promise<string | undefined>} its path
 */
export async function findChromium() {
  const named = process.env['CHROME_PATH'];
  if (named) return named;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...KNOWN_PLACES].find((path) => existsSync(path)) ?? (await playwrightsOwn());
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

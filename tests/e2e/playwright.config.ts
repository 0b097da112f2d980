import { defineConfig } from '@playwright/test';
import { findChromium, TEST_FLAGS } from '../tooling/chromium.js';

const port = Number(process.env['PORT'] ?? 4273);
const executablePath = await findChromium();

/** What is loaded, kept, refused or undone does not hang on the size of the screen, and a keyboard belongs to a desk. */
const ON_ONE_SCREEN = [
  'claims',
  'clickhouse',
  'corpus',
  'documents',
  'facets',
  'find',
  'formal',
  'frames',
  'keep',
  'keyboard',
  'naughty',
  'offline',
  'opens',
  'pointer',
  'sql',
  'trust',
];

/** A test in another file that is the same on every screen says so by this tag. */
const ONE_SCREEN = /@one-screen/;

/** Against what `npm run build` made, served as in production. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  snapshotPathTemplate: '{testDir}/pictures/{testFileName}/{arg}-{projectName}{ext}',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // Patience for a busy machine: these end what hangs.
  timeout: 300_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${port}/`,
    colorScheme: 'light',
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    screenshot: 'only-on-failure',
    // Keeping all files in each new profile is a fifth of opening the app, so it is for the tests that reload it.
    serviceWorkers: 'block',
    launchOptions: { args: TEST_FLAGS, ...(executablePath && { executablePath }) },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1440, height: 900 } } },
    {
      name: 'phone',
      testIgnore: ON_ONE_SCREEN.map((name) => `${name}.spec.ts`),
      grepInvert: ONE_SCREEN,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
  ],
  webServer: {
    command: 'node src/programs/serve.js',
    cwd: '../..',
    env: { PORT: String(port) },
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
  },
});

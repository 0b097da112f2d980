import { defineConfig } from '@playwright/test';
import { findChromium, TEST_FLAGS } from '../tooling/chromium.js';

const port = Number(process.env['PORT'] ?? 4273);
const executablePath = await findChromium();

/** Against what `npm run build` made, served as in production. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  snapshotPathTemplate: '{testDir}/pictures/{testFileName}/{arg}-{projectName}{ext}',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 60_000,
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${port}/`,
    colorScheme: 'light',
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    screenshot: 'only-on-failure',
    // Keeping all files in each new profile is a third of opening the app, so it is for the tests that reload it.
    serviceWorkers: 'block',
    launchOptions: { args: TEST_FLAGS, ...(executablePath && { executablePath }) },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1440, height: 900 } } },
    { name: 'phone', use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
  ],
  webServer: {
    command: 'node src/programs/serve.js',
    cwd: '../..',
    env: { PORT: String(port) },
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
  },
});

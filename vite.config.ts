import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { compressed } from './src/programs/build/compress.js';
import { offlineWorker } from './src/programs/build/offline.js';
import { contentPolicy } from './src/programs/build/policy.js';
import { fontPreload } from './src/programs/build/preload.js';
import { findChromium, TEST_FLAGS } from './tests/tooling/chromium.js';

const executablePath = process.env['VITEST'] ? await findChromium() : undefined;
const chromium = executablePath ? { executablePath } : {};

/** Modules that do nothing by being read: ours but the beginnings of a page or a worker, and packages that do not say so of themselves. */
const PURE =
  /\/src\/(?!ui\/main\.ts|sw\/)[^?]*(?<!\.worker)\.ts$|\/node_modules\/(?:@uwdata\/flechette|jsonc-parser|graphology|events)\//;

const BROWSER_TESTS = ['**/*.browser.test.ts', '**/*.svelte.test.ts'];

export default defineConfig({
  base: './',
  publicDir: 'static',
  plugins: [
    svelte(),
    contentPolicy(),
    fontPreload('source-sans-3-latin-400-normal.woff2'),
    offlineWorker('src/sw/sw.ts'),
    compressed(),
  ],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      checks: { pluginTimings: false },
      // What a room's door leads to and nobody here asks for is left out of the page: our modules do nothing by being read.
      treeshake: { moduleSideEffects: (id) => !PURE.test(id) },
    },
  },
  test: {
    expect: { requireAssertions: true },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          // A test that starts the database shares two cores with the others.
          testTimeout: 20_000,
          include: ['src/**/*.test.ts', 'tests/tooling/**/*.test.ts'],
          exclude: BROWSER_TESTS,
        },
      },
      {
        extends: true,
        test: {
          name: 'hostile',
          environment: 'node',
          include: ['tests/hostile/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: BROWSER_TESTS.map((pattern) => `{src,tests/tooling}/${pattern}`),
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            viewport: { width: 1440, height: 900 },
            provider: playwright({ launchOptions: { args: TEST_FLAGS, ...chromium } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});

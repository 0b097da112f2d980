// @ts-check
import { createServer } from 'node:net';
import { provideChromium } from './browser.js';
import { provideClickHouse } from './clickhouse.js';
import { installed, node } from './command.js';
import { installMissing } from './install.js';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly (readonly string[])[]} commands for Node, one after the other
 * @property {string} [after] the step whose result it needs
 * @property {boolean} [alone] whether it wants the machine for itself
 *
 * @typedef {{ name: string, isPassed: boolean, seconds: number }} Result
 */

const vitest = [installed('vitest/vitest.mjs'), 'run', '--project'];

/** @type {readonly Step[]} */
const STEPS = [
  // The longest of those that share the machine, so the first.
  { name: 'unit', commands: [[...vitest, 'node']] },
  { name: 'lint', commands: [[installed('eslint/bin/eslint.js'), '--max-warnings', '0', '.']] },
  { name: 'format', commands: [[installed('prettier/bin/prettier.cjs'), '--check', '.']] },
  {
    name: 'types',
    // It checks all that tsc would, components and scripts in JavaScript too.
    commands: [[installed('svelte-check/bin/svelte-check'), '--fail-on-warnings']],
  },
  {
    name: 'rooms',
    commands: [
      [
        installed('dependency-cruiser/bin/dependency-cruise.mjs'),
        ...['--config', 'tests/tooling/rooms.cjs', '--output-type', 'err-long', 'src', 'vite.config.ts'],
      ],
    ],
  },
  { name: 'knip', commands: [[installed('knip/bin/knip.js')]] },
  { name: 'build', commands: [[installed('vite/bin/vite.js'), 'build', '--logLevel', 'warn']] },
  { name: 'size', commands: [['tests/tooling/size.js']], after: 'build' },
  {
    name: 'pictures',
    commands: [
      ['src/programs/run.js', 'advances', '--check'],
      ['src/programs/run.js', 'samples', '--check'],
    ],
  },
  { name: 'hostile', commands: [[...vitest, 'hostile', '--maxWorkers', '100%']], alone: true },
  { name: 'browser', commands: [[...vitest, 'browser']], alone: true },
  {
    name: 'e2e',
    commands: [[installed('@playwright/test/cli.js'), 'test', '-c', 'tests/e2e/playwright.config.ts']],
    after: 'build',
    alone: true,
  },
];

/**
 * Seconds for one command of a step: something that hangs shows as a failure. Each test has a limit of its own, so
 * this one leaves room for all of them on a machine three times slower than a desk.
 */
const LIMIT = 3600;

/** Steps at a time; those that want the machine for themselves come last. */
const AT_A_TIME = 2;

try {
  process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** @param {readonly string[]} names the steps to run; all without any */
async function main(names) {
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0) {
    throw new Error(`No step ${unknown.join(', ')}. Steps: ${STEPS.map(({ name }) => name).join(' ')}`);
  }
  const steps = chosen(names);
  await installMissing();
  if (steps.some(({ name }) => name === 'unit')) await provideClickHouse();
  const needsBrowser = steps.some(({ name }) => name === 'browser' || name === 'e2e');
  const env = {
    PORT: String(await freePort()),
    ...(needsBrowser && { CHROME_PATH: await provideChromium() }),
  };
  const results = await runAll(steps, env);
  return summarise(results);
}

/** @param {readonly string[]} names @returns {readonly Step[]} with what they come after */
function chosen(names) {
  if (names.length === 0) return STEPS;
  const wanted = new Set(names);
  for (const { name, after } of STEPS) if (after && wanted.has(name)) wanted.add(after);
  return STEPS.filter(({ name }) => wanted.has(name));
}

/** @param {readonly Step[]} steps @param {Record<string, string>} env */
async function runAll(steps, env) {
  /** @type {Map<string, Promise<Result>>} */
  const begun = new Map();
  const queue = steps.filter(({ alone }) => !alone);
  async function takeNext() {
    for (let step = queue.shift(); step; step = queue.shift()) {
      const result = runStep(step, begun.get(step.after ?? ''), env);
      begun.set(step.name, result);
      await result;
    }
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, takeNext));
  for (const step of steps.filter(({ alone }) => alone)) {
    begun.set(step.name, runStep(step, begun.get(step.after ?? ''), env));
    await begun.get(step.name);
  }
  return Promise.all(begun.values());
}

/**
 * @param {Step} step @param {Promise<Result> | undefined} before @param {Record<string, string>} env
 * @returns {Promise<Result>}
 */
async function runStep({ name, commands, after, alone }, before, env) {
  if (before && !(await before).isPassed) {
    return report({ name, isPassed: false, seconds: 0 }, `Not run, because ${after} failed.\n`);
  }
  const start = performance.now();
  let said = '';
  let isPassed = true;
  for (const command of commands) {
    // A step that has the machine for itself may speak as it goes.
    const tell = alone ? undefined : (/** @type {string} */ text) => void (said += text);
    isPassed = isPassed && (await node(command, { env, limit: LIMIT, ...(tell && { tell }) })) === 0;
  }
  return report({ name, isPassed, seconds: (performance.now() - start) / 1000 }, said);
}

/** @param {Result} result @param {string} said shown when it failed */
function report(result, said) {
  const { name, isPassed, seconds } = result;
  if (!isPassed && said) process.stdout.write(`\n${said.trimEnd()}\n`);
  console.log(`${isPassed ? 'passed' : 'FAILED'}  ${name.padEnd(10)}${seconds.toFixed(1).padStart(7)} s`);
  return result;
}

/** @param {readonly Result[]} results */
function summarise(results) {
  const failed = results.filter(({ isPassed }) => !isPassed);
  if (failed.length > 0) console.log(`\nFailed: ${failed.map(({ name }) => name).join(', ')}`);
  console.log(`\n${results.length - failed.length} passed, ${failed.length} failed`);
  return failed.length === 0;
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

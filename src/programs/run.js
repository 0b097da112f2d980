// @ts-check
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createRunnableDevEnvironment, resolveConfig } from 'vite';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const [name = '', ...args] = process.argv.slice(2);

try {
  await runProgram(name, args);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}

/**
 * Runs `main(args)` of src/programs/<name>.ts through Vite, so that `?raw`, `?url` and `.svelte.ts` mean in Node what
 * they mean in the app.
 * @param {string} name @param {readonly string[]} args
 */
async function runProgram(name, args) {
  const file = fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
  if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
    throw new Error(`There is no program "${name}". Use: node src/programs/run.js <name> [arguments]`);
  }
  const environment = await openEnvironment();
  try {
    /** @type {{ main: (args: readonly string[]) => void | Promise<void> }} */
    const program = await environment.runner.import(file);
    await program.main(args);
  } finally {
    await environment.close();
  }
}

/** Vite's `runnerImport` closes before a program could import() more. */
async function openEnvironment() {
  const config = await resolveConfig(
    {
      root: ROOT,
      configFile: false,
      envDir: false,
      logLevel: 'error',
      plugins: [svelte()],
      environments: {
        program: { consumer: 'server', dev: { moduleRunnerTransform: true }, resolve: { external: true } },
      },
    },
    'serve',
  );
  const environment = createRunnableDevEnvironment('program', config, {
    runnerOptions: { hmr: { logger: false } },
    hot: false,
  });
  await environment.init();
  return environment;
}

// @ts-check
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { node } from './command.js';

const [name = '', ...args] = process.argv.slice(2);

try {
  await runProgram(name, args);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}

/**
 * Runs `main(args)` of src/programs/<name>.ts, built into one file, so that `?raw`, `?url` and `.svelte.ts` mean in Node
 * what they mean in the app. It is built by another process: what builds takes a second memory than most programs.
 * @param {string} name @param {readonly string[]} args
 */
async function runProgram(name, args) {
  const file = fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
  if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
    throw new Error(`There is no program "${name}". Use: node src/programs/run.js <name> [arguments]`);
  }
  const target = fileURLToPath(new URL(`../../node_modules/.programs/${name}.js`, import.meta.url));
  const code = await node([fileURLToPath(new URL('./build-program.js', import.meta.url)), file, target]);
  if (code !== 0) throw new Error(`${name} could not be built.`);
  /** @type {{ main: (args: readonly string[]) => void | Promise<void> }} */
  const program = await import(pathToFileURL(target).href);
  await program.main(args);
}

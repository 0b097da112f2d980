#!/usr/bin/env node
// @ts-check
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { node } from './command.js';
import { installMissing } from './install.js';

/** What may be asked for by name from anywhere. */
const PROGRAMS = ['pack', 'sign'];

const [name = '', ...args] = process.argv.slice(2);
if (!PROGRAMS.includes(name) || !existsSync(new URL(`./${name}.ts`, import.meta.url))) {
  console.error(`Use: npx corollary ${PROGRAMS.join(' | ')} …`);
  process.exit(2);
}
await installMissing();
process.exitCode = await node([fileURLToPath(new URL('./run.js', import.meta.url)), name, ...args]);

// @ts-check
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * @typedef {object} Manner
 * @property {Record<string, string>} [env] added to this program's own
 * @property {(text: string) => void} [tell] takes what it prints; without it the terminal does
 * @property {number} [limit] seconds after which it is stopped, with all it started
 */

/**
 * Runs a program in the project's folder and resolves to its exit code; one that cannot start or is killed is 1.
 * @param {string} program @param {readonly string[]} args @param {Manner} [manner]
 * @returns {Promise<number>}
 */
export function run(program, args, { env = {}, tell, limit } = {}) {
  const say = tell ?? ((/** @type {string} */ text) => void process.stderr.write(text));
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', tell ? 'pipe' : 'inherit', tell ? 'pipe' : 'inherit'],
      detached: IS_GROUPED && limit !== undefined,
    });
    child.stdout?.setEncoding('utf8').on('data', say);
    child.stderr?.setEncoding('utf8').on('data', say);
    const timer = limit && setTimeout(tooLong, limit * 1000);
    if (limit) limited.add(child);
    child.on('error', (error) => finish(1, `${program}: ${error.message}\n`));
    child.on('close', (code) => finish(code ?? 1));

    function tooLong() {
      say(`Stopped, because it took more than ${limit} s.\n`);
      stop(child);
    }
    function finish(/** @type {number} */ code, text = '') {
      clearTimeout(timer);
      limited.delete(child);
      say(text);
      resolve(code);
    }
  });
}

/** A program with a limit leads a group of its own, so that what it started can be stopped with it. */
const IS_GROUPED = process.platform !== 'win32';

/** @type {Set<import('node:child_process').ChildProcess>} */
const limited = new Set();

// Such a group does not hear the terminal's Ctrl-C.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, () => {
    for (const child of limited) stop(child);
    process.exit(1);
  });
}

/** @param {import('node:child_process').ChildProcess} child */
function stop({ pid }) {
  if (pid === undefined) return;
  try {
    process.kill(IS_GROUPED ? -pid : pid, 'SIGKILL');
  } catch {
    // It ended by itself meanwhile.
  }
}

/** @param {readonly string[]} args @param {Manner} [manner] */
export function node(args, manner) {
  return run(process.execPath, args, manner);
}

/**
 * npm as this Node came with it. On Windows `npm` is a script that needs a shell, so its file is run instead.
 * @param {readonly string[]} args @param {Manner} [manner]
 */
export function npm(args, manner) {
  const beside = join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js');
  const file = [process.env['npm_execpath'], beside].find(
    (path) => path?.endsWith('.js') && existsSync(path),
  );
  return file ? node([file, ...args], manner) : run('npm', args, manner);
}

/** The script behind a package's command, run with this Node. @param {string} file inside node_modules */
export function installed(file) {
  return fileURLToPath(new URL(`../../node_modules/${file}`, import.meta.url));
}

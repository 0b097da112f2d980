import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, openAsBlob } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  NAMES_TABLE,
  NEIGHBOURHOODS_FILE,
  originalsFile,
  PLACES_TABLE,
  POSTINGS_FILE,
  WORDS_FILE,
  WORDS_TABLE,
} from '../../src/corpus';
import { checkRecord, checkSignatures, openKeys } from '../../src/checks';
import { readWithBytes, type Evidence, type Source } from '../../src/documents';
import { generateBundles } from './bundles';
import { ratioFinding, type Finding } from './finding';

const BUNDLES = Number(process.env['BUNDLES'] ?? '5000');
const A_FOLDER = 1000;
const KILLS = 10;

/**
 * Packing bundles of about 14 kB against reading and checking the same files, which is to parse and hash them with the
 * same code, and against what Node alone does of it (`JSON.parse` and SHA-256 of file and record); the memory of packing four
 * times as many; and whether a pack that is killed ten times, at times by chance, comes to the same.
 */
export async function benchPack(): Promise<Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), 'corollary-pack-'));
  try {
    const files = await writeBundles(join(folder, 'all'), BUNDLES);
    const quarter = join(folder, 'quarter');
    await writeBundles(quarter, BUNDLES / 4);
    const read = await readAndCheck(files);
    const plain = await parseAndHash(files);
    const whole = await packed(join(folder, 'all'), join(folder, 'whole'));
    const small = await packed(quarter, join(folder, 'small'));
    const isSame = await resumes(
      join(folder, 'all'),
      join(folder, 'killed'),
      join(folder, 'whole'),
      whole.milliseconds,
    );
    return [
      ratioFinding(
        `pack of ${BUNDLES} bundles, reading, checking and laying out`,
        whole.milliseconds,
        ['reading and checking alone', read],
        2,
      ),
      {
        ...ratioFinding('the same', whole.milliseconds, ['JSON.parse and SHA-256', plain], 2),
        ...{ budget: '', isMet: null },
      },
      {
        what: `memory of that pack`,
        measured: `${whole.megabytes.toFixed(0)} MB`,
        against: `of ${BUNDLES / 4} bundles ${small.megabytes.toFixed(0)} MB`,
        ratio: whole.megabytes / small.megabytes,
        budget: 'flat',
        isMet: whole.megabytes / small.megabytes < 1.25,
      },
      {
        what: `killed ${KILLS} times and resumed`,
        measured: isSame ? 'the same bytes' : 'OTHER BYTES',
        against: 'packed at one go',
        ratio: null,
        budget: 'the same',
        isMet: isSame,
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeBundles(folder: string, count: number): Promise<string[]> {
  const files: string[] = [];
  for (const bundle of generateBundles(count)) {
    const part = join(folder, String(Math.floor(files.length / A_FOLDER)));
    if (files.length % A_FOLDER === 0) await mkdir(part, { recursive: true });
    const file = join(part, `${String(files.length).padStart(7, '0')}.json`);
    await writeFile(file, bundle);
    files.push(file);
  }
  return files;
}

/** As `pack` does it, and nothing kept of it. */
async function readAndCheck(files: readonly string[]): Promise<number> {
  const start = performance.now();
  const ring = await openKeys([]);
  const check = async (evidence: Evidence) => [
    ...checkRecord(evidence),
    ...(await checkSignatures(evidence, ring)),
  ];
  const { signal } = new AbortController();
  for (let at = 0; at < files.length; at += 256) {
    const some = files.slice(at, at + 256).map(async (path): Promise<Source> => {
      return { kind: 'file', name: path, blob: await openAsBlob(path) };
    });
    for await (const { document } of readWithBytes(await Promise.all(some), { signal, check }))
      if (document.kind === 'unknown') throw new Error(`${document.name} was not read`);
  }
  return performance.now() - start;
}

/** Each file and each canonical record in it. */
async function parseAndHash(files: readonly string[]): Promise<number> {
  const start = performance.now();
  for (const file of files) {
    const bytes = await readFile(file);
    createHash('sha256').update(bytes).digest();
    const { canonical_record: record } = JSON.parse(bytes.toString()) as {
      readonly canonical_record: unknown;
    };
    createHash('sha256').update(JSON.stringify(record)).digest();
  }
  return performance.now() - start;
}

interface Packed {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** In a process of its own; what it took at most is what the system says of it. */
async function packed(from: string, to: string, killAfter?: number): Promise<Packed> {
  const start = performance.now();
  const child = spawn(
    process.execPath,
    ['src/programs/run.js', 'pack', from, '--to', to, '--name', 'bench', '--date', '2026-11-29'],
    { stdio: 'ignore' },
  );
  let most = 0;
  const watch = setInterval(() => {
    void readFile(`/proc/${String(child.pid)}/status`, 'utf8')
      .then((status) => (most = Math.max(most, Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0))))
      .catch(() => undefined);
  }, 100);
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(watch);
  clearTimeout(timer);
  if (code !== 0 && killAfter === undefined) throw new Error(`pack ended with ${String(code)}`);
  return { milliseconds: performance.now() - start, megabytes: most / 1024 };
}

async function resumes(from: string, to: string, expected: string, milliseconds: number): Promise<boolean> {
  for (let kill = 0; kill < KILLS; kill++) await packed(from, to, 1500 + Math.random() * milliseconds);
  await packed(from, to);
  return (await contentOf(to)) === (await contentOf(expected));
}

async function contentOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const name of [
    NAMES_TABLE,
    PLACES_TABLE,
    NEIGHBOURHOODS_FILE,
    WORDS_TABLE,
    WORDS_FILE,
    POSTINGS_FILE,
    originalsFile(0),
  ]) {
    if (!existsSync(join(folder, name))) return 'missing';
    for await (const piece of createReadStream(join(folder, name)) as AsyncIterable<Buffer>)
      hash.update(piece);
  }
  return hash.digest('hex');
}

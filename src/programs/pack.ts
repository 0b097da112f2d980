import { createHash } from 'node:crypto';
import { createReadStream, openAsBlob } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkRecord, checkSignatures, openKeys } from '../checks';
import {
  CORPUS_VERSION,
  DATABASE_FILE,
  MANIFEST_FILE,
  NEIGHBOURHOODS_FILE,
  originalsFile,
  WORDS_FILE,
  type Manifest,
} from '../corpus';
import { readWithBytes, type Evidence, type Source } from '../documents';
import { Database } from './pack/database';
import { layOut } from './pack/lay-out';
import { Progress } from './pack/progress';
import { settle } from './pack/settle';
import { Staging, type InputFile } from './pack/staging';

const USE = `Use: npm run pack -- <file or folder>… --to <folder> [--name NAME] [--description TEXT] [--origin WHERE]
                     [--licence LICENCE] [--date YYYY-MM-DD] [--memory 2GB]`;

const OPTIONS = {
  to: { type: 'string' },
  name: { type: 'string' },
  description: { type: 'string' },
  origin: { type: 'string' },
  licence: { type: 'string' },
  date: { type: 'string' },
  memory: { type: 'string', default: '2GB' },
} as const;

const STATE = '.pack';
/** Inputs that are read before they are marked as done. */
const INPUTS_AT_ONCE = 256;

/**
 * Packs documents into a corpus: a folder to be put on any host of files, and read there a little at a time. Run again,
 * it goes on where it was stopped, and adds what is new among the inputs.
 */
export async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  if (values.to === undefined || positionals.length === 0) throw new Error(USE);
  if (values.date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(values.date))
    throw new Error(`${values.date} is no date. ${USE}`);
  const folder = resolve(values.to);
  const { memory, to: _, ...about } = values;
  await pack({ inputs: positionals, folder, memory, about });
}

interface About {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly origin?: string | undefined;
  readonly licence?: string | undefined;
  readonly date?: string | undefined;
}

interface Job {
  readonly inputs: readonly string[];
  readonly folder: string;
  /** What the database may hold in memory. */
  readonly memory: string;
  readonly about: About;
}

export async function pack({ inputs, folder, memory, about }: Job): Promise<Manifest> {
  const state = join(folder, STATE);
  await mkdir(state, { recursive: true });
  const database = await Database.open(join(state, 'staging.duckdb'), { memory });
  const progress = new Progress();
  try {
    const staging = await Staging.open(database.connection, folder);
    await readInputs(inputs, staging, progress);
    await staging.close();
    await settle(database, (step) => progress.step(step));
    const fresh = join(state, 'new');
    await rm(fresh, { recursive: true, force: true });
    await mkdir(fresh);
    await layOut(database, fresh, (step, done, of) => progress.of(step, done, of));
    return await publish(database, { folder, fresh, about });
  } finally {
    database.close();
    progress.end();
  }
}

async function readInputs(inputs: readonly string[], staging: Staging, progress: Progress): Promise<void> {
  const files = await filesIn(inputs);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const ring = await openKeys([]);
  const check = async (evidence: Evidence) => [
    ...checkRecord(evidence),
    ...(await checkSignatures(evidence, ring)),
  ];
  const { signal } = new AbortController();
  let done = 0;
  for (let at = 0; at < files.length; at += INPUTS_AT_ONCE) {
    const group = files.slice(at, at + INPUTS_AT_ONCE);
    const wanted = group.filter((file) => !staging.has(file));
    const sources: Source[] = await Promise.all(
      wanted.map(async ({ name, path }) => ({ kind: 'file', name, blob: await openAsBlob(path) }) as const),
    );
    if (sources.length > 0)
      for await (const { document, bytes } of readWithBytes(sources, { signal, check })) {
        await staging.add(document, bytes);
        progress.of('reading', done, total);
      }
    for (const file of wanted) staging.finish(file);
    done += group.reduce((sum, { bytes }) => sum + bytes, 0);
    progress.of('reading', done, total);
  }
}

type FoundFile = InputFile & { readonly path: string };

/** In the order of their names, whatever the order of the folder. */
async function filesIn(inputs: readonly string[]): Promise<FoundFile[]> {
  const files: FoundFile[] = [];
  for (const input of inputs) {
    const root = resolve(input);
    const found = await stat(root).catch(() => {
      throw new Error(`${input} is not there.`);
    });
    if (!found.isDirectory()) {
      files.push({
        path: root,
        name: root.split(/[/\\]/).at(-1) ?? root,
        bytes: found.size,
        modified: Math.round(found.mtimeMs),
      });
      continue;
    }
    for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const { size, mtimeMs } = await stat(path);
      files.push({
        path,
        name: relative(root, path).replaceAll('\\', '/'),
        bytes: size,
        modified: Math.round(mtimeMs),
      });
    }
  }
  return files.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

const LAID_OUT = [DATABASE_FILE, NEIGHBOURHOODS_FILE, WORDS_FILE];

/** Puts new files in place of the old ones, the manifest last: a reader sees by it that the corpus is another. */
async function publish(
  database: Database,
  { folder, fresh, about }: { readonly folder: string; readonly fresh: string; readonly about: About },
): Promise<Manifest> {
  const shards = (
    await database.rows('SELECT DISTINCT shard FROM documents WHERE shard IS NOT NULL ORDER BY shard')
  ).map(([shard]) => originalsFile(Number(shard)));
  await rm(join(folder, MANIFEST_FILE), { force: true });
  for (const name of LAID_OUT) await rename(join(fresh, name), join(folder, name));
  const files = [];
  for (const name of [...LAID_OUT, ...shards]) files.push({ name, ...(await measured(join(folder, name))) });
  const count = async (sql: string) => Number((await database.rows(sql))[0]?.[0] ?? 0);
  const trust: Manifest['trust'] = {};
  for (const [verdict, records] of await database.rows(
    'SELECT trust, count(*) FROM records GROUP BY trust ORDER BY trust',
  ))
    trust[String(verdict) as keyof typeof trust] = Number(records);
  const manifest: Manifest = {
    corpus: CORPUS_VERSION,
    name: about.name ?? folder.split(/[/\\]/).at(-1) ?? 'corpus',
    description: about.description ?? null,
    origin: about.origin ?? null,
    licence: about.licence ?? null,
    date: about.date ?? null,
    counts: {
      documents: await count(`SELECT count(*) FROM documents WHERE status <> 'refused'`),
      refused: await count(`SELECT count(*) FROM documents WHERE status = 'refused'`),
      records: await count('SELECT count(*) FROM records'),
      works: await count('SELECT count(*) FROM works WHERE NOT stub'),
      stubs: await count('SELECT count(*) FROM works WHERE stub'),
      citations: await count('SELECT sum(evidence) FROM cites'),
      lines: await count('SELECT count(*) FROM cites'),
      problems: await count('SELECT count(*) FROM problems'),
    },
    trust,
    files,
  };
  await writeReport(database, join(folder, STATE, 'report.tsv'));
  await writeFile(join(folder, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** Everything that was refused or left out, and why. */
async function writeReport(database: Database, file: string): Promise<void> {
  const rows = await database.rows(`SELECT severity, document, pointer, message FROM problems ORDER BY ALL`);
  const lines = rows.map((row) => row.map((cell) => String(cell).replace(/[\t\r\n]+/g, ' ')).join('\t'));
  await writeFile(file, ['severity\tdocument\tpointer\tmessage', ...lines, ''].join('\n'));
}

async function measured(path: string): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

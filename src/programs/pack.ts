import { openAsBlob, readdirSync, statSync, type Stats } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkRecord, checkSignatures, openKeys } from '../checks';
import type { Manifest } from '../corpus';
import { readWithBytes, type Evidence, type Source } from '../documents';
import { Database } from './pack/database';
import { Progress } from './pack/progress';
import { layOutAndPublish, STATE, type About } from './pack/publish';
import { Staging, type InputFile } from './pack/staging';

const USE = `Use: npm run pack -- <file or folder>… --to <folder> [--name NAME] [--description TEXT] [--origin WHERE]
                     [--licence LICENCE] [--date YYYY-MM-DD] [--memory 512MB]`;

const OPTIONS = {
  to: { type: 'string' },
  name: { type: 'string' },
  description: { type: 'string' },
  origin: { type: 'string' },
  licence: { type: 'string' },
  date: { type: 'string' },
  memory: { type: 'string', default: '512MB' },
} as const;

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
  const { memory, name, description, origin, licence, date } = values;
  await pack({ inputs: positionals, folder, memory, about: { name, description, origin, licence, date } });
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
    const staging = await Staging.open(database, folder);
    await readInputs(inputs, staging, progress);
    await staging.close();
    return await layOutAndPublish(database, folder, about, progress);
  } finally {
    database.close();
    progress.end();
  }
}

async function readInputs(inputs: readonly string[], staging: Staging, progress: Progress): Promise<void> {
  let total = 0;
  for (const { bytes } of filesIn(inputs)) total += bytes;
  const ring = await openKeys([]);
  const check = async (evidence: Evidence) => [
    ...checkRecord(evidence),
    ...(await checkSignatures(evidence, ring)),
  ];
  const { signal } = new AbortController();
  let done = 0;
  for (const group of groupsOf(filesIn(inputs))) {
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

function* groupsOf<T>(all: Iterable<T>): Generator<T[]> {
  let group: T[] = [];
  for (const one of all) {
    group.push(one);
    if (group.length < INPUTS_AT_ONCE) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

type FoundFile = InputFile & { readonly path: string };

/**
 * Inputs by their own names, and what is in a folder by name, wherever they lie and in whatever order they come. One
 * folder's names at a time are in memory.
 */
function* filesIn(inputs: readonly string[]): Generator<FoundFile> {
  const roots = inputs.map((input) => resolve(input)).sort();
  for (const root of roots.sort((a, b) => inOrder(basename(a), basename(b)))) {
    const found = statSync(root, { throwIfNoEntry: false });
    if (!found) throw new Error(`${root} is not there.`);
    if (found.isDirectory()) yield* filesUnder(root, '');
    else yield fileAt(root, basename(root), found);
  }
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function* filesUnder(root: string, folder: string): Generator<FoundFile> {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  const names = entries.flatMap((entry) =>
    entry.isDirectory() ? [`${entry.name}/`] : entry.isFile() ? [entry.name] : [],
  );
  for (const name of names.sort()) {
    const path = join(root, folder, name);
    if (name.endsWith('/')) yield* filesUnder(root, folder + name);
    else yield fileAt(path, folder + name, statSync(path));
  }
}

function fileAt(path: string, name: string, { size, mtimeMs }: Stats): FoundFile {
  return { path, name, bytes: size, modified: Math.round(mtimeMs) };
}

import { openAsBlob, readdirSync, statSync, type Stats } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkRecord, checkSignatures, openKeys } from '../checks';
import type { Manifest } from '../corpus';
import { readWithBytes, type Evidence, type Source } from '../documents';
import { Database } from './pack/database';
import { Progress } from './pack/progress';
import { layOutAndPublish, STATE, type About } from './pack/publish';
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
  const files = filesIn(inputs);
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
function filesIn(inputs: readonly string[]): FoundFile[] {
  const files: FoundFile[] = [];
  const add = (path: string, name: string, { size, mtimeMs }: Stats) =>
    files.push({ path, name, bytes: size, modified: Math.round(mtimeMs) });
  for (const input of inputs) {
    const root = resolve(input);
    const found = statSync(root, { throwIfNoEntry: false });
    if (!found) throw new Error(`${input} is not there.`);
    if (!found.isDirectory()) {
      add(root, root.split(/[/\\]/).at(-1) ?? root, found);
      continue;
    }
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      add(path, relative(root, path).replaceAll('\\', '/'), statSync(path));
    }
  }
  return files.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

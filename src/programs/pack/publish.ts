import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CORPUS_VERSION,
  DATABASE_FILE,
  MANIFEST_FILE,
  NAMES_TABLE,
  NEIGHBOURHOODS_FILE,
  originalsFile,
  PLACES_TABLE,
  POSTINGS_FILE,
  WORDS_FILE,
  WORDS_TABLE,
  type Manifest,
} from '../../corpus';
import type { Database } from './database';
import { layOut } from './lay-out';
import type { Progress } from './progress';
import { settle } from './settle';

/** Where what was read stays, beside what is to be put on a host. */
export const STATE = '.pack';

/** What a corpus says of itself. */
export interface About {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly origin?: string | undefined;
  readonly licence?: string | undefined;
  readonly date?: string | undefined;
}

/** From what was read to the files of the corpus, all made anew. */
export async function layOutAndPublish(
  database: Database,
  folder: string,
  about: About,
  progress: Progress | null = null,
): Promise<Manifest> {
  await database.makeScratch(join(folder, STATE, 'scratch.duckdb'));
  const [originals] = await Promise.all([
    originalsIn(database, folder),
    settle(database, (step) => progress?.step(step)),
  ]);
  const fresh = join(folder, STATE, 'new');
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh);
  await layOut(database, fresh, (step, done, of) => progress?.of(step, done, of));
  return publish(database, { folder, fresh, about, originals });
}

const LAID_OUT = [
  ...[NAMES_TABLE, PLACES_TABLE, NEIGHBOURHOODS_FILE],
  ...[WORDS_TABLE, WORDS_FILE, POSTINGS_FILE, DATABASE_FILE],
];

type MeasuredFile = Manifest['files'][number];

interface Publication {
  readonly folder: string;
  readonly fresh: string;
  readonly about: About;
  readonly originals: readonly MeasuredFile[];
}

/** Puts new files in place of the old ones, the manifest last: a reader sees by it that the corpus is another. */
async function publish(
  database: Database,
  { folder, fresh, about, originals }: Publication,
): Promise<Manifest> {
  await rm(join(folder, MANIFEST_FILE), { force: true });
  for (const name of LAID_OUT) await rename(join(fresh, name), join(folder, name));
  const files = [];
  for (const name of LAID_OUT) files.push(await measured(folder, name));
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
    files: [...files, ...originals],
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

async function originalsIn(database: Database, folder: string): Promise<MeasuredFile[]> {
  const shards = await database.rows(
    'SELECT DISTINCT shard FROM documents WHERE shard IS NOT NULL ORDER BY shard',
  );
  const files = [];
  for (const [shard] of shards) files.push(await measured(folder, originalsFile(Number(shard))));
  return files;
}

async function measured(folder: string, name: string): Promise<MeasuredFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  const pieces = createReadStream(join(folder, name), { highWaterMark: 1024 * 1024 });
  for await (const piece of pieces as AsyncIterable<Buffer>) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { name, bytes, sha256: hash.digest('hex') };
}

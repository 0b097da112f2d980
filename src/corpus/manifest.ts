import * as v from 'valibot';
import { Failure } from '../model';
import { CORPUS_VERSION } from './layout';

const text = v.pipe(v.string(), v.maxLength(2000));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** What is in a corpus: read before anything else of it. */
const MANIFEST = v.object({
  corpus: v.number(),
  name: v.pipe(text, v.minLength(1)),
  description: v.nullable(text),
  origin: v.nullable(text),
  licence: v.nullable(text),
  /** The day it was packed, as whoever packed it says. */
  date: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))),
  counts: v.object({
    documents: count,
    refused: count,
    records: count,
    works: count,
    stubs: count,
    citations: count,
    lines: count,
    problems: count,
  }),
  /** Records by their verdict when they were packed. */
  trust: v.record(v.picklist(['sound', 'broken', 'unchecked']), count),
  files: v.pipe(
    v.array(v.object({ name: v.pipe(text, v.regex(/^[\w.-]+$/)), bytes: count, sha256 })),
    v.maxLength(100_000),
  ),
  /** What answers questions in place of the files, if anything does. The address is told from that of the manifest. */
  engine: v.optional(
    v.object({
      kind: v.picklist(['clickhouse']),
      url: text,
      database: v.pipe(v.string(), v.regex(/^\w{1,100}$/)),
    }),
  ),
});

export type Manifest = v.InferOutput<typeof MANIFEST>;
export type EnginePlace = NonNullable<Manifest['engine']>;

/** Fails with `unreadable` where it is no manifest, or one of another version. */
export function readManifest(text: string): Manifest {
  const value = parsed(text);
  const version = typeof value === 'object' && value !== null && 'corpus' in value ? value.corpus : undefined;
  if (typeof version !== 'number')
    throw new Failure(
      'unreadable',
      'There is no corpus at this address: its manifest.json is no manifest of one.',
    );
  if (version !== CORPUS_VERSION)
    throw new Failure(
      'unreadable',
      `This corpus is of version ${version}, and version ${CORPUS_VERSION} is read here. Pack it again, or open it with the Corollary it was packed for.`,
    );
  const read = v.safeParse(MANIFEST, value);
  if (read.success) return read.output;
  const [issue] = read.issues;
  const place = issue.path?.map(({ key }) => String(key)).join('.') ?? '';
  throw new Failure('unreadable', `The manifest of this corpus is damaged at “${place}”: ${issue.message}.`);
}

export function fileIn({ files }: Manifest, name: string): Manifest['files'][number] {
  const file = files.find((one) => one.name === name);
  if (!file) throw new Failure('unreadable', `The manifest of this corpus does not name ${name}.`);
  return file;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

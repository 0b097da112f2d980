import type { Widths } from './key-table';

/** The version of what is described at the door: another one is refused. */
export const CORPUS_VERSION = 2;

export const MANIFEST_FILE = 'manifest.json';
export const DATABASE_FILE = 'corpus.duckdb';
export const NEIGHBOURHOODS_FILE = 'neighbourhoods.jsonl';
export const WORDS_FILE = 'words.jsonl';
export const PLACES_TABLE = 'places.bin';
export const NAMES_TABLE = 'names.bin';
export const WORDS_TABLE = 'words.bin';
export const POSTINGS_FILE = 'postings.bin';

/** Of each work, in the order of their numbers: where its neighbourhood begins, the bytes of its card, and of its head. */
export const PLACE: Widths = [8, 4, 4];
/** A name's key and its work. */
export const NAME: Widths = [8, 4];
/** A word's key, in how many titles it stands, then where its line begins and its bytes, and where its works do. */
export const WORD: Widths = [8, 4, 8, 4, 8, 4];

/** Neighbours in a direction that are read with the work itself, and in each further stretch. */
const FIRST_STRETCH = 50;
const STRETCH = 200;

/** Where stretches begin. */
export function stretchStarts(neighbours: number): number[] {
  const starts: number[] = [];
  for (let at = 0; at < neighbours; at += at === 0 ? FIRST_STRETCH : STRETCH) starts.push(at);
  return starts;
}

/** Works that a word's line tells, the most cited first. */
export const WORKS_A_WORD = 500;

export function originalsFile(shard: number): string {
  return `originals-${String(shard).padStart(4, '0')}.bin`;
}

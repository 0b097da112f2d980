/** The version of what is described at the door: another one is refused. */
export const CORPUS_VERSION = 1;

export const MANIFEST_FILE = 'manifest.json';
export const DATABASE_FILE = 'corpus.duckdb';
export const NEIGHBOURHOODS_FILE = 'neighbourhoods.jsonl';
export const WORDS_FILE = 'words.jsonl';

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

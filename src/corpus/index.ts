/**
 * A corpus that is read where it lies, a little at a time. Works have numbers in it: the most cited is 1, so that the
 * first works of any list are those that matter most. In its folder are
 * - `manifest.json`: what it is, its counts and verdicts, and each file with its bytes and SHA-256 (`manifest.ts`);
 * - `corpus.duckdb` (storage of DuckDB 1.4, blocks of 64 kB), narrow tables in the order of their first column:
 *   `names (key, work)` by `nameKeyOf` of a name, `places (work, start, card, head)`: where in the next file a work begins,
 *   and the bytes of its card and of its head, `cites (citing, cited)` and `cited_by (cited, citing)`,
 *   `words (key, works, start, bytes)` and `postings (key, work)` by `keyOf` of a word of `titleWords`;
 * - `neighbourhoods.jsonl`: of each work, in the order of the numbers, a `CardLine`, the first `StretchLine` of its
 *   references and of what cites it (together its head), then the others of its references, then those of what cites it;
 * - `words.jsonl`: a `WordLine` a word;
 * - `originals-0000.bin` and on: documents as they came, one after the other; a card says where its own stand.
 * Every line is checked when it is read (`lines-read.ts`); what fails rejects with `unreadable` or `network`.
 */
export { keyIn, nameKeyOf } from './keys';
export {
  DATABASE_FILE,
  MANIFEST_FILE,
  NEIGHBOURHOODS_FILE,
  originalsFile,
  CORPUS_VERSION,
  stretchStarts,
  WORDS_FILE,
  WORKS_A_WORD,
} from './layout';
export type * from './lines';
export { readManifest, type Manifest } from './manifest';
export { titleWords } from './title-words';
export type * from './corpus';
export { openCorpus } from './open-corpus';
export { PackedCorpus } from './packed-corpus';
export { ClickHouseCorpus } from './clickhouse-corpus';
export type { Files } from './corpus-files';
export { asCollection, type Told } from './as-collection';

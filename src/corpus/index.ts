/**
 * A corpus that is read where it lies, a little at a time. Works have numbers in it: the most cited is 1, so that the
 * first works of any list are those that matter most. In its folder are
 * - `manifest.json`: what it is, its counts and verdicts, and each file with its bytes and SHA-256 (`manifest.ts`);
 * - `names.bin`: by `keyOf` a name its work, and `words.bin`: by `keyOf` a word of `titleWords`, in how many titles it stands
 *   and where in the files of words, both pages of rows (`key-table.ts`, `layout.ts`);
 * - `places.bin`: of each work, in the order of the numbers, a row that says where its neighbourhood is;
 * - `neighbourhoods.jsonl`: of each work, in the order of the numbers, a `CardLine`, the first `StretchLine` of its
 *   references and of what cites it (together its head), then the others of its references, then those of what cites it;
 * - `words.jsonl`: a `WordLine` a word, and `postings.bin`: all works of a word, by their numbers (`postings.ts`);
 * - `corpus.duckdb` (storage of DuckDB 1.4, blocks of 64 kB): `cites (citing, cited)` and `cited_by (cited, citing)`, each in
 *   the order of its columns, which is opened for what is joined: works that share neighbours, and ways;
 * - `originals-0000.bin` and on: documents as they came, one after the other; a card says where its own stand.
 * Every line is checked when it is read (`lines-read.ts`); what fails rejects with `unreadable` or `network`.
 */
export { keyIn } from './keys';
export {
  PAGE,
  pageOf,
  pagesFor,
  rowLength,
  rowsIn,
  rowsOfKey,
  rowsOnPage,
  writeRow,
  type Widths,
} from './key-table';
export { decodePostings, encodePostings } from './postings';
export {
  DATABASE_FILE,
  MANIFEST_FILE,
  NAME,
  NAMES_TABLE,
  PLACE,
  PLACES_TABLE,
  POSTINGS_FILE,
  WORD,
  WORDS_TABLE,
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
export { forgetCorpora, keptCorpora, type KeptCorpora } from './kept-corpora';
export { asCollection, type Told } from './as-collection';

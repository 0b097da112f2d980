/**
 * A corpus that is read where it lies, a little at a time.
 */
export { keyIn, keyOf, nameKeyOf } from './keys';
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
export { PackedCorpus } from './packed-corpus';
export { asCollection, type Told } from './as-collection';

/**
 * The words of the product, as types and tiny pure functions: names of works, the View, the Scene,
 * table rows, checks and failures. Imports nothing; everything else may import it.
 */
export * from './ids';
export { folded, keywordsOf, spaced } from './keywords';
export { spelled } from './spelled';
export { plainOf, unescaped } from './tex-text';
export * from './failure';
export * from './measures';
export * from './relationships';
export * from './rows';
export * from './view';
export * from './scene';
export * from './standing';
export * from './figure';
export { MANIFEST_NAME, type Manifest, type PortablePart } from './portable';
export * from './story';
export { coneInWords } from './cone-words';
export { LONGEST_QUERY } from './filter-link';
export {
  NO_DOCUMENTS,
  readLink,
  writeLink,
  type DocumentMark,
  type LinkedDocuments,
  type ViewLink,
} from './view-link';
export { joined, SEPARATOR } from './list';
export { authorsIn } from './authors';
/** Written once, for lists and for files: what a spreadsheet would run as a formula is marked as text. */
export { csvOf, type CsvCell } from './csv';

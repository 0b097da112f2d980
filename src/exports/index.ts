/**
 * Graphs and rows as files that other tools read. Writers are pure and deterministic: the same input gives the same
 * bytes on every machine. Each is loaded when it is first asked for. All text is hostile and is escaped as each format
 * demands; what a format cannot write becomes U+FFFD.
 */
export {
  exportGraph,
  type ExportGraph,
  type ExportInput,
  type ExportLine,
  type ExportNode,
} from './graph/export-graph';
export type { AllInput } from './graph/all';
export type { PortableInput } from './portable';
/** From an SQL answer, or any columns. */
export { exportTable, type AnswerToExport, type ColumnType, type ExportTable } from './table/export-table';
/** For menus; `holds` says what a format cannot. */
export {
  BIBLIOGRAPHY_FORMATS,
  BUNDLE_FORMATS,
  DATABASE_FORMATS,
  GRAPH_FORMATS,
  TABLE_FORMATS,
  type BibliographyFormat,
  type FileFormat,
  type GraphFormat,
  type TableFormat,
} from './formats';
/** In the caller's thread, for programs and tests. */
export { writeBibliography, writeGraph, type Written } from './write';
/** In a worker, for a page; a cancelled one rejects with a Failure of kind `cancelled`. */
export { Exporting, type Made } from './client';

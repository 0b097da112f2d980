/**
 * Questions to the tables, one file each: SQL text and a typed function. Every order by is total, so the same
 * documents give the same rows whatever order they came in. A failing question rejects with a Failure (`database`).
 */
export { resolveNames, resolveNode, type NodeNumber, type Resolved } from './resolve';
export {
  countNextStep,
  neighbourhoodOf,
  type FormalColumns,
  type Part,
  type LineColumns,
  type Neighbourhood,
  type NodeColumns,
} from './neighbourhood';
export { resolveClaims, type Claims } from './claims';
export { readParticulars, type ParticularColumns } from './particulars';
export type { Walk } from './adjacency';
export { search, searchSql, type Hit } from './search';
export {
  readChecks,
  readPaper,
  type Neighbour,
  type Paper,
  type PaperCheck,
  type PaperRecord,
  type TheoremTie,
} from './paper';
export { readFigureDocuments } from './figure-documents';
export { readPortableEvidence, type PortableEvidence } from './portable-documents';
export { readAllWorks, readEverything } from './everything';
export { readHeldWorks, type HeldWorks } from './held-works';
export { readModule, type Module } from './module';
export { moduleEvidenceSql, readModuleEvidence } from './module-line';
export { readStatements, readTheorem, type Statement, type Theorem } from './theorem';
export { claimPlacesSql, evidenceSql, readClaimPlaces, readEvidence, type Evidence } from './line';
export { readCompleteness, type Completeness } from './completeness';
export {
  readDocuments,
  readHoldings,
  readLinkedDocuments,
  suggestFocus,
  type Holdings,
  type LoadedDocument,
} from './holdings';
export { readDatabaseState, type DatabaseState } from './database-state';
export { readNamedKeys, type NamedKey } from './signers';
export { coverageSql, readCoverage, type Coverage } from './coverage';
export { readFormal, type FormalRows } from './formal';
export {
  readLines,
  readNetwork,
  readNodes,
  type LineRows,
  type NetworkRows,
  type NodeRows,
  type OnShare,
} from './network';
export { readBriefs, readEvidenceDocuments, type Brief, type EvidenceDocument } from './briefs';
export { readBibliography, type BibliographyWork } from './bibliography';
export { relatedSql } from './related-sql';
export { dependentsSql, firstToCiteSql } from './dependents-sql';
export { pathEvidenceSql } from './path-evidence-sql';
export { regionSql } from './region-sql';
export { readRoles } from './roles';
export { GRADES, readHops, type Grade, type Hop } from './hops';
export { readTexts, type TextRows } from './texts';
export { rowsOf } from './rows';
export { readSnapshot, type SnapshotColumns, type SnapshotPart, type SnapshotTable } from './snapshot';
export { readSchema, type SchemaTable } from './schema';
export { idsIn } from './ids-in';

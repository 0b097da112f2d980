/**
 * The session: from documents to the stage. `Explorer` (one on a page) holds the View, its history in the address bar
 * and all that the components show; `createApi` is `window.corollary`. Verbs from the screen never throw: what goes
 * wrong becomes a notice or the failed state with a sentence.
 */
export { Explorer } from './explorer.svelte';
export type { Notice } from './notices.svelte';
export type { StageState } from './loading.svelte';
export type { Answered, Asking, NotedTable } from './asking.svelte';
export type { SavedSql } from './kept-sql.svelte';
export { MOST_ROWS, type IdColumn } from './answer-ids';
export type { Answer, Cell } from '../tables';
export { EMBED_PARTS, type EmbedPart } from './address';
export { createApi, type CorollaryApi } from './api';
export { SAMPLES, type Sample } from '../picture';
export type { Details } from './read-details';
export type { Merging, Original, Wanted } from '../intake';
export type { NamedKey } from './named-keys';
export { Adding, MOST_STARTS, type AddingWish, type Offer, type OfferedWork } from './adding.svelte';
export type { CorpusReader, CorpusReport } from './corpus-reader.svelte';
export type {
  Manifest as CorpusManifest,
  Neighbour as CorpusNeighbour,
  Ranked as CorpusRanked,
} from '../corpus';
export { MarkBook } from './marks.svelte';
export { RelatedList, type Explanation, type RelatedAnswer, type RelatedRow } from './related.svelte';
export { BuiltOnList, type BuiltOnAnswer } from './built-on.svelte';
export { Diagnostics, diagnosticsAsText, type DiagnosticsPart } from './diagnostics';
export { Comparer, type Aspect } from './comparison.svelte';
export { EarlierSnapshot, LOADED_NOW, type SnapshotCounts } from './earlier-snapshot.svelte';
export { GROUPS as CHANGE_GROUPS, type Entry as ChangeEntry, type Group as ChangeGroup } from '../difference';
export { FormalLists, type CoverageRow, type Statement } from './formal-lists.svelte';
export { StatementSurvey, type ConeSize } from './statement-survey.svelte';
export { DoubtList, type DependentRow, type DoubtAnswer, type DoubtStart } from './doubts.svelte';
export type { AnswerToExport, TableFormat } from '../exports';
export {
  EXPORT_FORMATS,
  Exporter,
  type ExportFile,
  type ExportKind,
  type ExportScope,
  type ExportWanted,
} from './exporter';
export { FigureMaker, type FigureWanted } from './figure-maker.svelte';
export type { Preview } from '../figures';
export { Stories, type StepMove } from './stories.svelte';
export { StoryFiles, type StoryProgress } from './story-files';
export { Titles } from './titles.svelte';
export { PathFinder, type FoundPath, type PathSettings } from './path-finder.svelte';
export type { Mark } from '../workspace';
export type { Brief, EvidenceDocument } from '../queries';
/** Which bytes may have been signed: each rule that is tried, with a sentence. */
export { SIGNING_RULES } from '../checks';
export type { GivenKey } from './trust.svelte';

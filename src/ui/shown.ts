import type { Details, Explorer, Merging, Original } from '../explorer';

export type { Merging };

/** The shapes that the explorer shows, by the names the components use. */
export type Paper = Extract<Details, { kind: 'paper' }>['paper'];
export type Theorem = Extract<Details, { kind: 'theorem' }>['theorem'];
export type Module = Extract<Details, { kind: 'module' }>['module'];
export type LineDetails = Extract<Details, { kind: 'line' }>;
export type Evidence = LineDetails['evidence'][number];
export type Neighbour = Paper['references'][number];
export type PaperRecord = Paper['records'][number];
export type PaperCheck = Paper['checks'][number];
export type TheoremTie = Paper['theorems'][number];
export type Hit = Awaited<ReturnType<Explorer['searchAll']>>[number];
export type Source = Parameters<Explorer['open']>[0][number];
export type Holdings = NonNullable<Explorer['holdings']>;
export type LoadedDocument = Awaited<ReturnType<Explorer['documents']>>[number];
export type Excerpt = NonNullable<Original['excerpt']>;
export type CrossFilter = NonNullable<Explorer['crossFilter']>;
export type YearCounts = ReturnType<CrossFilter['countYears']>;
export type DegreeCounts = ReturnType<CrossFilter['countDegrees']>;
export type ValueCount = ReturnType<CrossFilter['countValues']>[number];
/** Where something stands: in which document, and at which place in it. */
export interface Place {
  readonly document: string;
  readonly sha256: string;
  readonly pointer?: string;
}

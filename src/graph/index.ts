/**
 * Rows of a neighbourhood as a graphology graph, and which of its nodes a View leaves on the stage.
 * Pure: the same rows and View give the same graph, nodes in the order of the rows.
 */
export {
  buildGraph,
  tellClusters,
  type EvidenceGraph,
  type GraphOptions,
  type LineFacts,
  type NodeFacts,
} from './build-graph';
export type { Particulars } from './build-graph';
/**
 * Cross-filter: what a View's filters leave, and for every filter what its other values would leave; where the focus,
 * the order of filters and nodes that state nothing come in is said there.
 */
export { crossFilter, facetTable } from './sieves';
export type { CrossFilter, ValueCount, YearCount } from './cross-filter';
/** The language of the text filter; a query with a mistake filters nothing. */
export { isMistake, parseQuery, type Query, type QueryMistake } from './query';
/** Clusters are found in a worker; `clusters.ts` says how, and how they are named. */
export { Clusters } from './clusters-client';
export { MANY_NODES } from './many-nodes';
/** Modules of formal libraries as one node each. */
export { moduleId } from './folding';
export { visibleNodes } from './visible';
/** Who is joined to whom, and what the legend calls a line: claims count as their papers, citations go by relationship. */
export { forEachPair } from './pairs';
export { drawnLines, lineKey, wordOf, type LineWord } from './line-words';

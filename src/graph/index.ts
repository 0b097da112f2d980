/**
 * Rows of a neighbourhood as a graphology graph, and which of its nodes a View leaves on the stage.
 * Pure: the same rows and View give the same graph, nodes in the order of the rows.
 */
export {
  buildGraph,
  type EvidenceGraph,
  type GraphOptions,
  type LineFacts,
  type NodeFacts,
} from './build-graph';
export { visibleNodes } from './visible';

/** What graphology has for the questions of `find`, for the page of the bench. */
export { DirectedGraph } from 'graphology';
export { default as pagerank } from 'graphology-metrics/centrality/pagerank';
export { bidirectional } from 'graphology-shortest-path/unweighted';

import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import { NOT_STATED } from '../model';
import { tellingNames } from './telling-names';

/** What clusters are found in: a neighbourhood's nodes and lines, as columns. */
export interface ClusterInput {
  readonly nodes: {
    readonly node: readonly number[];
    readonly id: readonly string[];
    readonly title: readonly (string | null)[];
  };
  readonly lines: { readonly from: readonly number[]; readonly to: readonly number[] };
}

/** A few nodes joined to nothing else are no cluster. */
const FEWEST = 3;

/**
 * Each node's cluster by its most telling words; `NOT_STATED` where it is in none. Clusters are those of the whole
 * neighbourhood, whatever is filtered, by Louvain's method on undirected lines, nodes in the order of their ids and
 * always with the same seed: the same rows have the same clusters.
 */
export function findClusters({ nodes, lines }: ClusterInput): string[] {
  const communities = communitiesOf({ nodes, lines });
  const sizes = new Map<number, number>();
  for (const community of communities) sizes.set(community, (sizes.get(community) ?? 0) + 1);
  const found = communities.map((community) => ((sizes.get(community) ?? 0) < FEWEST ? null : community));
  const names = tellingNames(found, nodes.title);
  return found.map((community) => (community === null ? NOT_STATED : (names.get(community) ?? NOT_STATED)));
}

function communitiesOf({ nodes, lines }: ClusterInput): number[] {
  const graph = new UndirectedGraph();
  const ids = new Map(nodes.node.map((node, row) => [node, nodes.id[row] ?? '']));
  for (const id of [...nodes.id].sort()) graph.addNode(id);
  const pairs = lines.from.map((from, row) =>
    [ids.get(from) ?? '', ids.get(lines.to[row] ?? 0) ?? ''].sort(),
  );
  for (const [a = '', b = ''] of pairs.sort(inOrder)) if (a !== b) graph.mergeUndirectedEdge(a, b);
  if (graph.size === 0) return nodes.id.map((_, row) => row);
  const communities = louvain(graph, { rng: seeded(1), getEdgeWeight: null });
  return nodes.id.map((id) => communities[id] ?? 0);
}

function inOrder(a: readonly string[], b: readonly string[]): number {
  return a.join('\n') < b.join('\n') ? -1 : 1;
}

/** Park and Miller's generator. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 0x7fffffff;
    return state / 0x7fffffff;
  };
}

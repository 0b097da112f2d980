import { Failure, type Direction } from '../model';
import { resolveNames } from '../queries';
import type { Explorer } from './explorer.svelte';
import { PathFinder } from './path-finder.svelte';

/** What shortest paths there are, and longer ones only where fewer than asked for are as short. */
const MOST_SLACK = 3;

/** The verb `paths` of the console API. */
export async function pathsBetween(
  explorer: Explorer,
  from: string | readonly string[],
  to: string | readonly string[],
  {
    k = 10,
    slack = MOST_SLACK,
    direction = 'both',
  }: { readonly k?: number; readonly slack?: number; readonly direction?: Direction } = {},
): Promise<{ ids: string[]; lines: string[] }[]> {
  const [starts, ends] = [[from].flat(), [to].flat()];
  const names = await resolveNames(await explorer.connection(), [...starts, ...ends]);
  const missing = [...starts, ...ends].find((id) => !names.has(id));
  if (missing !== undefined) throw new Failure('not-found', `${missing} is not in what is loaded.`);
  const asked = { from: starts, to: ends, direction, slack, limit: k };
  const { paths } = await explorer.tool(PathFinder).find(asked);
  return paths.map(({ nodes, hops }) => {
    const ids = new Map(nodes.map(({ node, id }) => [node, id]));
    return {
      ids: nodes.map(({ id }) => id),
      lines: hops.map((hop) => `${ids.get(hop.from)} → ${ids.get(hop.to)}`),
    };
  });
}

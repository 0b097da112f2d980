import type { Scene } from '../model';

/** The nodes and lines that are not faded. */
export interface Lit {
  readonly nodes: ReadonlySet<string>;
  readonly lines: ReadonlySet<string>;
}

/** With a line its ends are highlighted; between two highlighted nodes all lines are. Null where nothing is. */
export function litIn(
  { nodes, lines }: Pick<Scene, 'nodes' | 'lines'>,
  highlight: Iterable<string>,
): Lit | null {
  const wanted = new Set(highlight);
  const chosen = lines.filter(({ id }) => wanted.has(id));
  const named = nodes.filter(({ id }) => wanted.has(id)).map(({ id }) => id);
  if (chosen.length + named.length === 0) return null;
  const ends = new Set(named);
  const between = lines.filter(({ from, to }) => ends.has(from) && ends.has(to));
  return {
    nodes: new Set([...named, ...chosen.flatMap(({ from, to }) => [from, to])]),
    lines: new Set([...between, ...chosen].map(({ id }) => id)),
  };
}

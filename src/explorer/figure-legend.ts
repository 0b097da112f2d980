import type { LegendEntry, Scene, SceneLine, SceneNode } from '../model';

/**
 * The legend of a figure: on the stage it counts what filters could bring back, on a page what is drawn. An entry of
 * which nothing is drawn goes.
 */
export function drawnLegend({ legend, nodes, lines }: Scene): LegendEntry[] {
  return legend
    .map((entry) => ({ ...entry, count: countOf(entry, nodes, lines) }))
    .filter(({ count }) => count > 0);
}

function countOf(entry: LegendEntry, nodes: readonly SceneNode[], lines: readonly SceneLine[]): number {
  const { key, group, count, mark } = entry;
  const value = key.slice(key.indexOf(':') + 1);
  switch (group) {
    case 'kind':
      return nodes.filter(({ kind }) => kind === value).length;
    case 'trust':
      return nodes.filter(({ kind, trust }) => (kind === 'paper' || kind === 'stub') && trust === value)
        .length;
    case 'standing':
      return nodes.filter(({ standing }) => standing === mark.standing).length;
    case 'line':
      if (key === 'line:traced') return count;
      return lines.filter((line) => keyOf(line) === key && line.style === mark.line && line.end === mark.end)
        .length;
    case 'change':
      return (key.startsWith('change:line-') ? lines : nodes).filter(({ change }) => change === mark.change)
        .length;
    case 'colour':
      return count;
  }
}

function keyOf({ kind, relation }: SceneLine): string {
  return relation === undefined ? `line:${kind}` : `line:tie_${relation}`;
}

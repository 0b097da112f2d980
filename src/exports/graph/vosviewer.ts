import { compareText } from '../../model';
import { jsonFile } from '../json-file';
import type { ExportGraph, ExportLine, ExportNode } from './export-graph';
import { xmlText } from './xml';

/** https://app.vosviewer.com/docs/file-types/json-file-type/: y up, descriptions are HTML, lines have no direction. */
export function vosviewerJson({ nodes, lines }: ExportGraph): string {
  const clusters = clustersOf(nodes);
  const network = {
    items: nodes.map((node) => itemOf(node, clusters)),
    links: linksOf(lines),
    clusters: clusters.map((label, place) => ({ cluster: place + 1, label })),
  };
  return jsonFile({ network });
}

/** There are at most a thousand. */
function clustersOf(nodes: readonly ExportNode[]): string[] {
  const names = new Set(nodes.flatMap(({ cluster }) => (cluster === null ? [] : [cluster])));
  return [...names].sort(compareText).slice(0, 1000);
}

function itemOf(node: ExportNode, clusters: readonly string[]) {
  const { id, label, x, y, url, year, cluster, linesIn, linesOut } = node;
  const place = cluster === null ? -1 : clusters.indexOf(cluster);
  return {
    id,
    label,
    description: descriptionOf(node),
    ...(url !== null && { url }),
    ...(x !== null && y !== null && { x: x / 1000, y: (0 - y) / 1000 }),
    ...(place >= 0 && { cluster: place + 1 }),
    weights: { 'Lines in': linesIn, 'Lines out': linesOut },
    ...(year !== null && { scores: { Year: year } }),
  };
}

function descriptionOf({ title, authors, date, venue, kind, trust, standing }: ExportNode): string {
  const verdict = trust === 'none' ? standing : `record: ${trust}`;
  return [title, authors, venue, date, kind, verdict]
    .filter((part): part is string => part !== null && part !== '')
    .map(xmlText)
    .join('<br>');
}

/** Both directions of a pair are one link, as strong as their evidence together. */
function linksOf(lines: readonly ExportLine[]) {
  const links = new Map<string, { source_id: string; target_id: string; strength: number }>();
  for (const { from, to, evidence } of lines) {
    const [source, target] = from < to ? [from, to] : [to, from];
    const key = JSON.stringify([source, target]);
    const link = links.get(key) ?? { source_id: source, target_id: target, strength: 0 };
    link.strength += evidence;
    links.set(key, link);
  }
  return [...links.values()];
}

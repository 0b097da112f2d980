import { jsonFile } from '../json-file';
import type { ExportGraph, ExportLine, ExportNode } from './export-graph';
import { LINE_FIELDS, NODE_FIELDS, toldFields } from './fields';

/** Graphology's serialisation (https://graphology.github.io/serialization.html): attributes as sigma has them, y up. */
export function graphologyJson({ description, nodes, lines }: ExportGraph): string {
  return jsonFile({
    options: { type: 'directed', multi: false, allowSelfLoops: false },
    attributes: { creator: 'Corollary', description },
    nodes: nodes.map((node) => ({ key: node.id, attributes: nodeAttributes(node) })),
    edges: lines.map((line) => ({ source: line.from, target: line.to, attributes: lineAttributes(line) })),
  });
}

/** Cytoscape's JSON (https://js.cytoscape.org, notation/elements-json; `.cyjs` of Cytoscape); there too y goes down. */
export function cytoscapeJson({ description, nodes, lines }: ExportGraph): string {
  return jsonFile({
    format_version: '1.0',
    generated_by: 'Corollary',
    target_cytoscapejs_version: '~2.1',
    data: { name: 'Corollary', description },
    elements: {
      nodes: nodes.map(({ x, y, ...node }) => ({
        data: {
          ...{ id: node.id, name: node.label, ...given({ size: node.size, colour: node.colour }) },
          ...toldFields(NODE_FIELDS, { x, y, ...node }),
        },
        ...(x !== null && y !== null && { position: { x, y } }),
      })),
      edges: lines.map((line, place) => ({
        data: {
          ...{ id: `line:${place}`, source: line.from, target: line.to, interaction: line.kind },
          ...given({ colour: line.colour, width: line.width }),
          ...toldFields(LINE_FIELDS, line),
        },
      })),
    },
  });
}

function nodeAttributes(node: ExportNode) {
  const { label, x, y, size, colour: color } = node;
  return {
    ...given({ label, x, y: y === null ? null : 0 - y, size, color }),
    ...toldFields(NODE_FIELDS, node),
  };
}

function lineAttributes(line: ExportLine) {
  const { evidence: weight, width: size, colour: color } = line;
  return { ...given({ weight, size, color }), ...toldFields(LINE_FIELDS, line) };
}

function given(values: Readonly<Record<string, string | number | null>>) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

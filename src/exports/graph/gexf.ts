import type { ExportGraph, ExportLine, ExportNode } from './export-graph';
import { distinct } from './distinct';
import { LINE_FIELDS, NODE_FIELDS, toldFields, type Field } from './fields';
import { element, writable, xmlText } from './xml';

const TYPES = { text: 'string', whole: 'integer', 'yes or no': 'boolean' } as const;

const HEAD =
  '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">';

/** https://gexf.net, version 1.3; y goes up. A line's weight is its pieces of evidence. */
export function gexf({ description, nodes, lines }: ExportGraph): string {
  const names = distinct(
    nodes.map(({ id }) => id),
    writable,
  );
  const nameOf = new Map(nodes.map(({ id }, place) => [id, names[place] ?? id]));
  return [
    HEAD,
    `<meta><creator>Corollary</creator><description>${xmlText(description)}</description></meta>`,
    '<graph defaultedgetype="directed" mode="static">',
    attributes('node', NODE_FIELDS),
    attributes('edge', LINE_FIELDS),
    '<nodes>',
    ...nodes.map((node) => nodeElement(node, nameOf.get(node.id) ?? '')),
    '</nodes>',
    '<edges>',
    ...lines.map((line, place) =>
      element(
        'edge',
        {
          id: place,
          source: nameOf.get(line.from) ?? '',
          target: nameOf.get(line.to) ?? '',
          weight: line.evidence,
        },
        [values(LINE_FIELDS, line), ...looksOf(line)],
      ),
    ),
    '</edges>',
    '</graph>',
    '</gexf>\n',
  ].join('\n');
}

function attributes<Of>(kind: 'node' | 'edge', fields: readonly Field<Of>[]): string {
  return element(
    'attributes',
    { class: kind },
    fields.map(({ name, type }) => element('attribute', { id: name, title: name, type: TYPES[type] })),
  );
}

function values<Of>(fields: readonly Field<Of>[], one: Of): string {
  const told = Object.entries(toldFields(fields, one));
  return element(
    'attvalues',
    {},
    told.map(([name, value]) => element('attvalue', { for: name, value })),
  );
}

function nodeElement(node: ExportNode, id: string): string {
  const { label, x, y, size, colour } = node;
  return element('node', { id, label }, [
    values(NODE_FIELDS, node),
    ...(colour === null ? [] : [element('viz:color', { hex: colour })]),
    ...(x === null || y === null ? [] : [element('viz:position', { x, y: 0 - y })]),
    ...(size === null ? [] : [element('viz:size', { value: size })]),
  ]);
}

function looksOf({ colour, width }: ExportLine): string[] {
  return [
    ...(colour === null ? [] : [element('viz:color', { hex: colour })]),
    ...(width === null ? [] : [element('viz:thickness', { value: width })]),
  ];
}

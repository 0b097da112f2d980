import type { ExportGraph, ExportLine, ExportNode } from './export-graph';
import { distinct } from './distinct';
import { LINE_FIELDS, NODE_FIELDS, type Field } from './fields';
import { element, xmlText } from './xml';

const TYPES = { text: 'string', whole: 'int', number: 'double', 'yes or no': 'boolean' } as const;

type GraphmlField<Of> = Omit<Field<Of>, 'type'> & { readonly type: keyof typeof TYPES };

const NODES: readonly GraphmlField<ExportNode>[] = [
  { name: 'public_id', type: 'text', of: ({ id }) => id },
  { name: 'label', type: 'text', of: ({ label }) => label },
  { name: 'x', type: 'number', of: ({ x }) => x },
  { name: 'y', type: 'number', of: ({ y }) => (y === null ? null : 0 - y) },
  { name: 'size', type: 'number', of: ({ size }) => size },
  ...channels<ExportNode>(),
  ...NODE_FIELDS,
];

const LINES: readonly GraphmlField<ExportLine>[] = [
  { name: 'weight', type: 'number', of: ({ evidence }) => evidence },
  { name: 'width', type: 'number', of: ({ width }) => width },
  ...channels<ExportLine>(),
  ...LINE_FIELDS,
];

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">`;

/**
 * http://graphml.graphdrawing.org, version 1.0; y goes up, colours are r, g and b as Gephi has them. Ids are NMTOKENs there:
 * of others each sign that may not stand becomes `_`; the id as it is is the data `public_id`.
 */
export function graphml({ description, nodes, lines }: ExportGraph): string {
  const names = distinct(
    nodes.map(({ id }) => id),
    (id) => id.replace(/[^A-Za-z0-9._:-]/g, '_') || '_',
  );
  const nameOf = new Map(nodes.map(({ id }, place) => [id, names[place] ?? id]));
  return [
    HEAD,
    `<desc>${xmlText(description)}</desc>`,
    ...keys('node', NODES),
    ...keys('edge', LINES),
    '<graph edgedefault="directed">',
    ...nodes.map((node) => element('node', { id: nameOf.get(node.id) ?? '' }, data('node', NODES, node))),
    ...lines.map((line) =>
      element(
        'edge',
        { source: nameOf.get(line.from) ?? '', target: nameOf.get(line.to) ?? '' },
        data('edge', LINES, line),
      ),
    ),
    '</graph>',
    '</graphml>\n',
  ].join('\n');
}

function channels<Of extends { readonly colour: string | null }>(): GraphmlField<Of>[] {
  return ['r', 'g', 'b'].map((name, place) => ({
    name,
    type: 'whole',
    of: ({ colour }) =>
      colour === null ? null : Number.parseInt(colour.slice(1 + 2 * place, 3 + 2 * place), 16),
  }));
}

function keys<Of>(kind: 'node' | 'edge', fields: readonly GraphmlField<Of>[]): string[] {
  return fields.map(({ name, type }) =>
    element('key', { id: `${kind}_${name}`, for: kind, 'attr.name': name, 'attr.type': TYPES[type] }),
  );
}

function data<Of>(kind: 'node' | 'edge', fields: readonly GraphmlField<Of>[], one: Of): string[] {
  return fields.flatMap(({ name, of }) => {
    const value = of(one);
    return value === null ? [] : [element('data', { key: `${kind}_${name}` }, [xmlText(String(value))])];
  });
}

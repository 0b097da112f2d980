import { distinct } from './distinct';
import type { ExportGraph, ExportLine, ExportNode } from './export-graph';
import { LINE_FIELDS, NODE_FIELDS, toldFields } from './fields';

const SHAPES: Readonly<Record<string, string>> = {
  theorem: 'diamond',
  definition: 'box',
  axiom: 'triangle',
  module: 'hexagon',
  claim: 'note',
};

/** What citations are drawn as is a plain line; other kinds of lines and weak ones differ in their stroke. */
const STROKES: Readonly<Record<string, string>> = { formal: 'bold', claim: 'dotted' };

/** https://graphviz.org/doc/info/lang.html. Positions are points, y up, and stay with `neato -n`. */
export function dot({ description, nodes, lines }: ExportGraph): string {
  const names = distinct(
    nodes.map(({ id }) => id),
    writable,
  );
  const nameOf = new Map(nodes.map(({ id }, place) => [id, quoted(names[place] ?? id)]));
  return [
    'digraph "Corollary" {',
    `  graph [${written({ charset: 'UTF-8', inputscale: 72, comment: description })}];`,
    '  node [shape=circle, style=filled, fixedsize=true];',
    ...nodes.map((node) => `  ${nameOf.get(node.id) ?? ''} [${nodeAttributes(node)}];`),
    ...lines.map(
      (line) => `  ${nameOf.get(line.from) ?? ''} -> ${nameOf.get(line.to) ?? ''} [${lineAttributes(line)}];`,
    ),
    '}\n',
  ].join('\n');
}

function nodeAttributes(node: ExportNode): string {
  const { label, x, y, size, colour, kind } = node;
  return written({
    xlabel: label,
    label: '',
    ...(x !== null && y !== null && { pos: `${x},${0 - y}!` }),
    ...(size !== null && { width: (2 * size) / 72 }),
    ...(colour !== null &&
      (kind === 'stub' ? { color: colour, fillcolor: '#ffffff' } : { fillcolor: colour })),
    ...(SHAPES[kind] !== undefined && { shape: SHAPES[kind] }),
    ...toldFields(NODE_FIELDS, node),
  });
}

function lineAttributes(line: ExportLine): string {
  const { kind, weak, evidence, colour, width } = line;
  return written({
    ...{ style: weak ? 'dashed' : (STROKES[kind] ?? 'solid'), weight: evidence },
    ...(colour !== null && { color: colour }),
    ...(width !== null && { penwidth: width }),
    ...toldFields(LINE_FIELDS, line),
  });
}

function written(attributes: Readonly<Record<string, string | number | boolean>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => `${name}=${quoted(String(value))}`)
    .join(', ');
}

/** Signs of control become U+FFFD, and all ends of lines are one. */
function writable(text: string): string {
  return (
    text
      .toWellFormed()
      // eslint-disable-next-line no-control-regex
      .replace(/[\0-\x08\v\f\x0e-\x1f]/g, '\ufffd')
      .replace(/\r\n?/g, '\n')
  );
}

/** In a quoted string the only escapes are of the quote and, for what is shown, of the backslash; `&lt;` is an entity. */
function quoted(text: string): string {
  const safe = writable(text)
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll('\n', '\\n');
  return `"${safe}"`;
}

import type { ExportGraph, ExportNode } from './export-graph';

const SHAPES: Readonly<Record<string, string>> = { theorem: 'diamond', definition: 'box', axiom: 'triangle' };

/** http://mrvar.fdv.uni-lj.si/pajek/DrawEPS.htm: numbers for ids, places between 0 and 1 with y down, weights. */
export function pajek({ nodes, lines }: ExportGraph): string {
  const numbers = new Map(nodes.map(({ id }, place) => [id, place + 1]));
  const place = placer(nodes);
  return [
    `*Vertices ${nodes.length}`,
    ...nodes.map(
      (node, index) => `${index + 1} ${nameOf(node)}${place(node)} ${SHAPES[node.kind] ?? 'ellipse'}`,
    ),
    '*Arcs',
    ...lines.map(({ from, to, evidence }) => `${numbers.get(from)} ${numbers.get(to)} ${evidence}`),
    '',
  ].join('\r\n');
}

/** The format has no escape for a quote; the id makes each name one of its own. */
function nameOf({ id, label }: ExportNode): string {
  const name = label === id ? id : `${label} ${id}`;
  const plain = name
    .toWellFormed()
    .replaceAll('"', "'")
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  return `"${plain}"`;
}

/** Into the unit square without a change of proportions; a node that is not drawn has no place. */
function placer(nodes: readonly ExportNode[]): (node: ExportNode) => string {
  const xs = nodes.flatMap(({ x }) => (x === null ? [] : [x]));
  const ys = nodes.flatMap(({ y }) => (y === null ? [] : [y]));
  const [left, top] = [least(xs), least(ys)];
  const span = Math.max(-least(xs.map((x) => -x)) - left, -least(ys.map((y) => -y)) - top, 1);
  return ({ x, y }) =>
    x === null || y === null
      ? ''
      : ` ${((x - left) / span).toFixed(4)} ${((y - top) / span).toFixed(4)} 0.5000`;
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity);
}

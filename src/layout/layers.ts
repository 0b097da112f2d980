import { neighboursOf, rounded, WIDTH, type LayoutInput, type Positions } from './arrangement';

const LAYER = 90;

/**
 * Dependency order: what is built on lies below what builds on it. A node's layer is its longest way down; lines that
 * close a cycle are passed over (found by a depth-first walk in the order of ids). Within a layer, near its neighbours.
 */
export function layers(input: LayoutInput): Positions {
  const layer = layersOf(input);
  const neighbours = neighboursOf(input);
  const most = layer.reduce((a, b) => Math.max(a, b), 0);
  const rows: number[][] = Array.from({ length: most + 1 }, () => []);
  layer.forEach((level, row) => rows[level]?.push(row));
  const x = new Array<number>(input.id.length).fill(0);
  for (const row of rows) spreadRow(row, x);
  for (let sweep = 0; sweep < 8; sweep++) {
    for (const row of sweep % 2 === 0 ? rows : [...rows].reverse()) orderRow(row, x, neighbours);
  }
  const width = rows.reduce((widest, row) => Math.max(widest, row.length * 20), WIDTH);
  return {
    id: input.id,
    x: x.map((value) => rounded(value * width)),
    y: layer.map((level) => (most - level) * LAYER),
    axes: [],
    stretches: true,
    bounds: { left: 0, top: -LAYER / 2, right: width, bottom: most * LAYER + LAYER / 2 },
  };
}

function layersOf({ id, from, to }: LayoutInput): number[] {
  const below: number[][] = id.map(() => []);
  from.forEach((source, line) => below[source]?.push(to[line] ?? 0));
  const layer = new Array<number>(id.length).fill(-1);
  const isOpen = new Uint8Array(id.length);
  for (let start = 0; start < id.length; start++) descend(start, below, layer, isOpen);
  return layer;
}

/** Depth first with a stack of its own: a chain of 100,000 must not overflow the engine's. */
function descend(
  start: number,
  below: readonly (readonly number[])[],
  layer: number[],
  isOpen: Uint8Array,
): void {
  const stack = [{ row: start, next: 0, height: 0 }];
  if ((layer[start] ?? 0) >= 0) return;
  isOpen[start] = 1;
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const child = below[top.row]?.[top.next++];
    if (child === undefined) {
      layer[top.row] = top.height;
      isOpen[top.row] = 0;
      stack.pop();
      const parent = stack.at(-1);
      if (parent) parent.height = Math.max(parent.height, top.height + 1);
    } else if ((layer[child] ?? 0) >= 0) {
      top.height = Math.max(top.height, (layer[child] ?? 0) + 1);
    } else if (!isOpen[child]) {
      isOpen[child] = 1;
      stack.push({ row: child, next: 0, height: 0 });
    }
  }
}

function spreadRow(row: readonly number[], x: number[]): void {
  row.forEach((node, place) => (x[node] = (place + 0.5) / row.length));
}

function orderRow(row: number[], x: number[], neighbours: readonly (readonly number[])[]): void {
  const wanted = new Map(row.map((node) => [node, meanOf(neighbours[node] ?? [], x, x[node] ?? 0)]));
  row.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0) || a - b);
  spreadRow(row, x);
}

function meanOf(nodes: readonly number[], x: readonly number[], fallback: number): number {
  if (nodes.length === 0) return fallback;
  return nodes.reduce((sum, node) => sum + (x[node] ?? 0), 0) / nodes.length;
}

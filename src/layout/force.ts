import defaults from 'graphology-layout-forceatlas2/defaults.js';
import iterate from 'graphology-layout-forceatlas2/iterate.js';
import { generator, rounded, WIDTH, type LayoutInput, type Positions, type Tell } from './arrangement';

const PER_NODE = 10;
const PER_LINE = 3;
/** More marks than this are smaller, stand nearer to each other and are moved in fewer steps. */
const MANY = 5000;
/** The share of the time that pushing marks apart takes. */
const SPREADING = 0.2;

/**
 * ForceAtlas2 (Jacomy and others 2014) with a fixed number of steps from a seeded spiral, then marks pushed apart.
 * The same input and seed give the same positions.
 */
export function force(input: LayoutInput, tell: Tell = () => undefined): Positions {
  const nodes = startMatrix(input);
  const lines = lineMatrix(input, nodes);
  const count = input.id.length;
  const settings = {
    ...defaults,
    gravity: 1,
    scalingRatio: 8,
    slowDown: 1 + Math.log(Math.max(1, count)),
    barnesHutOptimize: count > 800,
    barnesHutTheta: 0.8,
  };
  const steps = stepsFor(count);
  for (let step = 0; step < steps; step++) {
    iterate(settings, nodes, lines);
    tell(((step + 1) / steps) * (1 - SPREADING));
  }
  const [x, y] = fitted(nodes, count);
  spread(x, y, (share) => tell(1 - SPREADING + share * SPREADING));
  return {
    id: input.id,
    x: x.map(rounded),
    y: y.map(rounded),
    axes: [],
    stretches: false,
    bounds: boundsOf(x, y),
  };
}

/** Each step of many takes as long as all those of few, and what is seen of many is their parts, which are found early. */
function stepsFor(count: number): number {
  if (count <= MANY) return count <= 150 ? 500 : count <= 800 ? 160 : 80;
  return count <= 20_000 ? 50 : 30;
}

/** Phyllotaxis, as d3-force starts, turned by the seed. */
function startMatrix(input: LayoutInput): Float32Array {
  const random = generator(input.seed);
  const turn = random() * 2 * Math.PI;
  const matrix = new Float32Array(input.id.length * PER_NODE);
  input.id.forEach((_, row) => {
    const radius = row === input.focus ? 0 : 10 * Math.sqrt(0.5 + row);
    const angle = turn + row * Math.PI * (3 - Math.sqrt(5));
    matrix[row * PER_NODE] = radius * Math.cos(angle) + random() * 0.1;
    matrix[row * PER_NODE + 1] = radius * Math.sin(angle) + random() * 0.1;
    matrix[row * PER_NODE + 6] = 1;
    matrix[row * PER_NODE + 7] = 1;
    matrix[row * PER_NODE + 8] = 1;
  });
  return matrix;
}

function lineMatrix({ from, to }: LayoutInput, nodes: Float32Array): Float32Array {
  const matrix = new Float32Array(from.length * PER_LINE);
  from.forEach((source, line) => {
    const [a, b] = [source * PER_NODE, (to[line] ?? 0) * PER_NODE];
    nodes[a + 6] = (nodes[a + 6] ?? 0) + 1;
    nodes[b + 6] = (nodes[b + 6] ?? 0) + 1;
    matrix.set([a, b, 1], line * PER_LINE);
  });
  return matrix;
}

function fitted(nodes: Float32Array, count: number): [number[], number[]] {
  const column = (offset: number) =>
    Array.from({ length: count }, (_, row) => nodes[row * PER_NODE + offset] ?? 0);
  const [x, y] = [column(0), column(1)];
  const bounds = boundsOf(x, y);
  const size = Math.max(bounds.right - bounds.left, bounds.bottom - bounds.top, 1);
  const scale = (WIDTH / size) * Math.min(1.6, Math.max(0.35, Math.sqrt(count / 60)));
  return [x.map((value) => (value - bounds.left) * scale), y.map((value) => (value - bounds.top) * scale)];
}

const APART = 22;
const PASSES = 30;

interface Marks {
  readonly x: number[];
  readonly y: number[];
  /** How far they are to be from each other. */
  readonly apart: number;
}

/** Pushes marks apart that touch, a fixed number of passes over a grid. */
function spread(x: number[], y: number[], tell: Tell): void {
  const apart = APART * Math.min(1, Math.sqrt(MANY / x.length));
  const marks = { x, y, apart };
  for (let pass = 0; pass < PASSES; pass++) {
    const grid = new Map<number, number[]>();
    x.forEach((at, row) => {
      const key = cell(Math.floor(at / apart), Math.floor((y[row] ?? 0) / apart));
      const rows = grid.get(key);
      if (rows) rows.push(row);
      else grid.set(key, [row]);
    });
    if (!x.map((_, row) => pushApart(row, marks, grid)).includes(true)) return;
    tell((pass + 1) / PASSES);
  }
}

function cell(column: number, line: number): number {
  return column * 0x100_0000 + line;
}

function pushApart(row: number, marks: Marks, grid: ReadonlyMap<number, readonly number[]>): boolean {
  const { x, y, apart } = marks;
  const [column, line] = [Math.floor((x[row] ?? 0) / apart), Math.floor((y[row] ?? 0) / apart)];
  let moved = false;
  for (let dx = -1; dx <= 1; dx++) {
    for (let dy = -1; dy <= 1; dy++) {
      for (const other of grid.get(cell(column + dx, line + dy)) ?? []) {
        if (other > row) moved = separate(row, other, marks) || moved;
      }
    }
  }
  return moved;
}

function separate(a: number, b: number, { x, y, apart }: Marks): boolean {
  let dx = (x[b] ?? 0) - (x[a] ?? 0);
  let dy = (y[b] ?? 0) - (y[a] ?? 0);
  let distance = Math.hypot(dx, dy);
  if (distance >= apart) return false;
  if (distance < 0.01) [dx, dy, distance] = [1, ((a + b) % 7) - 3, Math.hypot(1, ((a + b) % 7) - 3)];
  const push = (apart - distance) / 2 / distance;
  x[a] = (x[a] ?? 0) - dx * push;
  y[a] = (y[a] ?? 0) - dy * push;
  x[b] = (x[b] ?? 0) + dx * push;
  y[b] = (y[b] ?? 0) + dy * push;
  return true;
}

function boundsOf(x: readonly number[], y: readonly number[]): Positions['bounds'] {
  const low = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Infinity);
  const high = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), -Infinity);
  if (x.length === 0) return { left: 0, top: 0, right: WIDTH, bottom: WIDTH };
  return { left: rounded(low(x)), top: rounded(low(y)), right: rounded(high(x)), bottom: rounded(high(y)) };
}

import type { Direction, LineKind } from '../model';
import type { Connection } from '../tables';
import { placesByKey, startsOf } from './by-key';
import type { NodeNumber } from './resolve';

/** A kind's code is its place here. */
const KINDS: readonly LineKind[] = ['cites', 'formal', 'uses'];

/** One number says kind and weakness: twice the kind's code, plus one where the evidence is weak. */
const EVIDENCE = `
SELECT from_node, to_node,
       (CASE kind WHEN 'cites' THEN 0 WHEN 'formal' THEN 2 ELSE 4 END + is_weak::INTEGER)::INTEGER AS code
  FROM lines`;

/** Evidence that one node is joined to another, a row a piece. */
export interface EvidenceColumns {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly code: Int32Array;
}

export interface Walk {
  readonly seeds: readonly NodeNumber[];
  readonly direction: Direction;
  readonly depth: number;
  readonly kinds: readonly LineKind[];
  /** Their direct neighbours are added, along lines of either direction. */
  readonly expanded: readonly NodeNumber[];
  /** They are there too, without their neighbours. */
  readonly added?: readonly NodeNumber[];
}

/** What a walk reaches, each node with its steps; `EXPANDED` where only an expanded node is near, or it was added. */
export type Ball = ReadonlyMap<NodeNumber, number>;
const EXPANDED = 99;

interface Parts {
  readonly shift: number;
  readonly lines: ReturnType<typeof linesOf>;
  readonly outward: Int32Array;
  readonly inward: Int32Array;
  readonly outStarts: Int32Array;
  readonly inStarts: Int32Array;
}

/**
 * Who is joined to whom, in memory, each line once: a walk costs what it reaches, where SQL would scan all evidence
 * at every step. Lines are in the order of from, to and kind.
 */
export class Adjacency {
  /** Added to a node's number (a theorem's is negative) it gives the node's place. */
  readonly #shift: number;
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  readonly #code: Int32Array;
  readonly #evidence: Int32Array;
  /** Lines by the node they lead from, and by the one they lead to; a node's are those between two starts. */
  readonly #outward: Int32Array;
  readonly #inward: Int32Array;
  readonly #outStarts: Int32Array;
  readonly #inStarts: Int32Array;

  private constructor(parts: Parts) {
    this.#shift = parts.shift;
    this.#from = parts.lines.from;
    this.#to = parts.lines.to;
    this.#code = parts.lines.code;
    this.#evidence = parts.lines.evidence;
    this.#outward = parts.outward;
    this.#inward = parts.inward;
    this.#outStarts = parts.outStarts;
    this.#inStarts = parts.inStarts;
  }

  /** In steps of a few milliseconds per 100,000 rows, between which the page can answer. */
  static async of({ from, to, code }: EvidenceColumns): Promise<Adjacency> {
    const [least, most] = rangeOf(from, to);
    const keys = { shift: -least, count: most - least + 1 };
    // Sorting is stable, so what is sorted by last comes first; plain evidence of a line comes before weak.
    let order = placesByKey(code, { shift: 0, count: 2 * KINDS.length, places: upTo(code.length) });
    await breathe();
    order = placesByKey(to, { ...keys, places: order });
    await breathe();
    order = placesByKey(from, { ...keys, places: order });
    await breathe();
    const lines = linesOf({ from, to, code }, order);
    await breathe();
    const outward = upTo(lines.from.length);
    const inward = placesByKey(lines.to, { ...keys, places: outward });
    await breathe();
    const [outStarts, inStarts] = [startsOf(lines.from, keys), startsOf(lines.to, keys)];
    return new Adjacency({ shift: keys.shift, lines, outward, inward, outStarts, inStarts });
  }

  ball({ seeds, direction, depth, kinds, expanded, added = [] }: Walk): Ball {
    const steps = new Map<NodeNumber, number>(seeds.map((seed) => [seed, 0]));
    let rim: readonly NodeNumber[] = [...steps.keys()];
    for (let hop = 1; hop <= depth; hop++) rim = this.#reach(rim, { direction, kinds, hop }, steps);
    this.#reach(expanded, { direction: 'both', kinds, hop: EXPANDED }, steps);
    for (const node of added) if (!steps.has(node)) steps.set(node, EXPANDED);
    return steps;
  }

  /** Adds the neighbours of some nodes that are not there yet, and gives them. */
  #reach(
    nodes: readonly NodeNumber[],
    { direction, kinds, hop }: Pick<Walk, 'direction' | 'kinds'> & { readonly hop: number },
    steps: Map<NodeNumber, number>,
  ): NodeNumber[] {
    const isAllowed = KINDS.map((kind) => kinds.includes(kind));
    const reached: NodeNumber[] = [];
    const follow = (lines: Int32Array, ends: Int32Array) => {
      for (const line of lines) {
        const node = ends[line] as number;
        if (!isAllowed[kindOf(this.#code[line])] || steps.has(node)) continue;
        steps.set(node, hop);
        reached.push(node);
      }
    };
    for (const node of nodes) {
      if (direction !== 'citing') follow(this.#linesOut(node), this.#to);
      if (direction !== 'references') follow(this.#linesIn(node), this.#from);
    }
    return reached;
  }

  /** How many nodes it is joined to by lines of any kind, shown or not: by lines out, by lines in. */
  degree(node: NodeNumber): { readonly out: number; readonly in: number } {
    return { out: distinct(this.#linesOut(node), this.#to), in: distinct(this.#linesIn(node), this.#from) };
  }

  /** All lines of these kinds among some nodes. */
  linesAmong(nodes: Ball, kinds: readonly LineKind[]) {
    const isAllowed = KINDS.map((kind) => kinds.includes(kind));
    const lines: number[] = [];
    for (const node of [...nodes.keys()].sort((a, b) => a - b)) {
      for (const line of this.#linesOut(node))
        if (isAllowed[kindOf(this.#code[line])] && nodes.has(this.#to[line] as number)) lines.push(line);
    }
    return {
      from: lines.map((line) => this.#from[line] as number),
      to: lines.map((line) => this.#to[line] as number),
      kind: lines.map((line) => KINDS[kindOf(this.#code[line])] as LineKind),
      evidence: lines.map((line) => this.#evidence[line] as number),
      isWeak: lines.map((line) => ((this.#code[line] as number) & 1) === 1),
    };
  }

  #linesOut(node: NodeNumber): Int32Array {
    return between(this.#outward, this.#outStarts, node + this.#shift);
  }

  #linesIn(node: NodeNumber): Int32Array {
    return between(this.#inward, this.#inStarts, node + this.#shift);
  }
}

function between(lines: Int32Array, starts: Int32Array, place: number): Int32Array {
  return lines.subarray(starts[place] ?? 0, starts[place + 1] ?? 0);
}

/** The lines have equal ends side by side. */
function distinct(lines: Int32Array, ends: Int32Array): number {
  let count = 0;
  let last: number | undefined;
  for (const line of lines) {
    if (ends[line] !== last) count += 1;
    last = ends[line];
  }
  return count;
}

function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

function kindOf(code: number | undefined): number {
  return (code ?? 0) >> 1;
}

function upTo(count: number): Int32Array {
  const places = new Int32Array(count);
  for (let place = 0; place < count; place++) places[place] = place;
  return places;
}

function rangeOf(...columns: readonly Int32Array[]): [least: number, most: number] {
  let [least, most] = [0, 0];
  for (const column of columns) {
    for (let row = 0; row < column.length; row++) {
      const node = column[row] as number;
      if (node < least) least = node;
      else if (node > most) most = node;
    }
  }
  return [least, most];
}

/** One line for all evidence of the same two nodes and kind, which is side by side in the order. */
function linesOf({ from, to, code }: EvidenceColumns, order: Int32Array) {
  const columns = [0, 1, 2, 3].map(() => new Int32Array(order.length));
  const [lineFrom, lineTo, lineCode, evidence] = columns as [Int32Array, Int32Array, Int32Array, Int32Array];
  let count = 0;
  for (let place = 0; place < order.length; place++) {
    const row = order[place] as number;
    const last = count - 1;
    const isSame =
      count > 0 &&
      lineFrom[last] === from[row] &&
      lineTo[last] === to[row] &&
      kindOf(lineCode[last]) === kindOf(code[row]);
    if (!isSame) {
      lineFrom[count] = from[row] as number;
      lineTo[count] = to[row] as number;
      lineCode[count] = code[row] as number;
      count += 1;
    }
    evidence[count - 1] = (evidence[count - 1] as number) + 1;
  }
  const cut = (column: Int32Array) => column.slice(0, count);
  return { from: cut(lineFrom), to: cut(lineTo), code: cut(lineCode), evidence: cut(evidence) };
}

const made = new WeakMap<
  Connection,
  { readonly documents: number; readonly adjacency: Promise<Adjacency> }
>();

/** Of all that is loaded: made at the first question after a load, which every load of a new document is. */
export async function adjacencyOf(connection: Connection): Promise<Adjacency> {
  const found = await connection.query('SELECT count(*)::INTEGER AS n FROM documents');
  const documents = found.numbers('n')[0] ?? 0;
  const known = made.get(connection);
  if (known?.documents === documents) return known.adjacency;
  const adjacency = connection
    .query(EVIDENCE)
    .then((rows) =>
      Adjacency.of({ from: rows.ints('from_node'), to: rows.ints('to_node'), code: rows.ints('code') }),
    );
  made.set(connection, { documents, adjacency });
  adjacency.catch(() => made.delete(connection));
  return adjacency;
}

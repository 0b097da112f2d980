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
}

/** What a walk reaches, each node with its steps; `EXPANDED` where only an expanded node is near. */
export type Ball = ReadonlyMap<NodeNumber, number>;
const EXPANDED = 99;

/**
 * Who is joined to whom, in memory, each line once: a walk costs what it reaches, where SQL would scan all evidence
 * at every step. Lines are in the order of from, to and kind.
 */
export class Adjacency {
  /** Added to a node's number (a theorem's is negative) it gives the node's place. */
  readonly #shift: number;
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  readonly #kind: Uint8Array;
  readonly #evidence: Int32Array;
  readonly #isWeak: Uint8Array;
  /** Lines by the node they lead from, and by the one they lead to; a node's are those between two starts. */
  readonly #outward: Int32Array;
  readonly #inward: Int32Array;
  readonly #outStarts: Int32Array;
  readonly #inStarts: Int32Array;

  constructor({ from, to, code }: EvidenceColumns) {
    const least = Math.min(0, minimum(from), minimum(to));
    const size = Math.max(0, maximum(from), maximum(to)) - least + 1;
    this.#shift = -least;
    const kind = code.map((value) => value >> 1);
    // Sorting is stable, so the last key is the first in the order; plain evidence of a line comes before weak.
    const rows = [
      [code, 0, 2 * KINDS.length],
      [to, this.#shift, size],
      [from, this.#shift, size],
    ] as const;
    const order = rows.reduce<Int32Array>(
      (places, [keys, shift, count]) => placesByKey(keys, { shift, count, places }),
      Int32Array.from(from.keys()),
    );
    const isSame = (a: number, b: number) => from[a] === from[b] && to[a] === to[b] && kind[a] === kind[b];
    const lines = order.filter((row, place) => place === 0 || !isSame(row, order[place - 1] as number));
    this.#from = lines.map((row) => from[row] as number);
    this.#to = lines.map((row) => to[row] as number);
    this.#kind = Uint8Array.from(lines, (row) => kind[row] as number);
    this.#isWeak = Uint8Array.from(lines, (row) => (code[row] as number) & 1);
    this.#evidence = new Int32Array(lines.length);
    let line = -1;
    for (const row of order) {
      if (row === lines[line + 1]) line += 1;
      this.#evidence[line] = (this.#evidence[line] as number) + 1;
    }
    this.#outward = Int32Array.from(lines.keys());
    this.#inward = placesByKey(this.#to, { shift: this.#shift, count: size, places: this.#outward });
    this.#outStarts = startsOf(this.#from, { shift: this.#shift, count: size });
    this.#inStarts = startsOf(this.#to, { shift: this.#shift, count: size });
  }

  ball({ seeds, direction, depth, kinds, expanded }: Walk): Ball {
    const steps = new Map<NodeNumber, number>(seeds.map((seed) => [seed, 0]));
    let rim: readonly NodeNumber[] = [...steps.keys()];
    for (let hop = 1; hop <= depth; hop++) rim = this.#reach(rim, { direction, kinds, hop }, steps);
    this.#reach(expanded, { direction: 'both', kinds, hop: EXPANDED }, steps);
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
        if (!isAllowed[this.#kind[line] as number] || steps.has(node)) continue;
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
        if (isAllowed[this.#kind[line] as number] && nodes.has(this.#to[line] as number)) lines.push(line);
    }
    return {
      from: lines.map((line) => this.#from[line] as number),
      to: lines.map((line) => this.#to[line] as number),
      kind: lines.map((line) => KINDS[this.#kind[line] as number] as LineKind),
      evidence: lines.map((line) => this.#evidence[line] as number),
      isWeak: lines.map((line) => this.#isWeak[line] === 1),
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

function minimum(values: Int32Array): number {
  return values.reduce((least, value) => Math.min(least, value), 0);
}

function maximum(values: Int32Array): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
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
    .then(
      (rows) =>
        new Adjacency({ from: rows.ints('from_node'), to: rows.ints('to_node'), code: rows.ints('code') }),
    );
  made.set(connection, { documents, adjacency });
  adjacency.catch(() => made.delete(connection));
  return adjacency;
}

import type { Direction, LineKind } from '../model';
import type { Connection } from '../tables';
import { placesByKey, startsOf } from './by-key';
import type { NodeNumber } from './resolve';
import { readExtent, type Extent, type Span } from './shelves';

/** A kind's code is its place here. */
const KINDS: readonly LineKind[] = ['cites', 'formal', 'uses'];

/** A part of the evidence; one number says kind and weakness: twice the kind's code, plus one where the evidence is weak. */
const EVIDENCE = `
SELECT from_node, to_node,
       (CASE kind WHEN 'cites' THEN 0 WHEN 'formal' THEN 2 ELSE 4 END + is_weak::INTEGER)::INTEGER AS code
  FROM lines WHERE from_node >= ?::INTEGER AND from_node < ?::INTEGER`;

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

interface Found {
  readonly shift: number;
  readonly lines: Lines;
  readonly outStarts: Int32Array;
  readonly inward: Int32Array;
  readonly inStarts: Int32Array;
}

/**
 * Who is joined to whom, in memory, each line once: a walk costs what it reaches, where SQL would scan all evidence
 * at every step. Lines are in the order of from, to and kind.
 */
export class Adjacency {
  /** Added to a node's number (a theorem's is negative) it gives the node's place. */
  readonly #shift: number;
  readonly #lines: Lines;
  /** The lines out of a node are those between two starts; those into it stand between two starts of `inward`. */
  readonly #outStarts: Int32Array;
  readonly #inward: Int32Array;
  readonly #inStarts: Int32Array;

  private constructor({ shift, lines, outStarts, inward, inStarts }: Found) {
    this.#shift = shift;
    this.#lines = lines;
    this.#outStarts = outStarts;
    this.#inward = inward;
    this.#inStarts = inStarts;
  }

  /**
   * Parts of the evidence come in the order of the nodes that lines lead from. In steps of a few milliseconds per 100,000
   * pieces, between which the page can answer.
   */
  static async of(
    parts: AsyncIterable<EvidenceColumns> | Iterable<EvidenceColumns>,
    { least, most, pieces }: Omit<Extent, 'spans'>,
  ): Promise<Adjacency> {
    const keys = { shift: -least, count: most - least + 1 };
    const writer = new LineWriter(pieces);
    for await (const { from, to, code } of parts) {
      // Sorting is stable, so what is sorted by last comes first; plain evidence of a line comes before weak.
      let order = placesByKey(code, { shift: 0, count: 2 * KINDS.length, places: upTo(code.length) });
      await breathe();
      order = placesByKey(to, { ...keys, places: order });
      await breathe();
      order = placesByKey(from, { ...keys, places: order });
      await breathe();
      writer.write({ from, to, code }, order);
      await breathe();
    }
    const lines = writer.lines();
    const outStarts = startsOf(lines.from, keys);
    await breathe();
    const inward = placesByKey(lines.to, { ...keys, places: upTo(lines.to.length) });
    await breathe();
    return new Adjacency({ shift: keys.shift, lines, outStarts, inward, inStarts: startsOf(lines.to, keys) });
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
    const { from, to, code } = this.#lines;
    const reached: NodeNumber[] = [];
    const reach = (node: NodeNumber, line: number) => {
      if (!isAllowed[kindOf(code[line])] || steps.has(node)) return;
      steps.set(node, hop);
      reached.push(node);
    };
    for (const node of nodes) {
      if (direction !== 'citing') {
        const [start, end] = this.#linesOut(node);
        for (let line = start; line < end; line++) reach(to[line] as number, line);
      }
      if (direction !== 'references')
        for (const line of this.#linesIn(node)) reach(from[line] as number, line);
    }
    return reached;
  }

  /** How many nodes it is joined to by lines of any kind, shown or not: by lines out, by lines in. */
  degree(node: NodeNumber): { readonly out: number; readonly in: number } {
    const { from, to } = this.#lines;
    let out = 0;
    const [start, end] = this.#linesOut(node);
    for (let line = start; line < end; line++) if (line === start || to[line] !== to[line - 1]) out += 1;
    let into = 0;
    const inward = this.#linesIn(node);
    inward.forEach((line, at) => {
      if (at === 0 || from[line] !== from[inward[at - 1] as number]) into += 1;
    });
    return { out, in: into };
  }

  /** All lines of these kinds among some nodes. */
  linesAmong(nodes: Ball, kinds: readonly LineKind[]) {
    const isAllowed = KINDS.map((kind) => kinds.includes(kind));
    const { from, to, code, evidence } = this.#lines;
    const lines: number[] = [];
    for (const node of [...nodes.keys()].sort((a, b) => a - b)) {
      const [start, end] = this.#linesOut(node);
      for (let line = start; line < end; line++)
        if (isAllowed[kindOf(code[line])] && nodes.has(to[line] as number)) lines.push(line);
    }
    return {
      from: lines.map((line) => from[line] as number),
      to: lines.map((line) => to[line] as number),
      kind: lines.map((line) => KINDS[kindOf(code[line])] as LineKind),
      evidence: lines.map((line) => evidence[line] as number),
      isWeak: lines.map((line) => ((code[line] as number) & 1) === 1),
    };
  }

  #linesOut(node: NodeNumber): readonly [start: number, end: number] {
    const place = node + this.#shift;
    return [this.#outStarts[place] ?? 0, this.#outStarts[place + 1] ?? 0];
  }

  #linesIn(node: NodeNumber): Int32Array {
    const place = node + this.#shift;
    return this.#inward.subarray(this.#inStarts[place] ?? 0, this.#inStarts[place + 1] ?? 0);
  }
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

interface Lines {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly code: Uint8Array;
  readonly evidence: Int32Array;
}

/** One line for all evidence of the same two nodes and kind, which is side by side in its order. */
class LineWriter {
  readonly #room: Lines;
  #count = 0;

  constructor(most: number) {
    this.#room = {
      from: new Int32Array(most),
      to: new Int32Array(most),
      code: new Uint8Array(most),
      evidence: new Int32Array(most),
    };
  }

  write(part: EvidenceColumns, order: Int32Array): void {
    const { from, to, code, evidence } = this.#room;
    for (let place = 0; place < order.length; place++) {
      const row = order[place] as number;
      const last = this.#count - 1;
      const isSame =
        this.#count > 0 &&
        from[last] === part.from[row] &&
        to[last] === part.to[row] &&
        kindOf(code[last]) === kindOf(part.code[row]);
      if (!isSame) {
        from[this.#count] = part.from[row] as number;
        to[this.#count] = part.to[row] as number;
        code[this.#count] = part.code[row] as number;
        this.#count += 1;
      }
      evidence[this.#count - 1] = (evidence[this.#count - 1] as number) + 1;
    }
  }

  lines(): Lines {
    const { from, to, code, evidence } = this.#room;
    const cut = <T extends Int32Array | Uint8Array>(column: T) =>
      (this.#count < column.length ? column.slice(0, this.#count) : column) as T;
    return { from: cut(from), to: cut(to), code: cut(code), evidence: cut(evidence) };
  }
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
  const adjacency = readAdjacency(connection);
  made.set(connection, { documents, adjacency });
  adjacency.catch(() => made.delete(connection));
  return adjacency;
}

async function readAdjacency(connection: Connection): Promise<Adjacency> {
  const extent = await readExtent(connection);
  return Adjacency.of(readParts(connection, extent.spans), extent);
}

async function* readParts(connection: Connection, spans: readonly Span[]): AsyncGenerator<EvidenceColumns> {
  for (const { from, to } of spans) {
    const rows = await connection.query(EVIDENCE, [from, to]);
    yield { from: rows.ints('from_node'), to: rows.ints('to_node'), code: rows.ints('code') };
  }
}

import { ALL_EVIDENCE, type EvidenceChoice, type LineKind } from '../model';
import type { NetworkRows } from '../queries';
import { csrOf, reversed, undirected, type Csr } from './csr';

/** Lines of some kinds: from what cites or uses (`out`), from what is cited or used (`in`), and from both (`around`). */
export interface Lines {
  readonly out: Csr;
  readonly in: Csr;
  readonly around: Csr;
}

export const ALL_LINES: readonly LineKind[] = ['cites', 'formal', 'uses'];

/** The code of a kind in `NetworkRows`. */
const KINDS = ALL_LINES;

/**
 * All works and theorems and the lines among them, by place: a node's place is that of its public id in their order,
 * so whatever is ordered by place is ordered by id.
 */
export class Network {
  readonly count: number;
  /** The node number of each place. */
  readonly node: Int32Array;
  readonly #rows: NetworkRows;
  readonly #places: ReadonlyMap<number, number>;
  readonly #lines = new Map<string, Lines>();

  constructor(rows: NetworkRows) {
    this.#rows = rows;
    this.node = rows.node;
    this.count = rows.node.length;
    const places = new Map<number, number>();
    rows.node.forEach((node, place) => places.set(node, place));
    this.#places = places;
  }

  placeOf(node: number): number | null {
    return this.#places.get(node) ?? null;
  }

  /** Those that are not in the network are left out. */
  placesOf(nodes: readonly number[]): number[] {
    return nodes.map((node) => this.placeOf(node)).filter((place) => place !== null);
  }

  nodeAt(place: number): number {
    return this.node[place] as number;
  }

  /** As yyyymmdd, what is not known of it 00. */
  dateOf(place: number): number | null {
    const date = this.#rows.date[place] as number;
    return date < 0 ? null : date;
  }

  yearOf(place: number): number | null {
    const date = this.dateOf(place);
    return date === null ? null : Math.floor(date / 10_000);
  }

  isTheorem(place: number): boolean {
    return this.nodeAt(place) < 0;
  }

  /** Each line once, however much evidence it has. */
  lines(kinds: readonly LineKind[], evidence: EvidenceChoice = ALL_EVIDENCE): Lines {
    const key = JSON.stringify([[...kinds].sort(), evidence]);
    const known = this.#lines.get(key);
    if (known) return known;
    const out = csrOf(this.#pairs(kinds, evidence), this.count);
    const lines = { out, in: reversed(out), around: undirected(out) };
    if (this.#lines.size > 8) this.#lines.clear();
    this.#lines.set(key, lines);
    return lines;
  }

  #pairs(kinds: readonly LineKind[], { trust, documents }: EvidenceChoice) {
    const { from, to, kind, document, isSound } = this.#rows;
    const isAllowed = KINDS.map((name) => kinds.includes(name));
    const chosen = documents && new Set(documents);
    const [sources, targets] = [new Int32Array(from.length), new Int32Array(from.length)];
    let count = 0;
    for (let row = 0; row < from.length; row++) {
      if (!isAllowed[kind[row] as number]) continue;
      if (trust === 'sound' && isSound[row] === 0) continue;
      if (chosen && !chosen.has(document[row] as number)) continue;
      const [source, target] = [this.placeOf(from[row] as number), this.placeOf(to[row] as number)];
      if (source === null || target === null) continue;
      sources[count] = source;
      targets[count] = target;
      count += 1;
    }
    return { from: sources.subarray(0, count), to: targets.subarray(0, count) };
  }
}

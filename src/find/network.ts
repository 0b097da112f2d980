import { ALL_EVIDENCE, type EvidenceChoice, type LineKind } from '../model';
import type { LineRows, NodeRows } from '../queries';
import { csrOf, reversed, undirected, type Csr, type Pairs } from './csr';

/** Lines of some kinds: from what cites or uses (`out`), from what is cited or used (`in`), and from both (`around`). */
export interface Lines {
  readonly out: Csr;
  readonly in: Csr;
  readonly around: Csr;
}

export const ALL_LINES: readonly LineKind[] = ['cites', 'formal', 'uses'];

/** The code of a kind in `LineRows`. */
const KINDS = ALL_LINES;

/** Some of the evidence, as places. */
interface Evidence extends Pairs {
  readonly kind: Uint8Array;
  readonly isSound: Uint8Array;
  readonly document: Int32Array;
}

/**
 * All works and theorems and the lines among them, by place: a node's place is that of its public id in their order,
 * so whatever is ordered by place is ordered by id.
 */
export class Network {
  readonly count: number;
  /** The node number of each place. */
  readonly node: Int32Array;
  readonly #date: Int32Array;
  /** The place of each node number, from the least on; -1 where there is none. */
  readonly #places: Int32Array;
  readonly #least: number;
  readonly #evidence: Evidence[] = [];
  readonly #kinds = new Set<LineKind>();
  /** Of all evidence, and of the choice of it that was asked for last: each may be as large as what is loaded. */
  readonly #lines = new Map<string, Map<string, Lines>>();

  constructor({ node, date }: NodeRows) {
    this.node = node;
    this.count = node.length;
    this.#date = date;
    this.#least = node.reduce((a, b) => Math.min(a, b), 0);
    const most = node.reduce((a, b) => Math.max(a, b), 0);
    this.#places = new Int32Array(most - this.#least + 1).fill(-1);
    node.forEach((number, place) => (this.#places[number - this.#least] = place));
  }

  /** To be called before lines are asked for. Lines of what is not in the network are left out. */
  addLines(rows: LineRows): void {
    const [from, to] = [this.#placesAt(rows.from), this.#placesAt(rows.to)];
    const isIn = rowsWhere(from.length, (row) => (from[row] as number) >= 0 && (to[row] as number) >= 0);
    const kind = Uint8Array.from(isIn, (row) => rows.kind[row] as number);
    for (const code of new Set(kind)) this.#kinds.add(KINDS[code] as LineKind);
    this.#evidence.push({
      ...pairsAt({ from, to }, isIn),
      kind,
      isSound: Uint8Array.from(isIn, (row) => rows.isSound[row] as number),
      document: isIn.map((row) => rows.document[row] as number),
    });
  }

  placeOf(node: number): number | null {
    const place = this.#places[node - this.#least] ?? -1;
    return place < 0 ? null : place;
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
    const date = this.#date[place] as number;
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
    const known = this.#linesBy(evidence);
    // Where there are no lines of a kind, those without it are the same.
    const present = kinds.filter((kind) => this.#kinds.has(kind)).sort();
    const key = present.join();
    const made = known.get(key);
    if (made) return made;
    const out = csrOf(this.#pairs(present, evidence), this.count);
    const back = reversed(out);
    const lines = { out, in: back, around: undirected(out, back) };
    known.set(key, lines);
    return lines;
  }

  #linesBy(evidence: EvidenceChoice): Map<string, Lines> {
    const key = keyOf(evidence);
    const known = this.#lines.get(key);
    if (known) return known;
    for (const other of [...this.#lines.keys()]) if (other !== ALL) this.#lines.delete(other);
    const lines = new Map<string, Lines>();
    this.#lines.set(key, lines);
    return lines;
  }

  #pairs(kinds: readonly LineKind[], { trust, documents }: EvidenceChoice): Pairs[] {
    if (kinds.length === this.#kinds.size && trust === 'all' && documents === null) return this.#evidence;
    const isAllowed = KINDS.map((name) => kinds.includes(name));
    const chosen = documents && new Set(documents);
    return this.#evidence.map((part) => {
      const rows = rowsWhere(part.from.length, (row) => {
        if (!isAllowed[part.kind[row] as number]) return false;
        if (trust === 'sound' && part.isSound[row] === 0) return false;
        return !chosen || chosen.has(part.document[row] as number);
      });
      return pairsAt(part, rows);
    });
  }

  #placesAt(nodes: Int32Array): Int32Array {
    return nodes.map((node) => this.#places[node - this.#least] ?? -1);
  }
}

const ALL = keyOf(ALL_EVIDENCE);

function keyOf({ trust, documents }: EvidenceChoice): string {
  return JSON.stringify([trust, documents]);
}

function rowsWhere(count: number, isWanted: (row: number) => boolean): Int32Array {
  const rows = new Int32Array(count);
  let found = 0;
  for (let row = 0; row < count; row++) if (isWanted(row)) rows[found++] = row;
  return rows.subarray(0, found);
}

function pairsAt({ from, to }: Pairs, rows: Int32Array): Pairs {
  return { from: rows.map((row) => from[row] as number), to: rows.map((row) => to[row] as number) };
}

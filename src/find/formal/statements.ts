import type { FormalRows } from '../../queries';
import { csrOf, reversed, type Csr } from '../csr';

/** Uses that a cone follows: those of statements alone, or those of proofs too. */
export type Through = 'statement' | 'proof';

/**
 * `review`: what a reader must check to trust a statement. Of a theorem, what its statement uses; of a definition, all
 * it is made of. Proofs are checked by Lean, and need not be read.
 */
export type Way = Through | 'review';

/** What the lines of a site count for. A use whose site is not told is in both. */
const [PROOF, UNKNOWN] = [1, 2];

/** What a statement is in itself, without what it rests on. */
export type OwnState = 'unknown' | 'stated' | 'formalised' | 'sorry' | 'proved' | 'axiom';

export interface Uses {
  /** From what uses to what is used. */
  readonly down: Csr;
  readonly up: Csr;
}

/** All formal statements by place, in the order of their public ids, and the uses among them. */
export class Statements {
  readonly count: number;
  readonly #rows: FormalRows;
  readonly #places: ReadonlyMap<number, number>;
  readonly #uses = new Map<string, Uses>();

  constructor(rows: FormalRows) {
    this.#rows = rows;
    this.count = rows.node.length;
    const places = new Map<number, number>();
    rows.node.forEach((node, place) => places.set(node, place));
    this.#places = places;
  }

  /** Null for what is no formal statement. */
  placeOf(node: number): number | null {
    return this.#places.get(node) ?? null;
  }

  nodeAt(place: number): number {
    return this.#rows.node[place] as number;
  }

  nodesAt(places: Iterable<number>): number[] {
    return Array.from(places, (place) => this.nodeAt(place));
  }

  uses(way: Way): Uses {
    return this.#usesOf(way, (site, user) => this.#follows(way, site, user));
  }

  /** Of those the lines that a use makes whose site is told. */
  told(way: Way): Uses {
    return this.#usesOf(`told ${way}`, (site, user) => site !== UNKNOWN && this.#follows(way, site, user));
  }

  #follows(way: Way, site: number, user: number): boolean {
    return site !== PROOF || way === 'proof' || (way === 'review' && this.isDefinition(user));
  }

  libraryOf(place: number): string {
    return this.#rows.library[place] ?? '';
  }

  isDefinition(place: number): boolean {
    return this.#rows.kind[place] === 1;
  }

  stateOf(place: number): OwnState {
    if (this.#rows.sorry[place] === 1) return 'sorry';
    if (this.#rows.kind[place] === 2) return 'axiom';
    return (['unknown', 'stated', 'formalised', 'proved', 'proved'] as const)[
      this.#rows.stage[place] as number
    ] as OwnState;
  }

  /** Axioms that it is told to rest on; its own name where it is one. */
  axiomsOf(place: number): readonly string[] {
    const told = (this.#rows.axioms[place] ?? '').split(' ').filter((name) => name !== '');
    return this.#rows.kind[place] === 2 ? [this.#rows.declaration[place] ?? '', ...told] : told;
  }

  /** Whether all axioms that it rests on are told. */
  tellsAxioms(place: number): boolean {
    return this.#rows.axioms[place] !== null && this.#rows.axioms[place] !== undefined;
  }

  /** Works and the places of the statements tied to them. */
  *ties(): Iterable<readonly [work: number, place: number]> {
    const { tiedWork, tiedTheorem } = this.#rows;
    for (let row = 0; row < tiedWork.length; row++) {
      const place = this.placeOf(tiedTheorem[row] as number);
      if (place !== null) yield [tiedWork[row] as number, place];
    }
  }

  #usesOf(name: string, isWanted: (site: number, user: number) => boolean): Uses {
    const known = this.#uses.get(name);
    if (known) return known;
    const { from, to, site } = this.#rows;
    const [sources, targets] = [new Int32Array(from.length), new Int32Array(from.length)];
    let count = 0;
    for (let row = 0; row < from.length; row++) {
      const [source, target] = [this.placeOf(from[row] as number), this.placeOf(to[row] as number)];
      if (source === null || target === null || !isWanted(site[row] as number, source)) continue;
      sources[count] = source;
      targets[count] = target;
      count += 1;
    }
    const down = csrOf([{ from: sources.subarray(0, count), to: targets.subarray(0, count) }], this.count);
    const uses = { down, up: reversed(down) };
    this.#uses.set(name, uses);
    return uses;
  }
}

const NONE = new Int32Array();

export const NO_STATEMENTS: FormalRows = {
  ...{ node: NONE, stage: NONE, kind: NONE, sorry: NONE, library: [], declaration: [], axioms: [] },
  ...{ from: NONE, to: NONE, site: NONE, tiedWork: NONE, tiedTheorem: NONE },
};

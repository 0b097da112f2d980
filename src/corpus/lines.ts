import type { Trust } from '../model';

/** One original document, and where its bytes lie. */
export interface PlacedDocument {
  readonly name: string;
  readonly kind: string;
  readonly sha256: string;
  readonly file: string;
  readonly start: number;
  readonly bytes: number;
}

/** The first line of a work's neighbourhood: what is known of the work itself. */
export interface CardLine {
  /** Its number in this corpus: the most cited is 1. */
  readonly work: number;
  readonly id: string;
  readonly names: readonly string[];
  readonly title: string | null;
  readonly authors: string | null;
  readonly date: string | null;
  readonly venue: string | null;
  readonly category: string | null;
  readonly stub: boolean;
  /** When it was packed. */
  readonly trust: Trust;
  /** How many works it cites, and how many cite it, in all of the corpus. */
  readonly references: number;
  readonly citing: number;
  /** Its records and hubs. */
  readonly documents: readonly PlacedDocument[];
  /** Bytes of each stretch. The head holds the card and the first of both; then the other references, then the other citing works. */
  readonly stretches: { readonly references: readonly number[]; readonly citing: readonly number[] };
}

/** A work as others' neighbour. */
export type NeighbourRow = readonly [
  work: number,
  id: string,
  title: string | null,
  authors: string | null,
  date: string | null,
  category: string | null,
  stub: 0 | 1,
  trust: Trust,
  references: number,
  citing: number,
];

/** With the evidence of the line: how many pieces, and where the first of them stands. */
export type StretchRow = readonly [
  ...NeighbourRow,
  evidence: number,
  document: number,
  pointer: string,
  role?: string | null,
  relationship?: string | null,
];

/** Up to `STRETCH` neighbours of a work in one direction, the most cited first. */
export interface StretchLine {
  readonly id: string;
  readonly direction: 'references' | 'citing';
  readonly from: number;
  readonly total: number;
  readonly documents: readonly string[];
  readonly rows: readonly StretchRow[];
}

/** A word with the most cited works that have it in their title. */
export interface WordLine {
  readonly word: string;
  readonly works: number;
  readonly rows: readonly NeighbourRow[];
}

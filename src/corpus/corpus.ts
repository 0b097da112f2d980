import type { CardLine, NeighbourRow, PlacedDocument } from './lines';
import type { Manifest } from './manifest';

/** What was read from elsewhere since the corpus was opened. */
export interface Usage {
  readonly requests: number;
  readonly bytes: number;
  /** Bytes that were here from before. */
  readonly kept: number;
}

/** What is known of a work beside its neighbours. */
export type Card = Omit<CardLine, 'stretches'>;

export interface Neighbour {
  readonly work: number;
  readonly id: string;
  readonly title: string | null;
  readonly authors: string | null;
  readonly date: string | null;
  readonly category: string | null;
  readonly stub: boolean;
  readonly references: number;
  readonly citing: number;
}

export interface CitedNeighbour extends Neighbour {
  /** Where the first of `evidence` pieces stands that one cites the other. */
  readonly evidence: number;
  readonly document: string;
  readonly pointer: string;
  readonly role: string | null;
  readonly relationship: string | null;
}

export interface Neighbourhood {
  readonly card: Card;
  /** The most cited first, as many as were asked for or a few more. */
  readonly references: readonly CitedNeighbour[];
  readonly citing: readonly CitedNeighbour[];
}

/** A work that is joined to another by several that both cite, or that cite both. */
export interface Shared {
  readonly work: number;
  readonly shared: number;
}

/** Some that were looked through, of how many there are. */
export interface Ranked {
  readonly works: readonly Shared[];
  readonly through: number;
  readonly of: number;
}

/** How many neighbours in each direction are to be read. */
export interface Most {
  readonly references: number;
  readonly citing: number;
}

export interface Within {
  readonly steps: number;
  /** After it no step is asked for. */
  readonly signal?: AbortSignal;
}

export interface Found {
  readonly works: readonly Neighbour[];
  /** In how many titles all the words stand; null where not all of them were looked at. */
  readonly total: number | null;
}

/**
 * What may be asked of a corpus, wherever it lies. Works are known by their numbers in it. What goes wrong rejects with a
 * Failure: `network` with words that say what to do, `unreadable` where something is damaged.
 */
export interface Corpus {
  readonly about: Manifest;
  /** The address that it was opened at. */
  readonly url: string;
  /** The work of a name; null where there is none. */
  find(alias: string): Promise<number | null>;
  /** The most cited works that have all these words in their title. */
  search(text: string, most: number): Promise<Found>;
  /** Works with at least so many of their neighbours, where there are so many; in the order that is asked in. */
  neighbourhoods(works: readonly number[], most: Most): Promise<readonly Neighbourhood[]>;
  /** Works that cite what this one cites; the most cited references are looked through last, if at all. */
  coupled(work: number, most: number): Promise<Ranked>;
  /** Works that are cited together with this one. */
  cocited(work: number, most: number): Promise<Ranked>;
  /** A shortest way along lines of either direction, both ends with it; null where there is none of so few steps. */
  path(from: number, to: number, within: Within): Promise<readonly number[] | null>;
  /** An original document as it was packed; its hash is checked. */
  original(document: PlacedDocument): Promise<Uint8Array<ArrayBuffer>>;
  usage(): Usage;
  close(): void;
}

export function neighbourOf(row: NeighbourRow): Neighbour {
  const [work, id, title, authors, date, category, stub, , references, citing] = row;
  return { work, id, title, authors, date, category, stub: stub === 1, references, citing };
}

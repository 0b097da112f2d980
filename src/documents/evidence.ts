import type { Stated } from './stated';

/** The parts of a Pith record wherever its kind of document keeps them. */
export interface Parts {
  readonly number: Stated | null;
  readonly shortNumber: Stated | null;
  readonly canonicalRecord: Stated | null;
  readonly canonicalSha256: Stated | null;
  /** Beside the canonical record's own: what the document says the record was made from. */
  readonly sources: readonly Stated[];
  readonly aliases: readonly Stated[];
  readonly events: readonly Stated[];
  /** `paper` objects, the newest first. */
  readonly papers: readonly Stated[];
  /** `graph_snapshot` objects, the newest first. */
  readonly graphs: readonly Stated[];
  /** Where the registry speaks of the record besides its content. */
  readonly registry: readonly Stated[];
  /** The object that counts events (a state). */
  readonly counters: Stated | null;
}

/** What the checks need of one Pith record, exactly as stated. */
export interface Evidence extends Parts {
  /** The Pith Number as stated; where there is none, the best other name. */
  readonly subject: string;
  /** The document's text, in which numbers stand as they were written. */
  readonly text: string;
}

import type { Alias, CheckResult, Problem, Stage, UseSite } from '../model';

export type DocumentKind =
  | 'bundle'
  | 'state'
  | 'graph'
  | 'record'
  | 'hub'
  | 'collection'
  | 'blueprint'
  | 'declarations'
  | 'theorem-links'
  | 'imports'
  | 'dependencies';

/** Where a statement about a work stands: a better source's title wins over a lesser's, whatever came first. */
export type WorkSource = 'record' | 'hub' | 'collection' | 'bibliography';

/** A statement that names belong to one work, and what is said of it. */
export interface WorkFact {
  readonly names: readonly Alias[];
  readonly source: WorkSource;
  readonly title?: string | null;
  readonly authorsText?: string | null;
  readonly year?: number | null;
  /** ISO `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date?: string | null;
  readonly venue?: string | null;
  readonly primaryCat?: string | null;
  readonly headline?: string | null;
  /** Or the beginning of it, as a record's graph has it. */
  readonly abstract?: string | null;
  /** How many works cite this one, as a hub states it. */
  readonly statedCitedBy?: number | null;
  readonly pointer: string;
}

export interface RecordFact {
  readonly pithNumber: string;
  readonly work: Alias;
  readonly version: number | null;
  readonly canonicalSha256: string | null;
  readonly submittedAt: string | null;
  readonly license: string | null;
  readonly statedReferences: number | null;
  readonly statedResolved: number | null;
  readonly statedAnchors: number | null;
  readonly statedFormal: number | null;
  /** Where the graph snapshot stands that states these counts. */
  readonly graphPointer: string | null;
  readonly statedCitedBy: number | null;
  /** False where the document holds no canonical record, so that nothing could be checked. */
  readonly hasCanonicalRecord: boolean;
  readonly pointer: string;
}

/** What one work's document says of another by the way: less sure than what any document says of its own work. */
export interface Aside {
  readonly about: 'citing' | 'cited';
  readonly title: string | null;
  readonly authorsText: string | null;
  readonly year: number | null;
}

export interface CitationFact {
  readonly citing: Alias;
  /** Null for a reference without any identifier: listed, not drawn. */
  readonly cited: Alias | null;
  readonly pointer: string;
  readonly refIndex: number | null;
  /** The reference as printed, or the title that stands in for it. */
  readonly raw: string | null;
  /** Where it was read, in words. */
  readonly source: string | null;
  readonly method: string | null;
  readonly role: string | null;
  readonly relationship: string | null;
  readonly aside: Aside | null;
}

export interface ClaimFact {
  readonly work: Alias;
  readonly claimId: string;
  readonly kind: string | null;
  readonly text: string;
  readonly status: string | null;
  readonly attestation: string | null;
  readonly pointer: string;
}

export interface TheoremFact {
  /**
   * `lean:<library>/<declaration>`, with `#<n>` where one library states a declaration's name n times; of a blueprint's
   * node `blueprint:<library>/<label>`, of a module `module:<library>/<module>`.
   */
  readonly id: string;
  /** Other ids of this very statement, under which evidence may name it. */
  readonly aliases: readonly string[];
  /** Lean declarations that formalise a blueprint's node, as `lean:<library>/<declaration>`; nodes may share one. */
  readonly lean: readonly string[];
  readonly library: string;
  /** Of a blueprint's node the file that it stands in. */
  readonly module: string | null;
  /** Of a blueprint's node its label. */
  readonly declaration: string;
  readonly title: string | null;
  /** In the words of the document: theorem, lemma, def, module, … */
  readonly kind: string | null;
  /** In the words of the document: `research open`, `proved`, … */
  readonly status: string | null;
  /** What that comes to; null where it is not told. */
  readonly stage: Stage | null;
  /** All axioms that it rests on; null where it is not told. */
  readonly axioms: readonly string[] | null;
  readonly statement: string | null;
  readonly sorry: boolean | null;
  readonly line: number | null;
  readonly url: string | null;
  readonly pointer: string;
}

/** Where a formal library comes from. */
export interface LibraryFact {
  readonly library: string;
  /** `teorth/pfr`, or an address. */
  readonly repository: string | null;
  readonly revision: string | null;
  readonly licence: string | null;
  readonly pointer: string;
}

export interface TheoremUseFact {
  readonly theorem: string;
  readonly uses: string;
  readonly site: UseSite;
  readonly pointer: string;
}

export interface TheoremLinkFact {
  readonly work: Alias;
  readonly claimId: string | null;
  readonly theorem: string;
  readonly relation: string | null;
  readonly scope: string | null;
  readonly source: string | null;
  readonly pointer: string;
}

export interface EventFact {
  readonly eventId: string | null;
  readonly pithNumber: string | null;
  readonly type: string | null;
  readonly target: string | null;
  readonly createdAt: string | null;
  readonly signer: string | null;
  readonly keyId: string | null;
  /** Of the signer's public key, as stated. */
  readonly fingerprint: string | null;
  readonly pointer: string;
}

/** One thing the registry says of a record: shown as said, never as checked. */
export interface StatementFact {
  readonly pithNumber: string;
  /** Where it stands, in short: `verification_status.externally_anchored`. */
  readonly name: string;
  readonly value: string;
  readonly pointer: string;
}

/** What a state says of how many events it was merged from, to be held against the bundle's events. */
export interface EventCountsFact {
  readonly pithNumber: string;
  readonly eventCount: number | null;
  readonly validEventCount: number | null;
  readonly invalidEventCount: number | null;
  readonly equivocationCount: number | null;
  readonly pointer: string;
}

/** All that one document says. Theorems that are only named by a link appear in `theorems` too, with what is known. */
export interface Facts {
  readonly works: WorkFact[];
  readonly records: RecordFact[];
  readonly citations: CitationFact[];
  readonly claims: ClaimFact[];
  readonly libraries: LibraryFact[];
  readonly theorems: TheoremFact[];
  readonly theoremUses: TheoremUseFact[];
  readonly theoremLinks: TheoremLinkFact[];
  readonly events: EventFact[];
  readonly eventCounts: EventCountsFact[];
  readonly statements: StatementFact[];
}

/** One document after reading and checking. A refused document has no facts and at least one problem. */
export interface CheckedDocument {
  /** The file's name or path (inside an archive: `archive.zip/inner.json`), or the address. */
  readonly name: string;
  /** The address or the archive it came from; null for a file or pasted text. */
  readonly origin: string | null;
  readonly kind: DocumentKind | 'unknown';
  /** Of a graph file that does not say of what it is a graph: what it may be. Else empty. */
  readonly couldBe: readonly DocumentKind[];
  /** Whether it is a list of works or of citations in a format of others: a collection that is not written in ours. */
  readonly isList: boolean;
  readonly bytes: number;
  /** Of the document's bytes as they came (inside an archive: of the expanded file), hex; empty where refused unread. */
  readonly sha256: string;
  /** A sentence the document carries about itself, such as that it is a reconstruction. */
  readonly note: string | null;
  readonly facts: Facts;
  readonly checks: readonly CheckResult[];
  readonly problems: readonly Problem[];
}

export function noFacts(): Facts {
  return {
    works: [],
    records: [],
    citations: [],
    claims: [],
    libraries: [],
    theorems: [],
    theoremUses: [],
    theoremLinks: [],
    events: [],
    eventCounts: [],
    statements: [],
  };
}

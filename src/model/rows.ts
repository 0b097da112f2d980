import type { Scheme } from './ids';

/**
 * Rows of the tables in `src/tables/schema.sql`, as columns: every array of a batch has one length.
 * `null` is SQL's NULL. Ids are positive and given out in the order of arrival; nothing that is drawn depends on them.
 */
export interface TableColumns {
  documents: {
    document_id: number[];
    name: string[];
    origin: (string | null)[];
    kind: string[];
    bytes: number[];
    sha256: string[];
    status: ('loaded' | 'partly' | 'refused')[];
    note: (string | null)[];
  };
  works: {
    work_id: number[];
    public_id: string[];
    title: (string | null)[];
    authors_text: (string | null)[];
    year: (number | null)[];
    date: (string | null)[];
    venue: (string | null)[];
    primary_cat: (string | null)[];
    headline: (string | null)[];
    abstract: (string | null)[];
    is_record: boolean[];
    is_stub: boolean[];
    trust: Trust[];
    stated_cited_by: (number | null)[];
  };
  work_ids: { name_id: number[]; work_id: number[]; scheme: Scheme[]; value: string[]; alias: string[] };
  records: {
    pith_number: string[];
    work_id: number[];
    name_id: number[];
    version: (number | null)[];
    canonical_sha256: (string | null)[];
    submitted_at: (string | null)[];
    license: (string | null)[];
    stated_references: (number | null)[];
    stated_resolved: (number | null)[];
    stated_anchors: (number | null)[];
    stated_formal: (number | null)[];
    graph_pointer: (string | null)[];
    stated_cited_by: (number | null)[];
    trust: Trust[];
    document_id: number[];
    pointer: string[];
  };
  citations: {
    citing: number[];
    cited: (number | null)[];
    /** The names the evidence used, so that a work's names can be reunited when more is known. */
    citing_name: number[];
    cited_name: (number | null)[];
    document_id: number[];
    pointer: string[];
    ref_index: (number | null)[];
    raw: (string | null)[];
    source: (string | null)[];
    method: (string | null)[];
    role: (string | null)[];
    relationship: (string | null)[];
  };
  claims: {
    work_id: number[];
    name_id: number[];
    claim_id: string[];
    kind: (string | null)[];
    text: string[];
    status: (string | null)[];
    attestation: (string | null)[];
    document_id: number[];
    pointer: string[];
  };
  theorems: {
    theorem_id: number[];
    public_id: string[];
    library: string[];
    module: (string | null)[];
    declaration: string[];
    title: (string | null)[];
    kind: (string | null)[];
    status: (string | null)[];
    stage: (Stage | null)[];
    axioms: (string | null)[];
    statement: (string | null)[];
    sorry: (boolean | null)[];
    line: (number | null)[];
    url: (string | null)[];
    document_id: number[];
    pointer: string[];
  };
  theorem_names: { theorem_id: number[]; alias: string[] };
  libraries: {
    library: string[];
    repository: (string | null)[];
    revision: (string | null)[];
    licence: (string | null)[];
    document_id: number[];
    pointer: string[];
  };
  theorem_uses: {
    theorem_id: number[];
    uses: number[];
    site: UseSite[];
    document_id: number[];
    pointer: string[];
  };
  theorem_links: {
    work_id: number[];
    name_id: number[];
    claim_id: (string | null)[];
    theorem_id: number[];
    relation: (string | null)[];
    scope: (string | null)[];
    source: (string | null)[];
    document_id: number[];
    pointer: string[];
  };
  events: {
    event_id: (string | null)[];
    pith_number: (string | null)[];
    type: (string | null)[];
    target: (string | null)[];
    created_at: (string | null)[];
    signer: (string | null)[];
    key_id: (string | null)[];
    fingerprint: (string | null)[];
    document_id: number[];
    pointer: string[];
  };
  statements: {
    pith_number: string[];
    name: string[];
    value: string[];
    document_id: number[];
    pointer: string[];
  };
  checks: {
    subject: string[];
    check: string[];
    verdict: Verdict[];
    detail: string[];
    document_id: number[];
    pointer: string[];
  };
  disagreements: { name_id: number[]; document_id: (number | null)[]; message: string[] };
  problems: {
    document_id: (number | null)[];
    document: string[];
    pointer: string[];
    severity: Severity[];
    message: string[];
  };
}

export type TableName = keyof TableColumns;
export type Verdict = 'pass' | 'fail' | 'not-checkable';
/** `error`: something was left out. `warning`: taken, with a doubt. `note`: worth knowing. */
export type Severity = 'error' | 'warning' | 'note';
/**
 * Of a record or work. `sound`: its number and hash pass and nothing fails. `signed`: besides, each of its events
 * verifies under a key that the person trusts. `none`: no record at all (a stub or a collection's work).
 */
export type Trust = (typeof TRUSTS)[number];
/** Of several records of one work the later in this list counts. */
export const TRUSTS = ['none', 'unchecked', 'sound', 'signed', 'broken'] as const;

/**
 * How far a formal statement has come. `stated`: written in words. `formalised`: stated in Lean, without a proof that is
 * told (or with `sorry`). `proved`: its proof is checked by Lean; a definition: it is made in Lean. `proved-all`: the
 * document says that all it rests on is proved too.
 */
export type Stage = 'stated' | 'formalised' | 'proved' | 'proved-all';

/** Words, in lower case, for what is made and not proved: it is complete once it is in Lean. */
export const DEFINITION_KINDS: readonly string[] =
  'def definition abbrev structure class inductive instance opaque'.split(' ');

/** Where one statement uses another; `import` is between modules. */
export type UseSite = (typeof USE_SITES)[number];
export const USE_SITES = ['statement', 'proof', 'unknown', 'import'] as const;

export interface Problem {
  readonly document: string;
  /** JSON pointer (`/references/sample/3`), `line 12`, a path inside an archive, or empty for the whole document. */
  readonly pointer: string;
  readonly severity: Severity;
  readonly message: string;
}

/** One finding of `checks`, before it has a document. */
export interface CheckResult {
  readonly subject: string;
  readonly check: string;
  readonly verdict: Verdict;
  /** What was expected and what was found, in words. */
  readonly detail: string;
  readonly pointer: string;
}

/** What one call of `open` did. Citations count evidence rows; problems stop at 1,000 with a line that says how many more. */
/** Of a load without any document. */
export const NOTHING_LOADED: LoadReport = {
  ...{ documents: 0, records: 0, works: 0, stubs: 0, citations: 0, claims: 0, theorems: 0, theoremLinks: 0 },
  ...{ problems: [], milliseconds: 0 },
};

export interface LoadReport {
  readonly documents: number;
  readonly records: number;
  readonly works: number;
  readonly stubs: number;
  readonly citations: number;
  readonly claims: number;
  readonly theorems: number;
  readonly theoremLinks: number;
  readonly problems: readonly Problem[];
  readonly milliseconds: number;
}

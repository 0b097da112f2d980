import type { Trust, Verdict } from '../model';
import type { Connection } from '../tables';
import type { NodeNumber } from './resolve';
import { rowsOf } from './rows';
import { writtenOut } from './written-out';

export interface PaperRecord {
  readonly pithNumber: string;
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
  readonly trust: Trust;
  readonly document: string;
  readonly sha256: string;
}

export interface PaperCheck {
  readonly subject: string;
  readonly check: string;
  readonly verdict: Verdict;
  readonly detail: string;
  readonly document: string;
  readonly sha256: string;
  readonly pointer: string;
}

export interface PaperClaim {
  readonly claimId: string;
  readonly kind: string | null;
  readonly text: string;
  readonly status: string | null;
  readonly attestation: string | null;
  readonly document: string;
  readonly sha256: string;
  readonly pointer: string;
}

/** One thing the registry says of a record of the paper. */
export interface PaperStatement {
  readonly pithNumber: string;
  readonly name: string;
  readonly value: string;
  readonly document: string;
  readonly sha256: string;
  readonly pointer: string;
}

/** Where documents say different things of it, in words; without a document where it takes several to see. */
export interface Disagreement {
  readonly message: string;
  readonly document: string | null;
  readonly sha256: string | null;
}

/** A neighbour in a list; `id` is null for a reference without any identifier. */
export interface Neighbour {
  readonly id: string | null;
  readonly title: string;
  readonly year: number | null;
  readonly isStub: boolean;
  readonly evidence: number;
  readonly refIndex: number | null;
}

export interface TheoremTie {
  readonly id: string;
  readonly declaration: string;
  /** In words, as a blueprint has it. */
  readonly title: string | null;
  readonly library: string;
  readonly status: string | null;
  readonly sorry: boolean | null;
  readonly claimId: string | null;
  readonly relation: string | null;
  readonly scope: string | null;
  readonly source: string | null;
  readonly document: string;
  readonly sha256: string;
  readonly pointer: string;
}

export interface Paper {
  readonly id: string;
  readonly title: string | null;
  readonly authors: string | null;
  readonly date: string | null;
  readonly venue: string | null;
  readonly category: string | null;
  readonly headline: string | null;
  readonly abstract: string | null;
  readonly isStub: boolean;
  readonly trust: Trust;
  readonly statedCitedBy: number | null;
  readonly names: readonly string[];
  /** The surest first. */
  readonly records: readonly PaperRecord[];
  readonly checks: readonly PaperCheck[];
  readonly statements: readonly PaperStatement[];
  readonly disagreements: readonly Disagreement[];
  readonly claims: readonly PaperClaim[];
  readonly references: readonly Neighbour[];
  readonly citing: readonly Neighbour[];
  readonly theorems: readonly TheoremTie[];
  /** The questions that lists are the answers to, for a person to ask again. */
  readonly sql: Readonly<Record<'checks' | 'claims' | 'references' | 'citing' | 'theorems', string>>;
  /** Names of the documents that say something of it, with the kind of each. */
  readonly documents: readonly {
    readonly name: string;
    readonly sha256: string;
    readonly kind: string;
    readonly note: string | null;
  }[];
}

const PAPER = `SELECT public_id AS id, title, authors_text AS authors, date, venue, primary_cat AS category, headline, abstract,
  is_stub AS "isStub", trust, stated_cited_by AS "statedCitedBy" FROM works WHERE work_id = ?1`;
const NAMES = `SELECT alias FROM work_ids WHERE work_id = ?1 ORDER BY scheme, alias`;
const RECORDS = `SELECT pith_number AS "pithNumber", version, canonical_sha256 AS "canonicalSha256", submitted_at AS "submittedAt",
  license, stated_references AS "statedReferences", stated_resolved AS "statedResolved", stated_anchors AS "statedAnchors",
  stated_formal AS "statedFormal", graph_pointer AS "graphPointer", stated_cited_by AS "statedCitedBy", trust, d.name AS document, d.sha256
  FROM records r JOIN documents d USING (document_id) WHERE work_id = ?1
  ORDER BY list_position(['signed', 'sound', 'unchecked', 'broken'], trust), pith_number, d.sha256`;
const CHECKS = `SELECT DISTINCT subject, "check", verdict, detail, d.name AS document, d.sha256, pointer FROM checks c JOIN documents d USING (document_id)
  WHERE subject IN (SELECT pith_number FROM records WHERE work_id = ?1) ORDER BY verdict = 'pass', subject, "check", detail`;
const STATEMENTS = `SELECT DISTINCT pith_number AS "pithNumber", s.name, value, d.name AS document, d.sha256, pointer
  FROM statements s JOIN documents d USING (document_id)
  WHERE pith_number IN (SELECT pith_number FROM records WHERE work_id = ?1) ORDER BY pith_number, s.name, value, document`;
const DISAGREEMENTS = `SELECT DISTINCT message, d.name AS document, d.sha256 FROM disagreements
  LEFT JOIN documents d USING (document_id) WHERE name_id IN (SELECT name_id FROM work_ids WHERE work_id = ?1)
  ORDER BY message, d.sha256`;
const CLAIMS = `SELECT claim_id AS "claimId", c.kind, text, c.status, attestation, d.name AS document, d.sha256, c.pointer
  FROM claims c JOIN documents d USING (document_id) WHERE work_id = ?1 ORDER BY claim_id, text`;
const REFERENCES = `SELECT w.public_id AS id, coalesce(w.title, max(c.raw), w.public_id, 'untitled') AS title, w.year,
  coalesce(w.is_stub, true) AS "isStub", count(*)::INTEGER AS evidence, min(c.ref_index) AS "refIndex"
  FROM citations c LEFT JOIN works w ON w.work_id = c.cited WHERE c.citing = ?1 AND c.cited IS DISTINCT FROM ?1
  GROUP BY w.public_id, w.title, w.year, w.is_stub, CASE WHEN c.cited IS NULL THEN c.raw END
  ORDER BY "refIndex" NULLS LAST, w.year DESC NULLS LAST, title, id`;
const CITING = `SELECT w.public_id AS id, coalesce(w.title, w.public_id) AS title, w.year, w.is_stub AS "isStub",
  count(*)::INTEGER AS evidence, NULL::INTEGER AS "refIndex" FROM citations c JOIN works w ON w.work_id = c.citing
  WHERE c.cited = ?1 AND c.citing <> ?1 GROUP BY w.public_id, w.title, w.year, w.is_stub ORDER BY w.year DESC NULLS LAST, title, id`;
const THEOREMS = `SELECT t.public_id AS id, declaration, title, library, t.status, sorry, claim_id AS "claimId", relation, scope, source,
  d.name AS document, d.sha256, l.pointer FROM theorem_links l JOIN theorems t USING (theorem_id)
  JOIN documents d ON d.document_id = l.document_id WHERE work_id = ?1 ORDER BY scope DESC, declaration, t.public_id, source`;
const DOCUMENTS = `SELECT DISTINCT d.name, d.sha256, d.kind, d.note FROM documents d WHERE document_id IN (
  SELECT document_id FROM records WHERE work_id = ?1 UNION SELECT document_id FROM claims WHERE work_id = ?1
  UNION SELECT document_id FROM citations WHERE citing = ?1 OR cited = ?1
  UNION SELECT document_id FROM theorem_links WHERE work_id = ?1) ORDER BY d.name`;

/** Everything known of one paper. Null where no work has that number. */
export async function readPaper(connection: Connection, work: NodeNumber): Promise<Paper | null> {
  const ask = async <T>(sql: string) => rowsOf<T>(await connection.query(sql, [work]));
  const [
    heads,
    names,
    records,
    checks,
    statements,
    disagreements,
    claims,
    references,
    citing,
    theorems,
    documents,
  ] = await Promise.all([
    ask<
      Omit<
        Paper,
        | 'names'
        | 'records'
        | 'checks'
        | 'statements'
        | 'disagreements'
        | 'claims'
        | 'references'
        | 'citing'
        | 'theorems'
        | 'documents'
        | 'sql'
      >
    >(PAPER),
    ask<{ alias: string }>(NAMES),
    ask<PaperRecord>(RECORDS),
    ask<PaperCheck>(CHECKS),
    ask<PaperStatement>(STATEMENTS),
    ask<Disagreement>(DISAGREEMENTS),
    ask<PaperClaim>(CLAIMS),
    ask<Neighbour>(REFERENCES),
    ask<Neighbour>(CITING),
    ask<TheoremTie>(THEOREMS),
    ask<Paper['documents'][number]>(DOCUMENTS),
  ]);
  const head = heads[0];
  if (!head) return null;
  return {
    ...head,
    names: names.map(({ alias }) => alias),
    records,
    checks,
    statements,
    disagreements,
    claims,
    references,
    citing,
    theorems,
    documents,
    sql: {
      checks: writtenOut(CHECKS, [work]),
      claims: writtenOut(CLAIMS, [work]),
      references: writtenOut(REFERENCES, [work]),
      citing: writtenOut(CITING, [work]),
      theorems: writtenOut(THEOREMS, [work]),
    },
  };
}

/** The checks of a paper's records, for the console API. */
export async function readChecks(connection: Connection, work: NodeNumber): Promise<PaperCheck[]> {
  return rowsOf<PaperCheck>(await connection.query(CHECKS, [work]));
}

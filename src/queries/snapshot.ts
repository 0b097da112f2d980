import type { LineKind } from '../model';
import type { Columns, Connection } from '../tables';

type Text = readonly (string | null)[];

/**
 * What a snapshot is told from another by, as columns of one length each. `node` is a work's number, or minus that of a
 * theorem; `documents` the numbers of those that say it, with spaces between, empty where no row tells.
 */
export interface SnapshotColumns {
  readonly documents: {
    readonly document: readonly number[];
    readonly name: readonly string[];
    readonly sha256: readonly string[];
  };
  readonly works: {
    readonly node: readonly number[];
    readonly id: readonly string[];
    /** All its names, `SEPARATOR` between. */
    readonly names: Text;
    readonly title: Text;
    readonly authors: Text;
    readonly date: Text;
    readonly venue: Text;
    readonly category: Text;
    /** `record`, `listed` or `stub`. */
    readonly known: Text;
    readonly trust: Text;
    readonly documents: Text;
  };
  readonly claims: {
    readonly node: readonly number[];
    readonly claim: readonly string[];
    readonly text: Text;
    readonly kind: Text;
    readonly status: Text;
    readonly attestation: Text;
    readonly documents: Text;
  };
  readonly theorems: {
    readonly node: readonly number[];
    readonly id: readonly string[];
    readonly title: Text;
    readonly kind: Text;
    readonly module: Text;
    readonly status: Text;
    readonly stage: Text;
    readonly sorry: Text;
    readonly axioms: Text;
    readonly documents: Text;
  };
  readonly lines: {
    readonly kind: readonly LineKind[];
    readonly from: readonly number[];
    readonly to: readonly number[];
    /** Of a tie that names one. */
    readonly claim: Text;
    /** What its evidence states, each once: relationships and roles, relations, sites. */
    readonly stated: Text;
    readonly documents: Text;
  };
  readonly records: {
    readonly node: readonly number[];
    readonly record: readonly string[];
    readonly hash: Text;
    readonly signers: Text;
    /** Names of all its events, in their order. */
    readonly events: Text;
    readonly documents: Text;
  };
  readonly verdicts: {
    readonly record: readonly string[];
    readonly check: readonly string[];
    /** The worst of several. */
    readonly verdict: Text;
  };
}

export type SnapshotTable = keyof SnapshotColumns;

/** Rows of one table; those of a table may come in several parts. */
export type SnapshotPart = {
  readonly [Table in SnapshotTable]: { readonly table: Table; readonly columns: SnapshotColumns[Table] };
}[SnapshotTable];

const TOLD = `string_agg(DISTINCT document_id::VARCHAR, ' ' ORDER BY document_id::VARCHAR)`;

const STATED = (word: string) => `string_agg(DISTINCT ${word}, ', ' ORDER BY ${word})`;

const RANGE = (column: string) => `${column} > ?1 AND ${column} <= ?2`;

const WORKS = `
WITH named AS (SELECT work_id, string_agg(alias, chr(31) ORDER BY alias) AS names FROM work_ids WHERE ${RANGE('work_id')} GROUP BY work_id),
told AS (SELECT work_id, ${TOLD} AS documents FROM (
  SELECT work_id, document_id FROM records UNION ALL SELECT work_id, document_id FROM claims
  UNION ALL SELECT citing, document_id FROM citations UNION ALL SELECT cited, document_id FROM citations
  UNION ALL SELECT work_id, document_id FROM theorem_links) WHERE ${RANGE('work_id')} GROUP BY work_id)
SELECT work_id AS node, public_id AS id, names, title, authors_text AS authors, coalesce(date, year::VARCHAR) AS date, venue,
       primary_cat AS category, CASE WHEN is_record THEN 'record' WHEN is_stub THEN 'stub' ELSE 'listed' END AS known, trust, documents
  FROM works LEFT JOIN named USING (work_id) LEFT JOIN told USING (work_id) WHERE ${RANGE('work_id')} ORDER BY work_id`;

const CLAIMS = `
SELECT work_id AS node, claim_id AS claim, ${STATED('text')} AS text, ${STATED('kind')} AS kind, ${STATED('status')} AS status,
       ${STATED('attestation')} AS attestation, ${TOLD} AS documents
  FROM claims WHERE ${RANGE('work_id')} GROUP BY work_id, claim_id ORDER BY work_id, claim_id`;

const THEOREMS = `
SELECT -theorem_id AS node, public_id AS id, coalesce(title, declaration) AS title, kind, module, status, stage,
       CASE WHEN sorry THEN 'yes' WHEN NOT sorry THEN 'no' END AS sorry, axioms, document_id::VARCHAR AS documents
  FROM theorems WHERE ${RANGE('theorem_id')} ORDER BY theorem_id`;

const CITATIONS = `
SELECT 'cites' AS kind, citing AS "from", cited AS "to", NULL::VARCHAR AS claim, ${STATED(`coalesce(relationship, role)`)} AS stated, ${TOLD} AS documents
  FROM citations WHERE cited IS NOT NULL AND cited <> citing AND ${RANGE('citing')} GROUP BY citing, cited ORDER BY citing, cited`;

const TIES = `
SELECT 'formal' AS kind, work_id AS "from", -theorem_id AS "to", claim_id AS claim, ${STATED('relation')} AS stated, ${TOLD} AS documents
  FROM theorem_links WHERE ${RANGE('work_id')} GROUP BY work_id, theorem_id, claim_id ORDER BY work_id, theorem_id, claim_id NULLS FIRST`;

const USES = `
SELECT 'uses' AS kind, -theorem_id AS "from", -uses AS "to", NULL::VARCHAR AS claim, ${STATED('site')} AS stated, ${TOLD} AS documents
  FROM theorem_uses WHERE theorem_id <> uses AND ${RANGE('theorem_id')} GROUP BY theorem_id, uses ORDER BY theorem_id, uses`;

const SIGNER = `nullif(concat_ws(' ', signer, '(' || key_id || ')', left(fingerprint, 16)), '')`;

const RECORDS = `
WITH signed AS (SELECT pith_number, ${STATED(SIGNER)} AS signers,
  string_agg(DISTINCT coalesce(event_id, concat_ws(' ', type, created_at)), ' ' ORDER BY coalesce(event_id, concat_ws(' ', type, created_at))) AS events
  FROM events GROUP BY pith_number)
SELECT min(work_id) AS node, pith_number AS record, ${STATED('canonical_sha256')} AS hash, min(signers) AS signers, min(events) AS events, ${TOLD} AS documents
  FROM records LEFT JOIN signed USING (pith_number) WHERE ${RANGE('work_id')} GROUP BY pith_number ORDER BY pith_number`;

const VERDICTS = `
SELECT subject AS record, "check", CASE WHEN bool_or(verdict = 'fail') THEN 'fail'
       WHEN bool_or(verdict = 'not-checkable') THEN 'not-checkable' ELSE 'pass' END AS verdict
  FROM checks WHERE subject IN (SELECT pith_number FROM records WHERE ${RANGE('work_id')}) GROUP BY subject, "check" ORDER BY subject, "check"`;

const DOCUMENTS = `SELECT document_id AS document, name, sha256 FROM documents WHERE ${RANGE('document_id')} AND status <> 'refused' ORDER BY document_id`;

/** How many works, theorems or documents are asked of at a time, so that the page can answer in between. */
const STEP = 1000;

const QUESTIONS: readonly (readonly [SnapshotTable, sql: string, of: 'works' | 'theorems' | 'documents'])[] =
  [
    ['documents', DOCUMENTS, 'documents'],
    ['works', WORKS, 'works'],
    ['theorems', THEOREMS, 'theorems'],
    ['claims', CLAIMS, 'works'],
    ['lines', CITATIONS, 'works'],
    ['lines', TIES, 'works'],
    ['lines', USES, 'theorems'],
    ['records', RECORDS, 'works'],
    ['verdicts', VERDICTS, 'works'],
  ];

const ENDS = `SELECT (SELECT coalesce(max(work_id), 0) FROM works)::INTEGER AS works,
  (SELECT coalesce(max(theorem_id), 0) FROM theorems)::INTEGER AS theorems,
  (SELECT coalesce(max(document_id), 0) FROM documents)::INTEGER AS documents`;

/** All of it, a part at a time; documents come first, works and theorems before what is said of them. */
export async function* readSnapshot(
  connection: Connection,
): AsyncGenerator<{ readonly part: SnapshotPart; readonly done: number }> {
  const ends = await connection.query(ENDS);
  const steps = QUESTIONS.flatMap(([table, sql, of]) => {
    const count = Math.ceil((ends.numbers(of)[0] ?? 0) / STEP);
    return Array.from({ length: count }, (_, step) => ({ table, sql, from: step * STEP }));
  });
  for (const [at, { table, sql, from }] of steps.entries()) {
    const rows = await connection.query(sql, [from, from + STEP]);
    if (rows.rowCount > 0) yield { part: partOf(table, rows), done: (at + 1) / steps.length };
  }
}

function partOf(table: SnapshotTable, rows: Columns): SnapshotPart {
  const columns = Object.fromEntries(rows.names.map((name) => [name, rows.values(name)]));
  return { table, columns } as unknown as SnapshotPart;
}

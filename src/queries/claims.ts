import { joined, type TieRelation } from '../model';
import type { Columns, Connection } from '../tables';
import { LIST } from './list';
import { KNOWN_TIE, TIE_WORD } from './tie-relations';
import type { NodeNumber, Resolved } from './resolved';

/** Which works of a neighbourhood have claims, and the claims of those that are unfolded. */
export interface Claims {
  readonly counts: { readonly work: readonly NodeNumber[]; readonly claims: readonly number[] };
  readonly unfolded: ClaimColumns;
  /** How the ties of unfolded works are shared out among their claims. */
  readonly ties: TieColumns;
}

/** One row a claim, in the order of their ids; where records give one id several texts, the first of these. */
export interface ClaimColumns {
  readonly work: readonly NodeNumber[];
  /** `<public id of its work>#<claim_id>` */
  readonly id: readonly string[];
  readonly claimId: readonly string[];
  readonly text: readonly string[];
  /** Kind, status and attestation as documents have them: `strongest_claim, machine_extracted, unclaimed`. */
  readonly status: readonly string[];
  /** In how many places it stands. */
  readonly evidence: readonly number[];
}

/** One row for all evidence that ties the same claim to the same theorem. */
export interface TieColumns {
  readonly work: readonly NodeNumber[];
  /** The id of a claim; null for evidence that names none, or none that is known: it stays with the paper. */
  readonly claim: readonly (string | null)[];
  readonly theorem: readonly NodeNumber[];
  readonly evidence: readonly number[];
  readonly isWeak: readonly boolean[];
  /** What its evidence states; null where that is none that is known. */
  readonly relation: readonly (TieRelation | null)[];
}

const COUNTS = `SELECT work_id AS work, count(DISTINCT claim_id)::INTEGER AS claims FROM claims
 WHERE work_id IN (FROM ${LIST(1)}) GROUP BY work_id ORDER BY work_id`;

const UNFOLDED = `
SELECT work_id AS work, public_id || '#' || claim_id AS id, claim_id AS "claimId", count(*)::INTEGER AS evidence,
       min(text) AS text, concat_ws(', ', arg_min(kind, text), arg_min(c.status, text), arg_min(attestation, text)) AS status
  FROM claims c JOIN works USING (work_id) WHERE work_id IN (FROM ${LIST(1)})
 GROUP BY work_id, public_id, claim_id ORDER BY id`;

const TIES = `
WITH known AS (SELECT DISTINCT work_id, claim_id FROM claims WHERE work_id IN (FROM ${LIST(1)}))
SELECT work_id AS work, public_id || '#' || known.claim_id AS claim, -theorem_id AS theorem,
       count(*)::INTEGER AS evidence, bool_and(coalesce(scope, '') = 'file') AS "isWeak",
       CASE WHEN count(DISTINCT word) FILTER (word IN ${KNOWN_TIE}) > 1 THEN 'several'
            ELSE min(word) FILTER (word IN ${KNOWN_TIE}) END AS relation
  FROM (SELECT *, ${TIE_WORD} AS word FROM theorem_links) l LEFT JOIN known USING (work_id, claim_id) JOIN works USING (work_id)
 WHERE work_id IN (SELECT work_id FROM known)
 GROUP BY work_id, public_id, known.claim_id, theorem_id ORDER BY claim NULLS FIRST, theorem`;

/** Null where none of the nodes has a claim. */
export async function readClaims(
  connection: Connection,
  nodes: readonly NodeNumber[],
  unfolded: readonly NodeNumber[],
): Promise<Claims | null> {
  const counts = await connection.query(COUNTS, [joined(nodes)]);
  if (counts.rowCount === 0) return null;
  const works = [joined(unfolded.filter((work) => nodes.includes(work)))];
  const [claims, ties] = await Promise.all([
    connection.query(UNFOLDED, works),
    connection.query(TIES, works),
  ]);
  return {
    counts: { work: counts.numbers('work'), claims: counts.numbers('claims') },
    unfolded: claimColumns(claims),
    ties: {
      work: ties.numbers('work'),
      claim: ties.values('claim') as TieColumns['claim'],
      theorem: ties.numbers('theorem'),
      evidence: ties.numbers('evidence'),
      isWeak: ties.values('isWeak') as TieColumns['isWeak'],
      relation: ties.values('relation') as TieColumns['relation'],
    },
  };
}

function claimColumns(rows: Columns): ClaimColumns {
  return {
    work: rows.numbers('work'),
    id: rows.texts('id'),
    claimId: rows.texts('claimId'),
    text: rows.texts('text'),
    status: rows.texts('status'),
    evidence: rows.numbers('evidence'),
  };
}

/** A claim by its name: that of its work, with its own id. */
export interface ResolvedClaim extends Resolved {
  /** Of its work. */
  readonly node: NodeNumber;
  readonly claimId: string;
}

/** Not taken apart, because a DOI and an id of a claim may hold the sign between them. */
const NAMED = `
WITH asked AS (SELECT unnest(string_split(?1, chr(31))) AS name)
SELECT DISTINCT name, c.work_id AS node, public_id || '#' || claim_id AS id, claim_id AS "claimId"
  FROM claims c JOIN works USING (work_id) JOIN work_ids i ON i.work_id = c.work_id JOIN asked ON name = alias || '#' || claim_id`;

/** Under any name of their works; those that nothing loaded has are absent. */
export async function resolveClaims(
  connection: Connection,
  texts: readonly string[],
): Promise<Map<string, ResolvedClaim>> {
  const asked = texts.filter((text) => text.includes('#') && !/^(?:reference|lean|blueprint):/.test(text));
  if (asked.length === 0) return new Map();
  const found = await connection.query(NAMED, [joined(asked.map((text) => text.toWellFormed()))]);
  const [nodes, ids, claims] = [found.numbers('node'), found.texts('id'), found.texts('claimId')];
  return new Map(
    found
      .texts('name')
      .map((name, row) => [name, { node: nodes[row] ?? 0, id: ids[row] ?? '', claimId: claims[row] ?? '' }]),
  );
}

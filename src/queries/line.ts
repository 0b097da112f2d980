import type { LineKind } from '../model';
import type { Connection } from '../tables';
import type { NodeNumber } from './resolve';
import { rowsOf } from './rows';
import { writtenOut } from './written-out';

/** One piece of evidence for a line. */
export interface Evidence {
  /** `claim`, `contains`: a place where a claim stands, or a statement of a module; nothing else joins them. */
  readonly kind: LineKind | 'claim' | 'contains';
  readonly document: string;
  readonly sha256: string;
  readonly documentKind: string;
  readonly pointer: string;
  readonly source: string | null;
  readonly method: string | null;
  readonly raw: string | null;
  readonly refIndex: number | null;
  readonly role: string | null;
  /** A citation's relationship, a theorem tie's relation, or the site of a use. */
  readonly relationship: string | null;
  readonly scope: string | null;
}

const EVIDENCE = `
SELECT 'cites' AS kind, d.name AS document, d.sha256, d.kind AS "documentKind", pointer, source, method, raw, ref_index AS "refIndex", role,
       relationship, NULL AS scope FROM citations JOIN documents d USING (document_id) WHERE citing = ?1 AND cited = ?2
UNION ALL
SELECT 'formal', d.name, d.sha256, d.kind, pointer, source, NULL, NULL, NULL, claim_id, relation, scope
  FROM theorem_links l JOIN documents d USING (document_id) WHERE work_id = ?1 AND theorem_id = -?2
   AND (?3 = '' OR claim_id = ?3) AND NOT (?4 AND EXISTS (FROM claims c WHERE c.work_id = ?1 AND c.claim_id = l.claim_id))
UNION ALL
SELECT 'uses', d.name, d.sha256, d.kind, pointer, NULL, NULL, NULL, NULL, NULL, site, NULL
  FROM theorem_uses JOIN documents d USING (document_id) WHERE theorem_id = -?1 AND uses = -?2
ORDER BY kind, document, pointer`;

/** Of ties: only those that name this claim, or, where the paper is unfolded, those that name none of its claims. */
export interface OfClaims {
  readonly claimId: string | null;
  readonly isUnfolded: boolean;
}

export async function readEvidence(
  connection: Connection,
  from: NodeNumber,
  to: NodeNumber,
  of?: OfClaims,
): Promise<Evidence[]> {
  return rowsOf<Evidence>(await connection.query(EVIDENCE, parametersOf(from, to, of)));
}

/** The same as SQL to read and change. */
export function evidenceSql(from: NodeNumber, to: NodeNumber, of?: OfClaims): string {
  return writtenOut(EVIDENCE, parametersOf(from, to, of));
}

function parametersOf(
  from: NodeNumber,
  to: NodeNumber,
  { claimId, isUnfolded }: OfClaims = { claimId: null, isUnfolded: false },
) {
  return [from, to, claimId ?? '', claimId === null && isUnfolded];
}

const PLACES = `
SELECT 'claim' AS kind, d.name AS document, d.sha256, d.kind AS "documentKind", pointer, NULL AS source, NULL AS method, text AS raw,
       NULL AS "refIndex", NULL AS role, NULL AS relationship, NULL AS scope
  FROM claims JOIN documents d USING (document_id) WHERE work_id = ?1 AND claim_id = ?2 ORDER BY document, pointer`;

/** Where a claim of a work stands. */
export async function readClaimPlaces(
  connection: Connection,
  work: NodeNumber,
  claimId: string,
): Promise<Evidence[]> {
  return rowsOf<Evidence>(await connection.query(PLACES, [work, claimId]));
}

/** The same as SQL to read and change. */
export function claimPlacesSql(work: NodeNumber, claimId: string): string {
  return writtenOut(PLACES, [work, claimId]);
}

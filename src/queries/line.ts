import type { LineKind } from '../model';
import type { Connection } from '../tables';
import type { NodeNumber } from './resolve';
import { rowsOf } from './rows';

/** One piece of evidence for a line. */
export interface Evidence {
  readonly kind: LineKind;
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
  FROM theorem_links JOIN documents d USING (document_id) WHERE work_id = ?1 AND theorem_id = -?2
UNION ALL
SELECT 'uses', d.name, d.sha256, d.kind, pointer, NULL, NULL, NULL, NULL, NULL, site, NULL
  FROM theorem_uses JOIN documents d USING (document_id) WHERE theorem_id = -?1 AND uses = -?2
ORDER BY kind, document, pointer`;

export async function readEvidence(
  connection: Connection,
  from: NodeNumber,
  to: NodeNumber,
): Promise<Evidence[]> {
  return rowsOf<Evidence>(await connection.query(EVIDENCE, [from, to]));
}

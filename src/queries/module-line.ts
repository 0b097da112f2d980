import type { Connection } from '../tables';
import type { Evidence } from './line';
import { rowsOf } from './rows';
import { writtenOut } from './written-out';

const MODULE_EVIDENCE = `
WITH statements AS (
  SELECT theorem_id, document_id, pointer, public_id AS id, 'module:' || library || '/' || module AS module FROM theorems),
evidence AS (
  SELECT 'contains' AS kind, document_id, pointer, NULL AS source, NULL AS role, NULL AS relationship, NULL AS scope
    FROM statements WHERE module = ?1 AND id = ?2
  UNION ALL
  SELECT 'uses', u.document_id, u.pointer, NULL, NULL, site, NULL
    FROM theorem_uses u JOIN statements a USING (theorem_id) JOIN statements b ON b.theorem_id = uses
   WHERE ?3 AND ?1 IN (a.module, a.id) AND ?2 IN (b.module, b.id)
  UNION ALL
  SELECT 'formal', l.document_id, l.pointer, source, claim_id, relation, scope
    FROM theorem_links l JOIN works w USING (work_id) JOIN statements b USING (theorem_id)
   WHERE ?3 AND ?1 = w.public_id AND ?2 IN (b.module, b.id))
SELECT e.kind, d.name AS document, d.sha256, d.kind AS "documentKind", pointer, source, NULL AS method, NULL AS raw,
       NULL AS "refIndex", role, relationship, scope
  FROM evidence e JOIN documents d USING (document_id) ORDER BY e.kind, document, pointer`;

/**
 * Why a line leads to or from a module, by public ids: that a statement stands in it, and, where it is folded, what the
 * statements in it use and are used by.
 */
export async function readModuleEvidence(
  connection: Connection,
  from: string,
  to: string,
  isFolded: boolean,
): Promise<Evidence[]> {
  return rowsOf<Evidence>(await connection.query(MODULE_EVIDENCE, [from, to, isFolded]));
}

/** The same as SQL to read and change. */
export function moduleEvidenceSql(from: string, to: string, isFolded: boolean): string {
  return writtenOut(MODULE_EVIDENCE, [from, to, isFolded]);
}

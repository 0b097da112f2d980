import { joined } from '../model';
import type { Connection } from '../tables';
import type { NodeNumber } from './resolved';
import { rowsOf } from './rows';
import { writtenOut } from './written-out';

/** What formal statements stand behind a work, or behind one of its claims. */
export interface Coverage {
  readonly node: NodeNumber;
  /** Null for the work as a whole. */
  readonly claimId: string | null;
  readonly claim: string | null;
  /** Statements tied to it; those whose tie says more than that it is mentioned; those of these that Lean has checked. */
  readonly tied: number;
  readonly counterparts: number;
  readonly checked: number;
}

const COVERAGE = `
WITH asked AS MATERIALIZED (SELECT i::INTEGER AS work_id FROM (SELECT unnest(string_split(?1, chr(31))) AS i)),
ties AS (
  SELECT work_id, claim_id, theorem_id,
         lower(coalesce(relation, '')) NOT IN ('', 'mentioned', 'mentions', 'unknown') AS is_counterpart,
         coalesce(stage IN ('proved', 'proved-all'), false) AND NOT coalesce(sorry, false) AS is_checked
    FROM theorem_links JOIN theorems USING (theorem_id) WHERE work_id IN (FROM asked)
),
told AS (SELECT DISTINCT work_id, claim_id, arg_min(text, text) AS text FROM claims WHERE work_id IN (FROM asked) GROUP BY ALL)
SELECT work_id AS node, NULL AS "claimId", NULL AS claim, count(DISTINCT theorem_id)::INTEGER AS tied,
       count(DISTINCT theorem_id) FILTER (is_counterpart)::INTEGER AS counterparts,
       count(DISTINCT theorem_id) FILTER (is_counterpart AND is_checked)::INTEGER AS checked
  FROM asked LEFT JOIN ties USING (work_id) GROUP BY work_id
UNION ALL
SELECT told.work_id, told.claim_id, text, count(DISTINCT theorem_id)::INTEGER,
       count(DISTINCT theorem_id) FILTER (is_counterpart)::INTEGER,
       count(DISTINCT theorem_id) FILTER (is_counterpart AND is_checked)::INTEGER
  FROM told LEFT JOIN ties ON ties.work_id = told.work_id AND ties.claim_id = told.claim_id GROUP BY ALL
ORDER BY node, "claimId" NULLS FIRST`;

/** Of these works, and of each of their claims. */
export async function readCoverage(
  connection: Connection,
  works: readonly NodeNumber[],
): Promise<Coverage[]> {
  if (works.length === 0) return [];
  return rowsOf<Coverage>(await connection.query(COVERAGE, [joined(works)]));
}

export function coverageSql(works: readonly NodeNumber[]): string {
  return writtenOut(COVERAGE, [joined(works)]);
}

import { joined, type DocumentMark } from '../model';
import type { Connection } from '../tables';
import { LIST } from './list';
import type { NodeNumber } from './resolve';
import { rowsOf } from './rows';

const DOCUMENTS = `
WITH shown AS MATERIALIZED ${LIST(1)},
evidence AS (
  SELECT document_id FROM records WHERE work_id IN (FROM shown)
  UNION ALL
  SELECT document_id FROM citations WHERE citing IN (FROM shown) AND cited IN (FROM shown)
  UNION ALL
  SELECT document_id FROM theorems WHERE -theorem_id IN (FROM shown)
  UNION ALL
  SELECT document_id FROM theorem_uses WHERE -theorem_id IN (FROM shown) AND -uses IN (FROM shown)
  UNION ALL
  SELECT document_id FROM theorem_links WHERE work_id IN (FROM shown) AND -theorem_id IN (FROM shown)),
counted AS (SELECT document_id, count(*) AS pieces FROM evidence GROUP BY document_id)
SELECT name, sha256 FROM documents LEFT JOIN counted USING (document_id) WHERE status <> 'refused'
 ORDER BY coalesce(pieces, 0) DESC, name, sha256`;

/** All that was loaded, for a figure to name: first what says most of what is shown. */
export async function readFigureDocuments(
  connection: Connection,
  nodes: readonly NodeNumber[],
): Promise<DocumentMark[]> {
  return rowsOf<DocumentMark>(await connection.query(DOCUMENTS, [joined(nodes)]));
}

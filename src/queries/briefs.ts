import { joined } from '../model';
import type { Connection } from '../tables';
import type { NodeNumber } from './resolve';
import { rowsOf } from './rows';

/** What a list shows of a work or theorem. */
export interface Brief {
  readonly node: NodeNumber;
  readonly id: string;
  readonly kind: 'paper' | 'stub' | 'theorem';
  readonly title: string | null;
  readonly authors: string | null;
  readonly year: number | null;
  readonly date: string | null;
  readonly trust: string;
  readonly isRecord: boolean;
}

const BRIEFS = `
WITH asked AS MATERIALIZED (SELECT unnest(string_split(?1, chr(31)))::INTEGER AS node)
SELECT node, public_id AS id, CASE WHEN is_stub THEN 'stub' ELSE 'paper' END AS kind, title, authors_text AS authors,
       year, date, trust, is_record AS "isRecord" FROM asked JOIN works ON work_id = node
UNION ALL
SELECT node, public_id, 'theorem', coalesce(title, declaration), library, NULL, NULL, 'none', false FROM asked JOIN theorems ON theorem_id = -node`;

/** By node number, for as many as a list shows. */
export async function readBriefs(
  connection: Connection,
  nodes: readonly NodeNumber[],
): Promise<ReadonlyMap<NodeNumber, Brief>> {
  if (nodes.length === 0) return new Map();
  const rows = await connection.query(BRIEFS, [joined([...new Set(nodes)])]);
  return new Map(rowsOf<Brief>(rows).map((brief) => [brief.node, brief]));
}

export interface EvidenceDocument {
  readonly id: number;
  readonly name: string;
  /** Pieces of evidence that one work cites another. */
  readonly citations: number;
}

const DOCUMENTS = `SELECT document_id AS id, name, count(*)::INTEGER AS citations FROM citations JOIN documents USING (document_id)
 GROUP BY ALL ORDER BY citations DESC, name, id LIMIT 200`;

/** Those that evidence of citations stands in, the ones with the most first, up to 200. */
export async function readEvidenceDocuments(connection: Connection): Promise<EvidenceDocument[]> {
  return rowsOf<EvidenceDocument>(await connection.query(DOCUMENTS));
}

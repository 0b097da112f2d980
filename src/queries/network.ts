import type { Columns, Connection } from '../tables';

/** All works and theorems in the order of their public ids, and all evidence of lines among them, a row a piece. */
export interface NetworkRows {
  readonly node: Int32Array;
  /** As yyyymmdd, what is not known of it 00; -1 where not even the year is. */
  readonly date: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** 0 cites, 1 formal, 2 uses. */
  readonly kind: Int32Array;
  readonly document: Int32Array;
  /** 1 where it stands in the document of a sound record of the work it leads from. */
  readonly isSound: Int32Array;
}

const NODES = `
SELECT node, coalesce(try_cast(rpad(replace(coalesce(date, year::VARCHAR), '-', ''), 8, '0') AS INTEGER), -1)::INTEGER AS date FROM (
  SELECT work_id AS node, public_id, date, year FROM works
  UNION ALL SELECT -theorem_id, public_id, NULL, NULL FROM theorems
) ORDER BY public_id`;

/** The view `lines` with the document of each piece. */
const LINES = `
WITH sound AS (SELECT DISTINCT work_id, document_id FROM records WHERE trust IN ('sound', 'signed')),
evidence AS (
  SELECT citing AS from_node, cited AS to_node, 0 AS kind, document_id FROM citations WHERE cited IS NOT NULL AND citing <> cited
  UNION ALL SELECT work_id, -theorem_id, 1, document_id FROM theorem_links
  UNION ALL SELECT -theorem_id, -uses, 2, document_id FROM theorem_uses WHERE theorem_id <> uses
)
SELECT from_node, to_node, kind::INTEGER AS kind, e.document_id, (s.work_id IS NOT NULL)::INTEGER AS is_sound
  FROM evidence e LEFT JOIN sound s ON s.work_id = e.from_node AND s.document_id = e.document_id`;

export async function readNetwork(connection: Connection): Promise<NetworkRows> {
  const [nodes, lines] = await Promise.all([connection.query(NODES), connection.query(LINES)]);
  return {
    node: nodes.ints('node'),
    date: nodes.ints('date'),
    ...linesOf(lines),
  };
}

function linesOf(lines: Columns): Omit<NetworkRows, 'node' | 'date'> {
  return {
    from: lines.ints('from_node'),
    to: lines.ints('to_node'),
    kind: lines.ints('kind'),
    document: lines.ints('document_id'),
    isSound: lines.ints('is_sound'),
  };
}

import type { Connection } from '../tables';
import { readExtent } from './shelves';

/** All works and theorems in the order of their public ids. */
export interface NodeRows {
  readonly node: Int32Array;
  /** As yyyymmdd, what is not known of it 00; -1 where not even the year is. */
  readonly date: Int32Array;
}

/** Evidence of lines among them, a row a piece. */
export interface LineRows {
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** 0 cites, 1 formal, 2 uses. */
  readonly kind: Int32Array;
  readonly document: Int32Array;
  /** 1 where it stands in the document of a sound record of the work it leads from. */
  readonly isSound: Int32Array;
}

/** All of both. */
export type NetworkRows = NodeRows & LineRows;

/** Is told how much is read, of 1. */
export type OnShare = (share: number) => void;

const NODES = `
SELECT node, coalesce(try_cast(rpad(replace(coalesce(date, year::VARCHAR), '-', ''), 8, '0') AS INTEGER), -1)::INTEGER AS date FROM (
  SELECT work_id AS node, public_id, date, year FROM works
  UNION ALL SELECT -theorem_id, public_id, NULL, NULL FROM theorems
) ORDER BY public_id`;

/** The view `lines` with the document of each piece; those of some of the nodes that they lead from. */
const LINES = `
WITH sound AS (SELECT DISTINCT work_id, document_id FROM records WHERE trust IN ('sound', 'signed') AND work_id >= ?1::INTEGER AND work_id < ?2::INTEGER),
evidence AS (
  SELECT citing AS from_node, cited AS to_node, 0 AS kind, document_id FROM citations WHERE cited IS NOT NULL AND citing <> cited
  UNION ALL SELECT work_id, -theorem_id, 1, document_id FROM theorem_links
  UNION ALL SELECT -theorem_id, -uses, 2, document_id FROM theorem_uses WHERE theorem_id <> uses
)
SELECT from_node, to_node, kind::INTEGER AS kind, e.document_id, (s.work_id IS NOT NULL)::INTEGER AS is_sound
  FROM evidence e LEFT JOIN sound s ON s.work_id = e.from_node AND s.document_id = e.document_id
 WHERE from_node >= ?1::INTEGER AND from_node < ?2::INTEGER`;

export async function readNodes(connection: Connection): Promise<NodeRows> {
  const rows = await connection.query(NODES);
  return { node: rows.ints('node'), date: rows.ints('date') };
}

/** Some hundred thousand rows at a time: of millions, all at once would be held several times. */
export async function* readLines(
  connection: Connection,
  onShare: OnShare = () => undefined,
): AsyncGenerator<LineRows> {
  const { spans, pieces } = await readExtent(connection);
  let read = 0;
  for (const span of spans) {
    const rows = await connection.query(LINES, [span.from, span.to]);
    yield {
      from: rows.ints('from_node'),
      to: rows.ints('to_node'),
      kind: rows.ints('kind'),
      document: rows.ints('document_id'),
      isSound: rows.ints('is_sound'),
    };
    read += span.pieces;
    onShare(read / pieces);
  }
}

/** All at once: of what is small. */
export async function readNetwork(connection: Connection): Promise<NetworkRows> {
  const parts: LineRows[] = [];
  for await (const part of readLines(connection)) parts.push(part);
  const all = (column: keyof LineRows) => Int32Array.from(parts.flatMap((part) => [...part[column]]));
  return {
    ...(await readNodes(connection)),
    ...{
      from: all('from'),
      to: all('to'),
      kind: all('kind'),
      document: all('document'),
      isSound: all('isSound'),
    },
  };
}

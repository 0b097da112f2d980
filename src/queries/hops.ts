import { joined, type LineKind } from '../model';
import type { Connection } from '../tables';
import type { NodeNumber } from './resolve';
import { rowsOf } from './rows';

/** How well a line is shown, by the best piece of its evidence; the earlier, the weaker. */
export const GRADES = [
  'broken record',
  'whole file or proof only',
  'matched by title',
  'asserted tie',
  'stated in a document',
  'sound record',
  'signed record',
] as const;
export type Grade = (typeof GRADES)[number];

/** A step of a path, with the line it goes along. */
export interface Hop {
  readonly from: NodeNumber;
  readonly to: NodeNumber;
  readonly kind: LineKind;
  readonly evidence: number;
  readonly grade: Grade;
}

const HOPS = `
WITH asked AS MATERIALIZED (
  SELECT split_part(pair, '>', 1)::INTEGER AS a, split_part(pair, '>', 2)::INTEGER AS b
    FROM (SELECT unnest(string_split(?1, chr(31))) AS pair)
), graded AS (
  SELECT a, b, 'cites' AS kind,
         CASE r.trust WHEN 'signed' THEN 6 WHEN 'sound' THEN 5 WHEN 'broken' THEN 0
              ELSE CASE WHEN c.method LIKE '%title-match%' THEN 2 ELSE 4 END END AS grade
    FROM asked JOIN citations c ON citing = a AND cited = b
    LEFT JOIN (SELECT DISTINCT work_id, document_id, trust FROM records) r ON r.work_id = citing AND r.document_id = c.document_id
  UNION ALL
  SELECT a, b, 'formal', CASE WHEN scope = 'file' THEN 1 ELSE 3 END FROM asked JOIN theorem_links ON work_id = a AND theorem_id = -b
  UNION ALL
  SELECT a, b, 'uses', CASE WHEN site = 'statement' THEN 4 ELSE 1 END FROM asked JOIN theorem_uses ON theorem_id = -a AND uses = -b
)
SELECT a AS "from", b AS "to", kind, count(*)::INTEGER AS evidence, max(grade)::INTEGER AS grade
  FROM graded GROUP BY ALL ORDER BY kind`;

/** The lines between nodes that follow each other, in either direction, by `from>to`. */
export async function readHops(
  connection: Connection,
  paths: readonly (readonly NodeNumber[])[],
): Promise<ReadonlyMap<string, Hop>> {
  const pairs = paths.flatMap((path) =>
    path.slice(1).flatMap((node, at) => [`${path[at]}>${node}`, `${node}>${path[at]}`]),
  );
  if (pairs.length === 0) return new Map();
  const rows = rowsOf<Omit<Hop, 'grade'> & { readonly grade: number }>(
    await connection.query(HOPS, [joined([...new Set(pairs)])]),
  );
  return new Map(
    rows.map((row): [string, Hop] => [
      `${row.from}>${row.to}`,
      { ...row, grade: GRADES[row.grade] ?? 'stated in a document' },
    ]),
  );
}

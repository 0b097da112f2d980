import { joined } from '../model';
import type { Connection } from '../tables';
import type { NodeNumber } from './resolve';

const ROLES = `
SELECT citing, string_agg(DISTINCT coalesce(relationship, role), ', ' ORDER BY coalesce(relationship, role)) AS role FROM citations
 WHERE cited IN (SELECT unnest(string_split(?1, chr(31)))::INTEGER) AND coalesce(relationship, role) IS NOT NULL
 GROUP BY citing`;

/** As what works cite these, where the evidence says so: its relationship, else its role. */
export async function readRoles(
  connection: Connection,
  cited: readonly NodeNumber[],
): Promise<ReadonlyMap<NodeNumber, string>> {
  const rows = await connection.query(ROLES, [joined(cited)]);
  return new Map(rows.numbers('citing').map((citing, row) => [citing, rows.texts('role')[row] ?? '']));
}

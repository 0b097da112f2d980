import { joined, RELATIONSHIPS, type Relationship } from '../model';
import type { Connection } from '../tables';
import { LIST } from './list';
import type { NodeNumber } from './resolve';

/** A piece of evidence without a relationship has its role for one; other words than these say no more than `cites`. */
const STATED = `
WITH ball AS MATERIALIZED ${LIST(1)}
SELECT citing, cited, CASE WHEN count(DISTINCT word) > 1 THEN 'several' ELSE min(word) END AS relationship FROM (
  SELECT citing, cited, replace(replace(lower(coalesce(nullif(relationship, ''), role)), ' ', '_'), '-', '_') AS word
    FROM citations
   WHERE coalesce(relationship, role) IS NOT NULL AND citing IN (FROM ball) AND cited IN (FROM ball)
) WHERE word IN (${RELATIONSHIPS.map((word) => `'${word}'`).join(', ')}) GROUP BY citing, cited`;

/** By the ends of a line, as `citing cited`; what states none, or none but `cites`, is absent. */
export async function readRelationships(
  connection: Connection,
  nodes: readonly NodeNumber[],
): Promise<ReadonlyMap<string, Relationship>> {
  const rows = await connection.query(STATED, [joined(nodes)]);
  const [citing, cited] = [rows.numbers('citing'), rows.numbers('cited')];
  const words = rows.texts('relationship') as Relationship[];
  const stated = words.map((word, row) => [`${citing[row]} ${cited[row]}`, word] as const);
  return new Map(stated.filter(([, word]) => word !== 'cites'));
}

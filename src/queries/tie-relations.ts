import { joined, TIE_RELATIONS, type TieRelation } from '../model';
import type { Connection } from '../tables';
import { LIST } from './list';
import type { NodeNumber } from './resolved';

/** Words as they are written in evidence, in one way: `mentions` as mentioned, `special case of` as special_case. */
export const TIE_WORD = `CASE replace(replace(lower(relation), ' ', '_'), '-', '_')
  WHEN 'mentions' THEN 'mentioned' WHEN 'formalizes' THEN 'formalises' WHEN 'generalizes' THEN 'generalises'
  WHEN 'special_case_of' THEN 'special_case' ELSE replace(replace(lower(relation), ' ', '_'), '-', '_') END`;

/** Only these words are told apart. */
export const KNOWN_TIE = `(${TIE_RELATIONS.map((word) => `'${word}'`).join(', ')})`;

const STATED = `
WITH ball AS MATERIALIZED ${LIST(1)}
SELECT work_id, theorem_id, CASE WHEN count(DISTINCT word) > 1 THEN 'several' ELSE min(word) END AS relation FROM (
  SELECT work_id, theorem_id, ${TIE_WORD} AS word FROM theorem_links
   WHERE relation IS NOT NULL AND work_id IN (FROM ball) AND -theorem_id IN (FROM ball)
) WHERE word IN ${KNOWN_TIE} GROUP BY work_id, theorem_id`;

/** By the ends of a tie, as `work theorem` in node numbers; what states none that is known is absent. */
export async function readTieRelations(
  connection: Connection,
  nodes: readonly NodeNumber[],
): Promise<ReadonlyMap<string, TieRelation>> {
  if (nodes.every((node) => node > 0)) return new Map();
  const rows = await connection.query(STATED, [joined(nodes)]);
  const [work, theorem] = [rows.numbers('work_id'), rows.numbers('theorem_id')];
  const words = rows.texts('relation') as TieRelation[];
  return new Map(words.map((word, row) => [`${work[row]} ${-(theorem[row] ?? 0)}`, word]));
}

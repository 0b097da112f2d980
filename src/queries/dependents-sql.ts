import type { LineKind } from '../model';
import { Bound } from './bound';

/** All works and theorems under one name. */
export const NODES = `nodes AS (
  SELECT work_id AS node, public_id, title, coalesce(date, year::VARCHAR) AS date FROM works
  UNION ALL SELECT -theorem_id, public_id, declaration, NULL FROM theorems
)`;

/** What leads a line of these kinds to some works or theorems, and to that, as far as it goes; as SQL for a person. */
export function dependentsSql(starts: readonly string[], kinds: readonly LineKind[]): string {
  const bound = new Bound();
  return bound.written(`WITH RECURSIVE ${NODES},
reached(node, steps) USING KEY (node) AS (
  SELECT node, 0 FROM nodes WHERE public_id IN (${bound.list(starts)})
  UNION
  SELECT from_node, min(steps) + 1 FROM reached JOIN lines ON to_node = node
   WHERE kind IN (${bound.list(kinds)}) AND from_node NOT IN (SELECT node FROM recurring.reached)
   GROUP BY from_node
)
SELECT public_id, title, date, steps FROM reached JOIN nodes USING (node)
 WHERE steps > 0 ORDER BY steps, date NULLS LAST, public_id`);
}

/** What cites some works directly, the oldest first. */
export function firstToCiteSql(starts: readonly string[]): string {
  const bound = new Bound();
  const ids = bound.list(starts);
  return bound.written(`SELECT DISTINCT public_id, title, coalesce(date, year::VARCHAR) AS date
  FROM citations JOIN works ON work_id = citing
 WHERE cited IN (SELECT work_id FROM works WHERE public_id IN (${ids}))
   AND public_id NOT IN (${ids})
 ORDER BY date NULLS LAST, public_id`);
}

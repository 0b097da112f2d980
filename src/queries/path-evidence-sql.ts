import { Bound } from './bound';
import { NODES } from './dependents-sql';

/** Public ids of a step along a line, in the line's direction. */
export interface NamedHop {
  readonly from: string;
  readonly to: string;
}

/** All evidence of the steps of a path, in their order, as SQL for a person. */
export function pathEvidenceSql(hops: readonly NamedHop[]): string {
  const bound = new Bound();
  const values = hops.map(({ from, to }, at) => `(${at + 1}, ${bound.value(from)}, ${bound.value(to)})`);
  return bound.written(`WITH hops(step, from_id, to_id) AS (VALUES ${values.join(', ')}),
${NODES},
evidence AS (
  SELECT citing AS a, cited AS b, 'cites' AS kind, concat_ws(' · ', method, role) AS how, document_id, pointer FROM citations
  UNION ALL SELECT work_id, -theorem_id, 'formal', concat_ws(' · ', relation, scope), document_id, pointer FROM theorem_links
  UNION ALL SELECT -theorem_id, -uses, 'uses', site, document_id, pointer FROM theorem_uses
)
SELECT step, from_id, to_id, e.kind, how, name AS document, pointer
  FROM hops JOIN nodes f ON f.public_id = from_id JOIN nodes t ON t.public_id = to_id
       JOIN evidence e ON a = f.node AND b = t.node JOIN documents USING (document_id)
 ORDER BY step, e.kind, document, pointer`);
}

import type { Connection, Parameter } from '../tables';
import { parseAlias } from '../model';
import type { NodeNumber } from './resolve';
import { writtenOut } from './written-out';

export interface Hit {
  readonly node: NodeNumber;
  readonly id: string;
  readonly kind: 'paper' | 'stub' | 'theorem' | 'claim';
  readonly title: string;
  /** What matched where the title does not show it: authors, a claim's text, a statement. */
  readonly detail: string | null;
  readonly year: number | null;
}

/** Every word must occur, accents and case aside; ids and beginnings of titles come first. */
export async function search(connection: Connection, text: string, limit = 50): Promise<Hit[]> {
  const question = questionOf(text, limit);
  if (question === null) return [];
  const found = await connection.query(question.sql, question.parameters);
  return found.numbers('node').map((node, row) => ({
    node,
    id: found.texts('id')[row] ?? '',
    kind: found.values('kind')[row] as Hit['kind'],
    title: (found.values('title')[row] as string | null) ?? found.texts('id')[row] ?? '',
    detail: found.values('detail')[row] as string | null,
    year: found.values('year')[row] as number | null,
  }));
}

/** What a search asks, for a person to ask again. */
export function searchSql(text: string, limit = 50): string {
  const question = questionOf(text, limit);
  return question === null ? '' : writtenOut(question.sql, question.parameters);
}

interface Question {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

function questionOf(text: string, limit: number): Question | null {
  const words = text.trim().split(/\s+/).filter(Boolean).slice(0, 8);
  if (words.length === 0) return null;
  const folded = words.map((_, index) => `strip_accents(lower(?${index + 3}))`);
  const within = (haystack: string) =>
    folded.map((word) => `contains(strip_accents(lower(${haystack})), ${word})`).join(' AND ');
  const sql = `
SELECT * FROM (
SELECT w.work_id AS node, public_id AS id, CASE WHEN is_stub THEN 'stub' ELSE 'paper' END AS kind, title, authors_text AS detail, year,
       CASE WHEN w.work_id IN (SELECT work_id FROM work_ids WHERE alias = ?1) THEN 0
            WHEN starts_with(strip_accents(lower(coalesce(title, ''))), ${folded[0]}) THEN 1
            WHEN ${within("coalesce(title, '')")} THEN 2 ELSE 3 END AS rank
  FROM works w
 WHERE ${within("concat_ws(' ', title, authors_text, public_id)")}
    OR w.work_id IN (SELECT work_id FROM work_ids WHERE alias = ?1 OR contains(lower(alias), lower(?2)))
UNION ALL
SELECT c.work_id, w.public_id, 'claim', coalesce(w.title, w.public_id), c.claim_id || ': ' || c.text, w.year, 4
  FROM claims c JOIN works w USING (work_id) WHERE ${within('c.text')}
UNION ALL
SELECT -theorem_id, public_id, 'theorem', coalesce(title, declaration), concat_ws(' · ', library, module), NULL,
       CASE WHEN public_id = ?1 OR list_contains(names, ?1) THEN 0
            WHEN ${within("concat_ws(' ', title, declaration)")} THEN 2 ELSE 4 END
  FROM theorems LEFT JOIN (SELECT theorem_id, list(alias) AS names FROM theorem_names GROUP BY theorem_id) USING (theorem_id)
 WHERE ${within("concat_ws(' ', title, declaration, array_to_string(names, ' '), module, library, statement)")}
) ORDER BY rank, kind, year DESC NULLS LAST, id, detail LIMIT ${Math.trunc(limit)}`;
  return { sql, parameters: [parseAlias(text) ?? text.trim(), text.trim(), ...words] };
}

import type { Connection } from '../tables';
import type { OnShare } from './network';

/** What works say, a row a work that has any text. */
export interface TextRows {
  readonly node: readonly number[];
  readonly title: readonly (string | null)[];
  readonly headline: readonly (string | null)[];
  readonly abstract: readonly (string | null)[];
  /** All its claims in one text. */
  readonly claims: readonly (string | null)[];
}

/** Works that are asked about at once; fewer would take as long. */
const AT_ONCE = 5000;

/** Works whose texts are handed on at once: few enough that the page is not stopped by it. */
const A_PART = 1000;

const LAST = 'SELECT coalesce(max(work_id), 0)::INTEGER AS last FROM works';

const TEXTS = `
WITH said AS (
  SELECT work_id, string_agg(text, chr(10) ORDER BY claim_id) AS claims FROM claims
   WHERE work_id > ?1::INTEGER AND work_id <= ?2::INTEGER GROUP BY work_id
)
SELECT w.work_id AS node, title, headline, abstract, claims FROM works w LEFT JOIN said USING (work_id)
 WHERE w.work_id > ?1::INTEGER AND w.work_id <= ?2::INTEGER
   AND (title IS NOT NULL OR headline IS NOT NULL OR abstract IS NOT NULL OR claims IS NOT NULL)
 ORDER BY w.work_id`;

/** Some works at a time, so that the page can answer in between. */
export async function* readTexts(
  connection: Connection,
  onShare: OnShare = () => undefined,
): AsyncGenerator<TextRows> {
  const last = (await connection.query(LAST)).numbers('last')[0] ?? 0;
  for (let from = 0; from < last; from += AT_ONCE) {
    const rows = await connection.query(TEXTS, [from, from + AT_ONCE]);
    for (let at = 0; at < rows.rowCount; at += A_PART) {
      const some = <T>(column: readonly T[]) => column.slice(at, at + A_PART);
      const texts = (name: string) => some(rows.values(name) as readonly (string | null)[]);
      const node = some(rows.numbers('node'));
      yield {
        node,
        title: texts('title'),
        headline: texts('headline'),
        abstract: texts('abstract'),
        claims: texts('claims'),
      };
      onShare((node.at(-1) ?? 0) / last);
    }
  }
}

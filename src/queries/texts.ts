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

/** Few enough that the page is not stopped by what is said of them. */
const AT_ONCE = 1000;

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

/** So many works at a time, so that the page can answer in between. */
export async function* readTexts(
  connection: Connection,
  onShare: OnShare = () => undefined,
): AsyncGenerator<TextRows> {
  const last = (await connection.query(LAST)).numbers('last')[0] ?? 0;
  for (let from = 0; from < last; from += AT_ONCE) {
    const rows = await connection.query(TEXTS, [from, from + AT_ONCE]);
    yield {
      node: rows.numbers('node'),
      title: rows.values('title') as TextRows['title'],
      headline: rows.values('headline') as TextRows['headline'],
      abstract: rows.values('abstract') as TextRows['abstract'],
      claims: rows.values('claims') as TextRows['claims'],
    };
    onShare(Math.min(1, (from + AT_ONCE) / last));
  }
}

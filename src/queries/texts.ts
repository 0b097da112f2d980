import type { Connection } from '../tables';

/** What works say, a row a work that has any text. */
export interface TextRows {
  readonly node: readonly number[];
  readonly title: readonly (string | null)[];
  readonly headline: readonly (string | null)[];
  readonly abstract: readonly (string | null)[];
  /** All its claims in one text. */
  readonly claims: readonly (string | null)[];
}

const TEXTS = `
WITH said AS (SELECT work_id, string_agg(text, chr(10) ORDER BY claim_id) AS claims FROM claims GROUP BY work_id)
SELECT w.work_id AS node, title, headline, abstract, claims FROM works w LEFT JOIN said USING (work_id)
 WHERE w.work_id > ?1 AND (title IS NOT NULL OR headline IS NOT NULL OR abstract IS NOT NULL OR claims IS NOT NULL)
 ORDER BY w.work_id LIMIT 5000`;

/** A few thousand at a time, so that the page can answer in between. */
export async function* readTexts(connection: Connection): AsyncGenerator<TextRows> {
  for (let last: number | undefined = 0; last !== undefined;) {
    const rows = await connection.query(TEXTS, [last]);
    const node = rows.numbers('node');
    last = node.at(-1);
    if (last === undefined) return;
    yield {
      node,
      title: rows.values('title') as TextRows['title'],
      headline: rows.values('headline') as TextRows['headline'],
      abstract: rows.values('abstract') as TextRows['abstract'],
      claims: rows.values('claims') as TextRows['claims'],
    };
  }
}

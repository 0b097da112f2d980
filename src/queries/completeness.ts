import type { Connection } from '../tables';
import { rowsOf } from './rows';

/** How far what is loaded reaches, in counts that stand beside each other and are no ratios. */
export interface Completeness {
  /** Works that records, hubs or collections cite, and how many of them are known from references only. */
  readonly cited: number;
  readonly citedStubs: number;
  /** Citation lines, and those that rest on one piece of evidence. */
  readonly lines: number;
  readonly singleLines: number;
  /** Of the works with a record: references known here, and what the registry states; the lists are not the same. */
  readonly knownReferences: number;
  readonly statedReferences: number;
  readonly knownTies: number;
  readonly statedFormal: number;
  /** The SQL of these counts. */
  readonly sql: string;
}

const COMPLETENESS = `
WITH pairs AS (SELECT citing, cited, count(*) AS n FROM citations WHERE cited IS NOT NULL AND citing <> cited GROUP BY ALL),
stated AS (SELECT work_id, max(stated_references) AS refs, max(stated_formal) AS formal FROM records GROUP BY work_id)
SELECT
  (SELECT count(DISTINCT cited)::INTEGER FROM pairs) AS cited,
  (SELECT count(*)::INTEGER FROM works WHERE is_stub AND work_id IN (SELECT cited FROM pairs)) AS "citedStubs",
  (SELECT count(*)::INTEGER FROM pairs) AS lines,
  (SELECT count(*)::INTEGER FROM pairs WHERE n = 1) AS "singleLines",
  (SELECT count(*)::INTEGER FROM pairs WHERE citing IN (SELECT work_id FROM stated WHERE refs IS NOT NULL)) AS "knownReferences",
  (SELECT coalesce(sum(refs), 0)::INTEGER FROM stated) AS "statedReferences",
  (SELECT count(*)::INTEGER FROM (SELECT DISTINCT work_id, theorem_id FROM theorem_links)
    WHERE work_id IN (SELECT work_id FROM stated WHERE formal IS NOT NULL)) AS "knownTies",
  (SELECT coalesce(sum(formal), 0)::INTEGER FROM stated) AS "statedFormal"`;

export async function readCompleteness(connection: Connection): Promise<Completeness | null> {
  const [counts] = rowsOf<Omit<Completeness, 'sql'>>(await connection.query(COMPLETENESS));
  return counts ? { ...counts, sql: COMPLETENESS.trim() } : null;
}

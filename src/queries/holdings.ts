import type { Problem } from '../model';
import type { Connection } from '../tables';
import { rowsOf } from './rows';

export interface LoadedDocument {
  readonly name: string;
  readonly origin: string | null;
  readonly kind: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly status: string;
  readonly note: string | null;
}

/** Everything that is loaded, in counts: the load report's totals. */
export interface Holdings {
  readonly documents: readonly LoadedDocument[];
  readonly counts: Readonly<Record<string, number>>;
  readonly problems: readonly Problem[];
}

const DOCUMENTS = `SELECT name, origin, kind, bytes, sha256, status, note FROM documents ORDER BY name, sha256`;
const PROBLEMS = `SELECT document, pointer, severity, message FROM problems ORDER BY severity, document, pointer, message LIMIT 1000`;
const COUNTS = `SELECT
  r.records, w.works, w.stubs,
  (SELECT count(*) FROM citations) AS citations,
  (SELECT count(*) FROM claims) AS claims,
  (SELECT count(*) FROM theorems) AS theorems,
  (SELECT count(*) FROM theorem_links) AS "theorem ties",
  r.sound, r.broken, r.unchecked,
  (SELECT count(DISTINCT subject) FROM checks WHERE "check" = 'signature' AND verdict = 'pass') AS signed
 FROM (SELECT count(*) AS records, count(*) FILTER (trust = 'sound') AS sound,
              count(*) FILTER (trust = 'broken') AS broken, count(*) FILTER (trust = 'unchecked') AS unchecked
         FROM records) r,
      (SELECT count(*) FILTER (NOT is_stub) AS works, count(*) FILTER (is_stub) AS stubs FROM works) w`;

export async function readHoldings(connection: Connection): Promise<Holdings> {
  const [documents, counts, problems] = await Promise.all([
    connection.query(DOCUMENTS).then((columns) => rowsOf<LoadedDocument>(columns)),
    connection.query(COUNTS).then((columns) => rowsOf<Record<string, number>>(columns)),
    connection.query(PROBLEMS).then((columns) => rowsOf<Problem>(columns)),
  ]);
  return { documents, counts: counts[0] ?? {}, problems };
}

/** Where to begin when nothing is asked for: the record with the most known lines, else such a work, else theorem. */
const START = `SELECT public_id AS id FROM works w LEFT JOIN (
  SELECT node, count(*) AS n FROM (SELECT from_node AS node FROM lines UNION ALL SELECT to_node FROM lines) GROUP BY node
) d ON d.node = w.work_id ORDER BY is_record DESC, is_stub, coalesce(n, 0) DESC, public_id LIMIT 1`;

export async function suggestFocus(connection: Connection): Promise<string | null> {
  return (await connection.query(START)).texts('id')[0] ?? null;
}

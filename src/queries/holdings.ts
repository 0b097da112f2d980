import { joined, type DocumentMark, type LinkedDocuments, type Problem } from '../model';
import type { Columns, Connection } from '../tables';
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
  readonly documents: DocumentMarks;
  readonly counts: Readonly<Record<string, number>>;
  readonly problems: readonly Problem[];
  /** The questions that the report's lists are the answers to. */
  readonly sql: Readonly<Record<'counts' | 'documents' | 'problems', string>>;
}

/** A hash in a link is cut off here. */
const MARK = 16;

/** All documents by name and cut-off hash; as columns that are not decoded before they are asked for. */
class DocumentMarks {
  readonly #columns: Columns;
  #marks: ReadonlySet<string> | null = null;

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  get count(): number {
    return this.#columns.rowCount;
  }

  has({ sha256 }: DocumentMark): boolean {
    this.#marks ??= new Set(this.#columns.texts('mark'));
    return this.#marks.has(sha256.slice(0, MARK));
  }

  /** Names of those that are not in these. */
  namesBeyond(others: DocumentMarks | null): string[] {
    const marks = this.#columns.texts('mark');
    return this.#columns
      .texts('name')
      .filter((name, row) => !others?.has({ name, sha256: marks[row] as string }));
  }
}

const MARKS = `SELECT name, left(sha256, ${MARK}) AS mark FROM documents ORDER BY name, sha256`;
const DOCUMENTS = `SELECT name, origin, kind, bytes, sha256, status, note FROM documents
 ORDER BY status = 'loaded', name, sha256`;
const DOCUMENTS_PART = `${DOCUMENTS} LIMIT ?::INTEGER OFFSET ?::INTEGER`;
const PROBLEMS = `SELECT document, pointer, severity, message FROM problems ORDER BY severity, document, pointer, message LIMIT 1000`;
const COUNTS = `SELECT
  r.records, w.works, w.stubs,
  (SELECT count(*) FROM citations) AS citations,
  (SELECT count(*) FROM claims) AS claims,
  (SELECT count(*) FROM theorems) AS theorems,
  (SELECT count(*) FROM theorem_links) AS "theorem ties",
  r.sound, r.broken, r.unchecked,
  r.signed
 FROM (SELECT count(*) AS records, count(*) FILTER (trust IN ('sound', 'signed')) AS sound,
              count(*) FILTER (trust = 'broken') AS broken, count(*) FILTER (trust = 'unchecked') AS unchecked,
              count(*) FILTER (trust = 'signed') AS signed
         FROM records) r,
      (SELECT count(*) FILTER (NOT is_stub) AS works, count(*) FILTER (is_stub) AS stubs FROM works) w`;

export async function readHoldings(connection: Connection): Promise<Holdings> {
  const [documents, counts, problems] = await Promise.all([
    connection.query(MARKS).then((columns) => new DocumentMarks(columns)),
    connection.query(COUNTS).then((columns) => rowsOf<Record<string, number>>(columns)),
    connection.query(PROBLEMS).then((columns) => rowsOf<Problem>(columns)),
  ]);
  return {
    documents,
    counts: counts[0] ?? {},
    problems,
    sql: { counts: COUNTS, documents: DOCUMENTS, problems: PROBLEMS },
  };
}

/** A part of the list of documents: first those that are not wholly loaded, then by name. */
export async function readDocuments(
  connection: Connection,
  from: number,
  most: number,
): Promise<LoadedDocument[]> {
  return rowsOf<LoadedDocument>(await connection.query(DOCUMENTS_PART, [most, from]));
}

/** As many as a person can be asked for, and as an address bar bears. */
const MOST_LINKED = 100;

const TO_LINK = `SELECT name, sha256, count(*) OVER ()::INTEGER AS total FROM documents
 WHERE status <> 'refused' AND NOT list_contains(string_split(?1, chr(31)), name)
   AND (origin IS NULL OR NOT list_contains(string_split(?1, chr(31)), origin))
 ORDER BY name, sha256 LIMIT ${MOST_LINKED}`;

/** The documents that a link has to name, because none of these addresses brings them. */
export async function readLinkedDocuments(
  connection: Connection,
  addresses: readonly string[],
): Promise<LinkedDocuments> {
  const rows = rowsOf<DocumentMark & { total: number }>(await connection.query(TO_LINK, [joined(addresses)]));
  const named = rows.map(({ name, sha256 }) => ({ name, sha256 }));
  return { named, more: (rows[0]?.total ?? 0) - named.length };
}

/**
 * Where to begin when nothing is asked for: the record with the most known lines; else such a work, or, where there are
 * more uses among formal statements than citations, the statement that uses the most of those that nothing uses.
 */
const START = `
WITH degree AS (SELECT node, count(*) AS n FROM (SELECT from_node AS node FROM lines UNION ALL SELECT to_node FROM lines) GROUP BY node),
formal AS (SELECT (SELECT count(*) FROM theorem_uses) > (SELECT count(*) FROM citations) AS is_first)
SELECT id FROM (
  SELECT public_id AS id, is_record, NOT is_first AS is_first, NOT is_stub AS is_fit, n
    FROM works LEFT JOIN degree ON node = work_id, formal
  UNION ALL
  SELECT public_id, false, is_first, theorem_id NOT IN (SELECT uses FROM theorem_uses), n
    FROM theorems LEFT JOIN degree ON node = -theorem_id, formal
) ORDER BY is_record DESC, is_first DESC, is_fit DESC, coalesce(n, 0) DESC, id LIMIT 1`;

export async function suggestFocus(connection: Connection): Promise<string | null> {
  return (await connection.query(START)).texts('id')[0] ?? null;
}

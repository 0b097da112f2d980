import { joined } from '../model';
import type { Connection, Parameter } from '../tables';
import type { NodeNumber } from './resolve';
import { rowsOf } from './rows';

export interface RelatedAsked {
  readonly seeds: readonly NodeNumber[];
  readonly measure: 'coupling' | 'cocitation';
  readonly evidence: { readonly trust: 'all' | 'sound'; readonly documents: readonly number[] | null };
  readonly limit: number;
}

/** SQL with what is bound in it. */
export interface Question {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

const NUMBERS = (position: number) => `SELECT unnest(string_split(?${position}, chr(31)))::INTEGER`;

const SCORES = {
  coupling: `
weights AS (SELECT cited, 1 / ln(count(*)) AS weight FROM cites GROUP BY cited HAVING count(*) > 1),
scores AS (
  SELECT other.citing AS work_id, sum(weight) / (SELECT count(*) FROM seeds) AS score, count(*) AS shared
    FROM seeds JOIN cites own ON own.citing = seed JOIN weights USING (cited) JOIN cites other USING (cited)
   GROUP BY other.citing
)`,
  cocitation: `
citers AS (SELECT cited, count(*) AS citers FROM cites GROUP BY cited),
shared AS (
  SELECT seed, other.cited AS work_id, count(*) AS shared
    FROM seeds JOIN cites own ON own.cited = seed JOIN cites other USING (citing) GROUP BY seed, other.cited
),
scores AS (
  SELECT work_id, sum(shared / sqrt(a.citers * b.citers)) / (SELECT count(*) FROM seeds) AS score, sum(shared) AS shared
    FROM shared JOIN citers a ON a.cited = seed JOIN citers b ON b.cited = work_id GROUP BY work_id
)`,
};

/** The same scores as `find` computes, as plain SQL: to be read, changed and run by a person. */
export function relatedQuestion({ seeds, measure, evidence, limit }: RelatedAsked): Question {
  const { trust, documents } = evidence;
  const isSound = `(citing, document_id) IN (SELECT (work_id, document_id) FROM records WHERE trust IN ('sound', 'signed'))`;
  const conditions = [
    'cited IS NOT NULL',
    'citing <> cited',
    ...(trust === 'sound' ? [isSound] : []),
    ...(documents ? [`document_id IN (${NUMBERS(2)})`] : []),
  ];
  const sql = `WITH seeds AS (${NUMBERS(1)} AS seed),
cites AS (
  SELECT DISTINCT citing, cited FROM citations
   WHERE ${conditions.join('\n     AND ')}
),${SCORES[measure]}
SELECT public_id, title, year, round(score, 12) AS score, shared
  FROM scores JOIN works USING (work_id)
 WHERE work_id NOT IN (SELECT seed FROM seeds)
 ORDER BY round(score, 12) DESC, public_id
 LIMIT ${Math.trunc(limit)}`;
  return { sql, parameters: [joined(seeds), ...(documents ? [joined(documents)] : [])] };
}

/** What a list shows of a work or theorem. */
export interface Brief {
  readonly node: NodeNumber;
  readonly id: string;
  readonly kind: 'paper' | 'stub' | 'theorem';
  readonly title: string | null;
  readonly authors: string | null;
  readonly year: number | null;
  readonly date: string | null;
  readonly trust: string;
  readonly isRecord: boolean;
}

const BRIEFS = `
WITH asked AS MATERIALIZED (SELECT unnest(string_split(?1, chr(31)))::INTEGER AS node)
SELECT node, public_id AS id, CASE WHEN is_stub THEN 'stub' ELSE 'paper' END AS kind, title, authors_text AS authors,
       year, date, trust, is_record AS "isRecord" FROM asked JOIN works ON work_id = node
UNION ALL
SELECT node, public_id, 'theorem', declaration, library, NULL, NULL, 'none', false FROM asked JOIN theorems ON theorem_id = -node`;

/** By node number, for as many as a list shows. */
export async function readBriefs(
  connection: Connection,
  nodes: readonly NodeNumber[],
): Promise<ReadonlyMap<NodeNumber, Brief>> {
  if (nodes.length === 0) return new Map();
  const rows = await connection.query(BRIEFS, [joined([...new Set(nodes)])]);
  return new Map(rowsOf<Brief>(rows).map((brief) => [brief.node, brief]));
}

export interface EvidenceDocument {
  readonly id: number;
  readonly name: string;
  /** Pieces of evidence that one work cites another. */
  readonly citations: number;
}

const DOCUMENTS = `SELECT document_id AS id, name, count(*)::INTEGER AS citations FROM citations JOIN documents USING (document_id)
 GROUP BY ALL ORDER BY citations DESC, name, id LIMIT 200`;

/** Those that evidence of citations stands in, the ones with the most first, up to 200. */
export async function readEvidenceDocuments(connection: Connection): Promise<EvidenceDocument[]> {
  return rowsOf<EvidenceDocument>(await connection.query(DOCUMENTS));
}

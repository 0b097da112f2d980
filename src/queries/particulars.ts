import { joined } from '../model';
import type { Columns, Connection } from '../tables';
import { LIST } from './list';
import type { NodeNumber } from './resolve';

/** What only some filters and colours need, a row a node in the order asked for. */
export interface ParticularColumns {
  readonly venue: readonly (string | null)[];
  /** File names, without folders or addresses, of the documents that say something of it; each once. */
  readonly documents: readonly (readonly string[])[];
  /** Roles and relationships of evidence that leads to it from the others. */
  readonly roles: readonly (readonly string[])[];
  /** Ids, kinds and texts of its claims, as one text. */
  readonly claims: readonly string[];
}

const BALL = `WITH ball AS MATERIALIZED ${LIST(1)}`;

const VENUES = `${BALL} SELECT work_id AS node, venue AS value FROM works WHERE work_id IN (FROM ball) AND venue IS NOT NULL`;

const DOCUMENTS = `${BALL}
SELECT DISTINCT node, coalesce(nullif(regexp_extract(name, '[^/]+$'), ''), name) AS value FROM (
  SELECT work_id AS node, document_id FROM records
  UNION ALL SELECT citing, document_id FROM citations
  UNION ALL SELECT cited, document_id FROM citations
  UNION ALL SELECT work_id, document_id FROM theorem_links
  UNION ALL SELECT -theorem_id, document_id FROM theorem_links
  UNION ALL SELECT -theorem_id, document_id FROM theorems
  UNION ALL SELECT -theorem_id, document_id FROM theorem_uses
  UNION ALL SELECT -uses, document_id FROM theorem_uses
) JOIN documents USING (document_id) WHERE node IN (FROM ball) ORDER BY node, value`;

const ROLES = `${BALL}
SELECT DISTINCT node, value FROM (
  SELECT citing AS other, cited AS node, role AS value FROM citations
  UNION ALL SELECT citing, cited, relationship FROM citations
  UNION ALL SELECT work_id, -theorem_id, relation FROM theorem_links
) WHERE value IS NOT NULL AND node IN (FROM ball) AND other IN (FROM ball) ORDER BY node, value`;

const CLAIMS = `${BALL}
SELECT work_id AS node, string_agg(concat_ws(' ', claim_id, kind, text), ' ' ORDER BY claim_id, text) AS value
  FROM claims WHERE work_id IN (FROM ball) GROUP BY work_id`;

export async function readParticulars(
  connection: Connection,
  nodes: readonly NodeNumber[],
): Promise<ParticularColumns> {
  const list = [joined(nodes)];
  const found = await Promise.all(
    [VENUES, DOCUMENTS, ROLES, CLAIMS].map((sql) => connection.query(sql, list)),
  );
  const [venues, documents, roles, claims] = found.map(valuesByNode);
  const listed = (values?: ReadonlyMap<NodeNumber, readonly string[]>) =>
    nodes.map((node) => values?.get(node) ?? []);
  return {
    venue: listed(venues).map(([venue]) => venue ?? null),
    documents: listed(documents),
    roles: listed(roles),
    claims: listed(claims).map(([text]) => text ?? ''),
  };
}

function valuesByNode(rows: Columns): Map<NodeNumber, string[]> {
  const values = new Map<NodeNumber, string[]>();
  const texts = rows.texts('value');
  rows.numbers('node').forEach((node, row) => {
    const own = values.get(node) ?? [];
    values.set(node, own);
    own.push(texts[row] ?? '');
  });
  return values;
}

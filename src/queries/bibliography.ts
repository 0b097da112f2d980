import { joined, SEPARATOR, type Alias } from '../model';
import type { Connection } from '../tables';
import type { NodeNumber } from './resolve';
import { rowsOf } from './rows';

/** What the tables say of a paper that a reference list can use. */
export interface BibliographyWork {
  readonly id: string;
  readonly title: string | null;
  /** One text, as documents have it. */
  readonly authorsText: string | null;
  readonly year: number | null;
  /** ISO, as exact as known. */
  readonly date: string | null;
  readonly venue: string | null;
  readonly category: string | null;
  readonly abstract: string | null;
  readonly isStub: boolean;
  /** All it has, each scheme's in order. */
  readonly names: readonly Alias[];
}

const WORKS = `
WITH asked AS MATERIALIZED (SELECT DISTINCT unnest(string_split(?1, chr(31)))::INTEGER AS node),
     named AS (SELECT node, string_agg(alias, chr(31) ORDER BY alias) AS names FROM asked JOIN work_ids ON work_id = node GROUP BY node)
SELECT public_id AS id, title, authors_text AS "authorsText", year, date, venue, primary_cat AS category, abstract,
       is_stub AS "isStub", names FROM asked JOIN works ON work_id = node LEFT JOIN named USING (node) ORDER BY id`;

type Row = Omit<BibliographyWork, 'names'> & { readonly names: string | null };

/** The papers among these nodes, in the order of their public ids. */
export async function readBibliography(
  connection: Connection,
  nodes: readonly NodeNumber[],
): Promise<BibliographyWork[]> {
  if (nodes.length === 0) return [];
  const rows = rowsOf<Row>(await connection.query(WORKS, [joined(nodes)]));
  return rows.map((row) => ({ ...row, names: (row.names?.split(SEPARATOR) ?? [row.id]) as Alias[] }));
}

import type { Connection } from '../tables';
import type { NodeNumber } from './resolve';
import { rowsOf } from './rows';
import { writtenOut } from './written-out';

export interface TheoremPaper {
  readonly id: string;
  readonly title: string;
  readonly year: number | null;
  readonly claimId: string | null;
  readonly relation: string | null;
  readonly scope: string | null;
  readonly source: string | null;
  readonly document: string;
  readonly pointer: string;
}

export interface Theorem {
  readonly id: string;
  readonly library: string;
  readonly module: string | null;
  readonly declaration: string;
  readonly kind: string | null;
  readonly status: string | null;
  readonly statement: string | null;
  readonly sorry: boolean | null;
  readonly line: number | null;
  readonly url: string | null;
  readonly document: string;
  readonly papers: readonly TheoremPaper[];
  /** The question that the papers are the answer to. */
  readonly papersSql: string;
}

const THEOREM = `SELECT public_id AS id, library, module, declaration, t.kind, t.status, statement, sorry, line, url, d.name AS document
  FROM theorems t JOIN documents d USING (document_id) WHERE theorem_id = ?1`;
const PAPERS = `SELECT w.public_id AS id, coalesce(w.title, w.public_id) AS title, w.year, claim_id AS "claimId", relation, scope, source,
  d.name AS document, l.pointer FROM theorem_links l JOIN works w USING (work_id) JOIN documents d USING (document_id)
  WHERE theorem_id = ?1 ORDER BY w.year DESC NULLS LAST, id, source`;

/** One formal statement and the papers tied to it; takes its node number (minus its theorem_id). */
export async function readTheorem(connection: Connection, node: NodeNumber): Promise<Theorem | null> {
  const [heads, papers] = await Promise.all([
    connection
      .query(THEOREM, [-node])
      .then((columns) => rowsOf<Omit<Theorem, 'papers' | 'papersSql'>>(columns)),
    connection.query(PAPERS, [-node]).then((columns) => rowsOf<TheoremPaper>(columns)),
  ]);
  const head = heads[0];
  return head ? { ...head, papers, papersSql: writtenOut(PAPERS, [-node]) } : null;
}

import { joined, type Stage } from '../model';
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
  readonly title: string | null;
  readonly kind: string | null;
  readonly status: string | null;
  readonly statement: string | null;
  readonly stage: Stage | null;
  readonly sorry: boolean | null;
  /** All axioms that it is told to rest on; null where it is not told. */
  readonly axioms: readonly string[] | null;
  /** Lean declarations of a blueprint's node, and other names, as ids. */
  readonly names: readonly string[];
  readonly repository: string | null;
  readonly revision: string | null;
  readonly licence: string | null;
  readonly sha256: string;
  readonly pointer: string;
  readonly uses: readonly TheoremUse[];
  readonly usedBy: readonly TheoremUse[];
  readonly line: number | null;
  readonly url: string | null;
  readonly document: string;
  readonly papers: readonly TheoremPaper[];
  /** The questions that these are the answers to. */
  readonly sql: Readonly<Record<'papers' | 'uses' | 'usedBy', string>>;
}

/** Another statement that this one uses, or that uses it, with every site that is told. */
export interface TheoremUse {
  readonly id: string;
  readonly title: string;
  /** `statement, proof` */
  readonly sites: string;
}

const THEOREM = `
SELECT public_id AS id, t.library, module, declaration, title, t.kind, t.status, stage, statement, sorry, line, url, axioms,
       d.name AS document, d.sha256, t.pointer, l.repository, l.revision, l.licence
  FROM theorems t JOIN documents d USING (document_id)
  LEFT JOIN (SELECT library, any_value(repository) AS repository, any_value(revision) AS revision, any_value(licence) AS licence
               FROM libraries GROUP BY library) l ON l.library = t.library
 WHERE theorem_id = ?1`;
const NAMES = `SELECT DISTINCT alias FROM theorem_names WHERE theorem_id = ?1 ORDER BY alias`;
const USES = `SELECT public_id AS id, coalesce(title, declaration) AS title, string_agg(DISTINCT site, ', ' ORDER BY site DESC) AS sites
  FROM theorem_uses u JOIN theorems t ON t.theorem_id = u.uses WHERE u.theorem_id = ?1 GROUP BY ALL ORDER BY id`;
const USED_BY = `SELECT public_id AS id, coalesce(title, declaration) AS title, string_agg(DISTINCT site, ', ' ORDER BY site DESC) AS sites
  FROM theorem_uses u JOIN theorems t ON t.theorem_id = u.theorem_id WHERE u.uses = ?1 GROUP BY ALL ORDER BY id`;
const PAPERS = `SELECT w.public_id AS id, coalesce(w.title, w.public_id) AS title, w.year, claim_id AS "claimId", relation, scope, source,
  d.name AS document, l.pointer FROM theorem_links l JOIN works w USING (work_id) JOIN documents d USING (document_id)
  WHERE theorem_id = ?1 ORDER BY w.year DESC NULLS LAST, id, source`;

/** One formal statement, what it uses, and the papers tied to it; takes its node number (minus its theorem_id). */
export async function readTheorem(connection: Connection, node: NodeNumber): Promise<Theorem | null> {
  const ask = async <T>(sql: string) => rowsOf<T>(await connection.query(sql, [-node]));
  const [heads, papers, names, uses, usedBy] = await Promise.all([
    ask<Omit<Theorem, 'axioms' | 'names' | 'papers' | 'uses' | 'usedBy' | 'sql'> & { axioms: string | null }>(
      THEOREM,
    ),
    ask<TheoremPaper>(PAPERS),
    ask<{ alias: string }>(NAMES),
    ask<TheoremUse>(USES),
    ask<TheoremUse>(USED_BY),
  ]);
  const head = heads[0];
  if (!head) return null;
  return {
    ...head,
    axioms: head.axioms?.split(' ').filter((name) => name !== '') ?? null,
    names: names.map(({ alias }) => alias),
    ...{ papers, uses, usedBy },
    sql: {
      papers: writtenOut(PAPERS, [-node]),
      uses: writtenOut(USES, [-node]),
      usedBy: writtenOut(USED_BY, [-node]),
    },
  };
}

/** What a list for a writer says of a statement. */
export interface Statement extends Pick<
  Theorem,
  | 'id'
  | 'library'
  | 'module'
  | 'declaration'
  | 'title'
  | 'kind'
  | 'stage'
  | 'sorry'
  | 'statement'
  | 'url'
  | 'repository'
  | 'revision'
> {
  readonly node: NodeNumber;
  /** Lean declarations with their libraries' ids, with spaces between. */
  readonly lean: string | null;
}

const STATEMENTS = `
WITH asked AS MATERIALIZED (SELECT i::INTEGER AS node FROM (SELECT unnest(string_split(?1, chr(31))) AS i))
SELECT node, public_id AS id, t.library, module, declaration, title, kind, stage, sorry, statement, url, l.repository, l.revision,
       (SELECT string_agg(alias, ' ' ORDER BY alias) FROM theorem_names n WHERE n.theorem_id = -node AND alias LIKE 'lean:%') AS lean
  FROM asked JOIN theorems t ON theorem_id = -node
  LEFT JOIN (SELECT library, any_value(repository) AS repository, any_value(revision) AS revision FROM libraries GROUP BY library) l
    ON l.library = t.library
 ORDER BY id`;

export async function readStatements(
  connection: Connection,
  nodes: readonly NodeNumber[],
): Promise<Statement[]> {
  if (nodes.length === 0) return [];
  return rowsOf<Statement>(await connection.query(STATEMENTS, [joined(nodes)]));
}

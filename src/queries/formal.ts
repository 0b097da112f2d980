import { DEFINITION_KINDS } from '../model';
import type { Connection } from '../tables';

/** All formal statements in the order of their public ids, the uses among them and their ties to works. */
export interface FormalRows {
  readonly node: Int32Array;
  /** 0 not told, 1 stated, 2 formalised, 3 proved, 4 proved with all it rests on, as the document says. */
  readonly stage: Int32Array;
  /** 0 theorem and the like, 1 definition and the like, 2 axiom, 3 module. */
  readonly kind: Int32Array;
  /** 1 where it contains `sorry`. */
  readonly sorry: Int32Array;
  readonly library: readonly string[];
  readonly declaration: readonly string[];
  /** All axioms that it rests on, with spaces between; null where it is not told. */
  readonly axioms: readonly (string | null)[];
  /** Uses, a row a piece of evidence, as node numbers. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** 0 in the statement, 1 in the proof, 2 not told, 3 an import. */
  readonly site: Int32Array;
  /** Ties, each once. */
  readonly tiedWork: Int32Array;
  readonly tiedTheorem: Int32Array;
}

/** Whether a statement is a definition or the like. */
export const IS_DEFINITION = `lower(coalesce(kind, '')) IN (${DEFINITION_KINDS.map((word) => `'${word}'`).join(', ')})`;

const STATEMENTS = `
SELECT -theorem_id AS node, library, declaration, axioms,
       CASE stage WHEN 'stated' THEN 1 WHEN 'formalised' THEN 2 WHEN 'proved' THEN 3 WHEN 'proved-all' THEN 4 ELSE 0 END::INTEGER AS stage,
       CASE WHEN ${IS_DEFINITION} THEN 1 WHEN lower(kind) = 'axiom' THEN 2 WHEN kind = 'module' THEN 3 ELSE 0 END::INTEGER AS kind,
       coalesce(sorry, false)::INTEGER AS sorry
  FROM theorems ORDER BY public_id`;

const USES = `
SELECT -theorem_id AS from_node, -uses AS to_node,
       CASE site WHEN 'statement' THEN 0 WHEN 'proof' THEN 1 WHEN 'import' THEN 3 ELSE 2 END::INTEGER AS site
  FROM theorem_uses WHERE theorem_id <> uses`;

const TIES = `SELECT DISTINCT work_id AS work, -theorem_id AS theorem FROM theorem_links ORDER BY work, theorem DESC`;

export async function readFormal(connection: Connection): Promise<FormalRows> {
  const [statements, uses, ties] = await Promise.all(
    [STATEMENTS, USES, TIES].map((sql) => connection.query(sql)),
  );
  if (!statements || !uses || !ties) throw new Error('Every question has an answer.');
  return {
    node: statements.ints('node'),
    stage: statements.ints('stage'),
    kind: statements.ints('kind'),
    sorry: statements.ints('sorry'),
    library: statements.texts('library'),
    declaration: statements.texts('declaration'),
    axioms: statements.values('axioms') as FormalRows['axioms'],
    from: uses.ints('from_node'),
    to: uses.ints('to_node'),
    site: uses.ints('site'),
    tiedWork: ties.ints('work'),
    tiedTheorem: ties.ints('theorem'),
  };
}

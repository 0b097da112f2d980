import type { Stage } from '../model';
import type { Connection } from '../tables';
import { rowsOf } from './rows';
import { writtenOut } from './written-out';

/** A module of a formal library: what is stated in it. */
export interface Module {
  /** `module:<library>/<module>` */
  readonly id: string;
  readonly library: string;
  readonly module: string;
  readonly statements: readonly {
    readonly id: string;
    readonly title: string;
    readonly kind: string | null;
    readonly stage: Stage | null;
    readonly sorry: boolean | null;
  }[];
  readonly sql: string;
}

const STATEMENTS = `
SELECT library, module, public_id AS id, coalesce(title, declaration) AS title, kind, stage, sorry FROM theorems
 WHERE module IS NOT NULL AND 'module:' || library || '/' || module = ?1 ORDER BY line NULLS LAST, id`;

/** Null where nothing that is loaded stands in it. */
export async function readModule(connection: Connection, id: string): Promise<Module | null> {
  const statements = rowsOf<Module['statements'][number] & { library: string; module: string }>(
    await connection.query(STATEMENTS, [id]),
  );
  const [first] = statements;
  if (!first) return null;
  const { library, module } = first;
  return { id, library, module, statements, sql: writtenOut(STATEMENTS, [id]) };
}

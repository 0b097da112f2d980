import type { Rechecking } from '../intake';
import type { Connection } from './connection';

const ORDER = `list_position(['unchecked', 'sound', 'broken'], trust)`;

/** Puts new verdicts in the place of all there were, and the trust that follows from them; all or nothing. */
export async function replaceChecks(loader: Connection, { checks, trusts }: Rechecking): Promise<void> {
  await loader.query('BEGIN TRANSACTION');
  try {
    await loader.query('DELETE FROM checks');
    for (const [table, ipc] of checks) await loader.insert(table, ipc);
    for (const { pithNumber, document, trust } of trusts)
      await loader.query(
        'UPDATE records SET trust = ? WHERE pith_number = ? AND document_id = ? AND trust <> ?',
        [trust, pithNumber, document, trust],
      );
    await loader.query(
      `UPDATE works SET trust = r.trust FROM (SELECT work_id, arg_max(trust, ${ORDER}) AS trust FROM records GROUP BY work_id) r
        WHERE r.work_id = works.work_id AND works.trust <> r.trust`,
    );
    await loader.query('COMMIT');
  } catch (failure) {
    await loader.query('ROLLBACK');
    throw failure;
  }
}

import type { Rechecking } from '../intake';
import { joined } from '../model';
import type { Connection } from './connection';

const ORDER = `list_position(['unchecked', 'sound', 'signed', 'broken'], trust)`;

/** One statement for all records: three lists, side by side. */
const RECORDS = `UPDATE records SET trust = made.trust FROM (
  SELECT unnest(string_split(?1, chr(31))) AS pith_number, unnest(string_split(?2, chr(31)))::INTEGER AS document_id,
         unnest(string_split(?3, chr(31))) AS trust) made
 WHERE made.pith_number = records.pith_number AND made.document_id = records.document_id AND records.trust <> made.trust`;

/** Puts new verdicts in the place of all there were, and the trust that follows from them; all or nothing. */
export async function replaceChecks(loader: Connection, { checks, trusts }: Rechecking): Promise<void> {
  await loader.query('BEGIN TRANSACTION');
  try {
    await loader.query('DELETE FROM checks');
    for (const [table, ipc] of checks) await loader.insert(table, ipc);
    if (trusts.length > 0)
      await loader.query(RECORDS, [
        joined(trusts.map(({ pithNumber }) => pithNumber)),
        joined(trusts.map(({ document }) => document)),
        joined(trusts.map(({ trust }) => trust)),
      ]);
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

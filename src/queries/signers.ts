import type { Connection } from '../tables';
import { rowsOf } from './rows';

/** A key that loaded events name, with how many do. */
export interface NamedKey {
  readonly signer: string | null;
  readonly keyId: string | null;
  readonly fingerprint: string | null;
  readonly events: number;
}

const NAMED = `SELECT signer, key_id AS "keyId", fingerprint, count(*)::INTEGER AS events FROM events
 WHERE key_id IS NOT NULL OR fingerprint IS NOT NULL GROUP BY ALL ORDER BY events DESC, key_id, fingerprint, signer LIMIT 100`;

/** The keys that loaded events say they were signed with: the most used first, a hundred at most. */
export async function readNamedKeys(connection: Connection): Promise<NamedKey[]> {
  return rowsOf<NamedKey>(await connection.query(NAMED));
}

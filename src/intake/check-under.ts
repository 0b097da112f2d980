import { checkRecord, checkSignatures, type KeyRing } from '../checks';
import type { Check } from '../documents';

/** All checks of a record, of its signatures under these keys. */
export function checkUnder(ring: Promise<KeyRing>): Check {
  return async (evidence) => [...checkRecord(evidence), ...(await checkSignatures(evidence, await ring))];
}

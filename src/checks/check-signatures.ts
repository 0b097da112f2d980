import type { Evidence } from '../documents';
import { describeFailure, type CheckResult } from '../model';
import { unknown, type Finding } from './finding';
import type { KeyRing } from './key-ring';
import { signaturesIn } from './signatures-in';
import { verifyEvents } from './verify-event';
import { eventsOf } from './written-event';

/**
 * Verdicts on the signatures of a record's events. Each that verifies, or fails, stands by itself; what cannot be checked
 * for the same reason is said once.
 */
export async function checkSignatures(evidence: Evidence, ring: KeyRing): Promise<CheckResult[]> {
  const { events, subject } = evidence;
  if (events.length === 0) return [];
  const findings = ring.keys.length === 0 ? [withoutKeys(evidence)] : await verified(evidence, ring);
  const seen = new Set<string>();
  return findings
    .filter(({ verdict, detail }) => {
      const isNew = verdict !== 'not-checkable' || !seen.has(detail);
      seen.add(detail);
      return isNew;
    })
    .map(({ verdict, detail, pointer }) => ({ subject, check: 'signature', verdict, detail, pointer }));
}

function withoutKeys({ events }: Evidence): Finding {
  const carrier = events.find(({ value }) => signaturesIn(value).length > 0);
  return carrier
    ? unknown('An event carries a signature, but no key is trusted.', carrier.pointer)
    : unknown('No event carries a signature.', events[0]?.pointer);
}

async function verified(evidence: Evidence, ring: KeyRing): Promise<readonly Finding[]> {
  try {
    return await verifyEvents(eventsOf(evidence), ring);
  } catch (failure) {
    return [unknown(`The events cannot be read exactly: ${describeFailure(failure)}.`)];
  }
}

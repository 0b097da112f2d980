import type { Evidence } from '../documents';
import { describeFailure, type CheckResult } from '../model';
import { checkEventId, statedRule } from './event-id';
import { unknown, type Finding } from './finding';
import type { KeyRing } from './key-ring';
import { signaturesIn } from './signatures-in';
import { OWN_RULE } from './signing-rules';
import { verifyEvents } from './verify-event';
import { eventsOf } from './written-event';

/**
 * Verdicts on the signatures of a record's events. Each that verifies, or fails, stands by itself; what cannot be checked
 * for the same reason is said once.
 */
export async function checkSignatures(evidence: Evidence, ring: KeyRing): Promise<CheckResult[]> {
  const { events, subject } = evidence;
  if (events.length === 0) return [];
  const findings =
    ring.keys.length === 0
      ? [withoutKeys(evidence)]
      : await readExactly(() => verifyEvents(eventsOf(evidence), ring));
  const seen = new Set<string>();
  const signatures = findings
    .filter(({ verdict, detail }) => {
      const isNew = verdict !== 'not-checkable' || !seen.has(detail);
      seen.add(detail);
      return isNew;
    })
    .map((finding) => result(subject, 'signature', finding));
  return [...signatures, ...(await checkIds(evidence))];
}

function result(subject: string, check: string, { verdict, detail, pointer }: Finding): CheckResult {
  return { subject, check, verdict, detail, pointer };
}

/** Only our own rule says how an id follows from an event. */
async function checkIds(evidence: Evidence): Promise<CheckResult[]> {
  const { events, subject } = evidence;
  if (!events.some(({ value }) => statedRule(value) === OWN_RULE)) return [];
  const findings = await readExactly(() =>
    Promise.all(
      eventsOf(evidence)
        .filter(({ value }) => statedRule(value) === OWN_RULE)
        .map(checkEventId),
    ),
  );
  return findings.map((finding) => result(subject, 'event-id', finding));
}

function withoutKeys({ events }: Evidence): Finding {
  const carrier = events.find(({ value }) => signaturesIn(value).length > 0);
  return carrier
    ? unknown('An event carries a signature, but no key is trusted.', carrier.pointer)
    : unknown('No event carries a signature.', events[0]?.pointer);
}

/** A document nested too deep cannot be read with its numbers as written. */
async function readExactly(read: () => Promise<readonly Finding[]>): Promise<readonly Finding[]> {
  try {
    return await read();
  } catch (failure) {
    return [unknown(`The events cannot be read exactly: ${describeFailure(failure)}.`)];
  }
}

import { pithId } from './pith-number';
import { describeFailure, type Verdict } from '../model';
import { derivedId, statedRule } from './event-id';
import { instantOf } from './event-time';
import { hashOf } from './hash';
import type { KeyRing } from './key-ring';
import { faultOfSignedFields } from './sign-event';
import { OWN_RULE } from './signing-rules';
import { verifyEvent, type SignatureFinding } from './verify-event';
import { canonicalText, entriesOf, member, parseWritten, textMember } from './written-event';

export type InvalidReason =
  | 'unreadable' // not JSON, or without UTF-8
  | 'not-an-event' // no object
  | 'wrong-subject' // about another record
  | 'no-type' // neither a type nor a payload that implies one
  | 'incomplete' // by corollary-event-v1, which it names, a field is missing or wrong
  | 'wrong-id' // by corollary-event-v1, which it names, another id follows from its content
  | 'wrong-record' // its canonical record or hash is not the one of the number
  | 'failed-signature'
  | 'conflicting-copies'; // others with the same id say something else, and nothing shows which is right

export interface InvalidEvent {
  readonly eventId: string | null;
  readonly reason: InvalidReason;
  readonly detail: string;
  /** Canonical JSON. */
  readonly text: string;
}

/** One text of an event with all that can be said of it alone. */
export interface AssessedEvent {
  readonly text: string;
  readonly value: unknown;
  /** As stated, else as derived. */
  readonly eventId: string;
  readonly derivedId: string;
  readonly type: string;
  readonly target: string | null;
  readonly createdAt: string | null;
  readonly instant: number | null;
  readonly signer: string | null;
  readonly previous: string | null;
  readonly verdict: Verdict;
  /** Whether a verified signature covers what the event says. */
  readonly isVouchedFor: boolean;
  readonly finding: SignatureFinding;
}

export function isInvalid(event: AssessedEvent | InvalidEvent): event is InvalidEvent {
  return 'reason' in event;
}

/** What can be said of an event's canonical JSON alone. Does not reject for anything in it. */
export async function assessEvent(
  text: string,
  pithNumber: string,
  ring: KeyRing,
): Promise<AssessedEvent | InvalidEvent> {
  const invalid = (reason: InvalidReason, detail: string, eventId: string | null = null) => ({
    eventId,
    reason,
    detail,
    text,
  });
  let value: unknown;
  try {
    value = parseWritten(text);
  } catch (failure) {
    return invalid('unreadable', describeFailure(failure));
  }
  const derived = await derivedId(value);
  if (derived === null) return invalid('unreadable', 'It holds half of a character, which has no UTF-8.');
  if (entriesOf(value) === null) return invalid('not-an-event', 'It is not an object.');
  const finding = await verifyEvent({ value, pointer: '' }, ring);
  const event = describe(text, value, derived, finding);
  const fault = faultOf(event, pithNumber);
  return fault === null ? event : invalid(...fault, event.eventId);
}

function describe(text: string, value: unknown, derived: string, finding: SignatureFinding): AssessedEvent {
  const createdAt = textMember(value, 'created_at');
  return {
    text,
    value,
    eventId: textMember(value, 'event_id') ?? derived,
    derivedId: derived,
    type: typeOf(value) ?? '',
    target: textMember(value, 'target'),
    createdAt,
    instant: instantOf(createdAt),
    signer:
      ['signer_id', 'key_id'].map((key) => textMember(value, 'signer', key)).find((id) => id !== null) ??
      null,
    previous: textMember(value, 'previous_event_id'),
    verdict: finding.verdict,
    isVouchedFor: finding.verdict === 'pass' && (finding.covers === 'event' || finding.covers === 'payload'),
    finding,
  };
}

/** A state lists graph snapshots without their type: there the payload tells. */
function typeOf(value: unknown): string | null {
  const type = textMember(value, 'event_type');
  if (type !== null) return type === '' ? null : type;
  if (member(value, 'payload', 'graph_snapshot') !== null) return 'graph_snapshot';
  return member(value, 'payload', 'canonical_record') === null ? null : 'record_created';
}

type Fault = readonly [reason: InvalidReason, detail: string];

function faultOf(event: AssessedEvent, pithNumber: string): Fault | null {
  const { value, type, eventId, derivedId: derived, finding } = event;
  const subject = member(value, 'subject_pith_number');
  if (subject !== null && subject !== pithNumber)
    return [
      'wrong-subject',
      `It is about ${typeof subject === 'string' ? subject : 'no record'}, not ${pithNumber}.`,
    ];
  if (type === '') return ['no-type', 'It states no type, and its payload implies none.'];
  if (statedRule(value) === OWN_RULE) {
    const fault = faultOfSignedFields(value);
    if (fault !== null) return ['incomplete', `By ${OWN_RULE}, ${fault}.`];
    if (eventId !== derived || member(value, 'event_id') === null)
      return ['wrong-id', `By ${OWN_RULE} its id is ${derived}.`];
  }
  if (finding.verdict === 'fail') return ['failed-signature', finding.detail];
  return faultOfRecord(value, pithNumber);
}

function faultOfRecord(value: unknown, pithNumber: string): Fault | null {
  const record = member(value, 'payload', 'canonical_record');
  if (record === null) return null;
  const hash = hashOf(canonicalText(record) ?? '');
  if (pithId(hash) !== pithNumber.slice(-26))
    return ['wrong-record', `Its canonical record has the hash ${hash}, which is not that of ${pithNumber}.`];
  const said = member(value, 'payload', 'canonical_sha256');
  return said === null || said === hash
    ? null
    : ['wrong-record', 'It states another hash than its record has.'];
}

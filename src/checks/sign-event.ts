import { Failure } from '../model';
import { toBase64 } from './encodings';
import { derivedId } from './event-id';
import { isPlainTime } from './event-time';
import { shortFingerprint } from './keys';
import { sign, type SigningKey } from './signing-key';
import { OWN_RULE, ruleNamed, signedBytes } from './signing-rules';
import { canonicalText, entriesOf, member, parseWritten, textMember, without } from './written-event';

const TEXTS = ['event_type', 'subject_pith_number', 'target'];

/** What is wrong with the fields of an event for corollary-event-v1, before it is signed; null where nothing is. */
function faultOfFields(event: unknown): string | null {
  const missing = TEXTS.find((key) => (textMember(event, key) ?? '') === '');
  if (missing !== undefined) return `the event has no ${missing}`;
  if (entriesOf(member(event, 'payload')) === null) return 'the event has no payload';
  const isTimed = isPlainTime(textMember(event, 'created_at'));
  return isTimed ? null : 'the event’s created_at is not of the form 2026-05-17T23:38:14Z';
}

/** The same of an event that says it was signed so: its signer too must be named in full. */
export function faultOfSignedFields(event: unknown): string | null {
  const missing = ['signer_id', 'key_id'].find((key) => (textMember(event, 'signer', key) ?? '') === '');
  if (missing !== undefined) return `the event’s signer has no ${missing}`;
  const isPlain = /^[0-9a-f]{32}$/.test(textMember(event, 'signer', 'public_key_fingerprint') ?? '');
  return isPlain ? faultOfFields(event) : 'the event’s signer has no public_key_fingerprint of 32 hex digits';
}

/**
 * An event's JSON (with event_type, subject_pith_number, target, created_at, payload) signed by corollary-event-v1, as
 * canonical JSON. An earlier signer, signature and id are replaced; the id stays as `restates`. Throws a Failure
 * of kind `unreadable` for what the rule does not take.
 */
export async function signEvent(text: string, key: SigningKey): Promise<string> {
  const event = parseWritten(text);
  const fault = faultOfFields(event);
  if (fault !== null) throw refusal(fault);
  const fields = new Map(entriesOf(without(without(event, ['signature']), ['sig'])));
  const earlier = fields.get('event_id');
  fields.delete('event_id');
  if (typeof earlier === 'string' && !fields.has('restates')) fields.set('restates', earlier);
  fields.set('signature_rule', OWN_RULE);
  fields.set('signer', signerOf(key));
  return canonicalOf(await completed(fields, key));
}

function signerOf({ signerId, trusted: { id, fingerprint } }: SigningKey): unknown {
  return { signer_id: signerId, key_id: id, public_key_fingerprint: shortFingerprint(fingerprint) };
}

async function completed(fields: Map<string, unknown>, { privateKey }: SigningKey): Promise<unknown> {
  canonicalOf(fields);
  fields.set('event_id', await derivedId(fields));
  const rule = ruleNamed(OWN_RULE);
  const bytes = rule && signedBytes(rule, fields);
  if (!bytes) throw refusal('it has no canonical form');
  fields.set('signature', toBase64(await sign(privateKey, bytes)));
  return fields;
}

/** A number beyond all floats would be written as Infinity, which is not JSON. */
function canonicalOf(event: unknown): string {
  const text = canonicalText(event);
  if (text === null) throw refusal('it holds half of a character');
  parseWritten(text);
  return text;
}

function refusal(reason: string): Failure {
  return new Failure('unreadable', `The event cannot be signed: ${reason}.`);
}

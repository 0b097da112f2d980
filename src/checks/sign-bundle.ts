import { describeFailure, Failure } from '../model';
import { instantOf, plainTime } from './event-time';
import { signEvent } from './sign-event';
import { isSigned } from './signatures-in';
import type { SigningKey } from './signing-key';
import { canonicalText, entriesOf, member, parseWritten, textMember } from './written-event';

export interface SigningOptions {
  /** For events that state no time; milliseconds since 1970. */
  readonly now: number;
  /** Whether to sign events again that carry a signature, whosoever it is. */
  readonly again: boolean;
}

export interface SignedBundle {
  /** The bundle as canonical JSON. */
  readonly text: string;
  /** One line an event, in their order. */
  readonly done: readonly string[];
}

/**
 * A bundle whose events are signed by corollary-event-v1. An event without subject or time is given the bundle's number
 * and `now`. Numbers stay as they were written. Throws a Failure of kind `unreadable`.
 */
export async function signBundle(
  text: string,
  key: SigningKey,
  options: SigningOptions,
): Promise<SignedBundle> {
  const bundle = parseWritten(text);
  const events = member(bundle, 'events');
  if (!Array.isArray(events) || events.length === 0)
    throw new Failure('unreadable', 'There is nothing to sign: the document holds no events.');
  const number = textMember(bundle, 'pith_number');
  const results: Signed[] = [];
  for (const [index, event] of (events as readonly unknown[]).entries()) {
    results.push(await signOne(event, index, { key, number, ...options }));
  }
  const fields = new Map(entriesOf(bundle)).set(
    'events',
    results.map(({ event }) => event),
  );
  return { text: documentOf(fields), done: results.map(({ line }) => line) };
}

function documentOf(bundle: unknown): string {
  const text = canonicalText(bundle);
  if (text === null) throw new Failure('unreadable', 'The document holds half of a character.');
  parseWritten(text);
  return `${text}\n`;
}

interface Signed {
  readonly event: unknown;
  readonly line: string;
}

interface Signing extends SigningOptions {
  readonly key: SigningKey;
  readonly number: string | null;
}

async function signOne(event: unknown, index: number, { key, number, now, again }: Signing): Promise<Signed> {
  const name = `events/${index} (${textMember(event, 'event_type') ?? 'no type'})`;
  if (!again && isSigned(event))
    return { event, line: `${name}: left as it is, because it carries a signature` };
  const whole = complete(event, number, now);
  const text = await signEvent(canonicalText(whole) ?? '', key).catch((cause: unknown) => {
    throw new Failure('unreadable', `${name}: ${describeFailure(cause)}`, { cause });
  });
  const signed = parseWritten(text);
  return { event: signed, line: `${name}: signed, ${textMember(signed, 'event_id') ?? ''}` };
}

function complete(event: unknown, number: string | null, now: number): unknown {
  const entries = entriesOf(event);
  if (entries === null) return event;
  const fields = new Map(entries);
  if (!fields.has('subject_pith_number') && number !== null) fields.set('subject_pith_number', number);
  const time = instantOf(textMember(event, 'created_at'));
  if (time !== null || !fields.has('created_at')) fields.set('created_at', plainTime(time ?? now));
  return fields;
}

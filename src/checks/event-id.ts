import { fail, pass, unknown, type Finding } from './finding';
import { toUtf8 } from './encodings';
import { hashOfBytes } from './hash';
import { shown } from './read';
import { OWN_RULE } from './signing-rules';
import { canonicalText, member, textMember, without, type WrittenEvent } from './written-event';

/** The rule that an event says it was signed by. */
export function statedRule(event: WrittenEvent['value']): string | null {
  return textMember(event, 'signature_rule');
}

/**
 * The id that corollary-event-v1 derives from an event's content: `sha256:` and the SHA-256 of the canonical JSON of the
 * event without its id and signature. Null where the event holds half of a character, which has no UTF-8.
 */
export async function derivedId(event: WrittenEvent['value']): Promise<string | null> {
  const text = canonicalText(contentOf(event));
  return text === null ? null : `sha256:${await hashOfBytes(toUtf8(text))}`;
}

/** What an event says, apart from its id and signature. */
export function contentOf(event: WrittenEvent['value']): unknown {
  return without(without(event, ['event_id']), ['signature']);
}

/** An event's id against its content. How Pith makes its ids is not published, so other ids cannot be checked. */
export async function checkEventId({ value, pointer }: WrittenEvent): Promise<Finding> {
  const place = `${pointer}/event_id`;
  const stated = member(value, 'event_id');
  const derived = await derivedId(value);
  const isOwn = statedRule(value) === OWN_RULE;
  if (derived === null) return unknown('The event holds half of a character, which has no UTF-8.', pointer);
  if (stated === derived) return pass('The event’s id is the SHA-256 of its content.', place);
  if (isOwn)
    return fail(`By ${OWN_RULE} the event’s id is ${derived}, but ${shown(stated)} is stated.`, place);
  return stated === null
    ? unknown('The event has no id.', pointer)
    : unknown('How this event’s id was made is not published.', place);
}

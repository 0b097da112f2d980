import { verify } from './ed25519';
import { statedRule } from './event-id';
import { fail, pass, unknown, type Finding } from './finding';
import { inLanes } from './in-lanes';
import { shortFingerprint } from './keys';
import type { KeyRing, OpenKey } from './key-ring';
import { signaturesIn, type FoundSignature } from './signatures-in';
import { contradiction, isNamed, missingKey, signerOf, type Signer } from './signer';
import { ruleNamed, signedBytes, SIGNING_RULES, type Covers, type SigningRule } from './signing-rules';
import type { WrittenEvent } from './written-event';

/** Whether an event is signed. `pass` names the rule and the key, and says how much the signature covers. */
export interface SignatureFinding extends Finding {
  readonly rule: string | null;
  readonly covers: Covers | null;
  readonly keyId: string | null;
  /** Of the key, in whole. */
  readonly fingerprint: string | null;
}

const NOT_SIGNED = { rule: null, covers: null, keyId: null, fingerprint: null };

export async function verifyEvent(event: WrittenEvent, ring: KeyRing): Promise<SignatureFinding> {
  const attempt = attemptOn(event, ring);
  const obstacle = obstacleTo(attempt);
  if (obstacle !== null) return { ...NOT_SIGNED, ...obstacle };
  const found = await search(attempt);
  if (found) ring.likelyRule = found.rule.id;
  return found ? signed(found, attempt) : { ...NOT_SIGNED, ...unverified(attempt) };
}

/**
 * Many events, each as `verifyEvent` does, many at a time. The first goes alone, because the rule by which it is signed
 * is tried first on the others.
 */
export function verifyEvents(events: readonly WrittenEvent[], ring: KeyRing): Promise<SignatureFinding[]> {
  return inLanes(events, (event) => verifyEvent(event, ring));
}

interface Attempt {
  readonly event: WrittenEvent;
  readonly signatures: readonly FoundSignature[];
  readonly signer: Signer;
  /** The rule that the event names, where it is known here: then no other is tried. */
  readonly named: SigningRule | null;
  readonly keys: readonly OpenKey[];
  readonly likelyRule: string | null;
}

function attemptOn(event: WrittenEvent, { keys, likelyRule }: KeyRing): Attempt {
  const named = ruleNamed(statedRule(event.value));
  const signatures = signaturesIn(event.value).filter(({ place }) => isUsable(place, named));
  return { event, signatures, signer: signerOf(event.value), named, keys, likelyRule };
}

function isUsable(place: string, rule: SigningRule | null): boolean {
  return rule === null || rule.place === null || rule.place === place;
}

function obstacleTo({ event: { pointer }, signatures: [first], keys }: Attempt): Finding | null {
  if (!first) return unknown('The event carries no signature.', pointer);
  return keys.length === 0
    ? unknown('The event carries a signature, but no key is trusted.', pointer + first.place)
    : null;
}

interface Found {
  readonly rule: SigningRule;
  readonly key: OpenKey;
  readonly place: string;
}

async function search(attempt: Attempt): Promise<Found | null> {
  const { event, signatures, signer, named, likelyRule } = attempt;
  const contents: Parameters<typeof signedBytes>[2] = new Map();
  const keys = likelyFirst(attempt.keys, (key) => isNamed(key, signer));
  const rules = named ? [named] : likelyFirst(SIGNING_RULES, ({ id }) => id === likelyRule);
  for (const rule of rules) {
    const content = signedBytes(rule, event.value, contents);
    if (content === null) continue;
    for (const { bytes, place } of signatures) {
      if (bytes === null || !isUsable(place, rule)) continue;
      for (const key of keys) if (await verify(key.verifier, bytes, content)) return { rule, key, place };
    }
  }
  return null;
}

function likelyFirst<Item>(items: readonly Item[], isLikely: (item: Item) => boolean): readonly Item[] {
  const at = items.findIndex(isLikely);
  const likely = items[at];
  return likely === undefined || at === 0 ? items : [likely, ...items.filter((_, index) => index !== at)];
}

/** What else a reader could take a signature for that covers a part only. */
const LIMITS_OF: Record<Covers, string> = {
  event: '',
  payload: ' Only the payload was signed, not the time or the target of the event.',
  record: ' Only the canonical record was signed, not the rest of the event.',
  id: ' Only the id was signed; how it follows from the content is not published, so the content is not vouched for.',
  hash: ' Only the canonical hash was signed, not the rest of the event.',
};

function signed({ rule, key, place }: Found, { event, signer }: Attempt): SignatureFinding {
  const { id: keyId, fingerprint } = key;
  const detail =
    `The signature verifies under the key “${keyId}” (fingerprint ${shortFingerprint(fingerprint)}) ` +
    `by the rule ${rule.id}: ${rule.sentence}.${LIMITS_OF[rule.covers]}${contradiction(key, signer)}`;
  return { ...pass(detail, event.pointer + place), rule: rule.id, covers: rule.covers, keyId, fingerprint };
}

function unverified({ event, signatures, signer, named, keys }: Attempt): Finding {
  const place = event.pointer + (signatures[0]?.place ?? '');
  const key = keys.find((each) => isNamed(each, signer));
  if (named && key) {
    return fail(
      `The event says that it was signed by the rule ${named.id} with the key “${key.id}” ` +
        `(fingerprint ${shortFingerprint(key.fingerprint)}), but its signature does not verify.`,
      place,
    );
  }
  if (signatures.every(({ bytes }) => bytes === null))
    return unknown('What stands where a signature should be is not 64 bytes in base64 or hex.', place);
  const which = named
    ? `The signature verifies under no trusted key by the rule ${named.id}, which the event names.`
    : `The signature verifies under no trusted key by any of ${SIGNING_RULES.length} rules; which bytes Pith signs is not published.`;
  return unknown(key ? which : `${which} ${missingKey(signer, keys)}`, place);
}

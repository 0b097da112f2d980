import { fromHex, toUtf8, type Bytes } from './encodings';
import { pithId } from './pith-number';
import { withoutSignatures } from './signatures-in';
import { canonicalText, member, textMember, without, type WrittenEvent } from './written-event';

/** How much of an event a signature by a rule vouches for. `id`, `hash`: for that alone, whatever else the event says. */
export type Covers = 'event' | 'payload' | 'record' | 'id' | 'hash';

type Content = (event: WrittenEvent['value']) => Bytes | null;

/** Which bytes were signed: a prefix and some content of the event. */
export interface SigningRule {
  readonly id: string;
  readonly sentence: string;
  readonly covers: Covers;
  readonly prefix: string;
  /** Null where the event has no such part. */
  readonly content: Content;
  /** The one place where the rule puts the signature; null where it may be in any. */
  readonly place: string | null;
}

export const OWN_RULE = 'corollary-event-v1';

/** Guesses at what Pith signs, without a domain prefix. */
const BARE: readonly Omit<SigningRule, 'prefix' | 'place'>[] = [
  {
    id: 'event-json',
    sentence: 'the canonical JSON of the event without its signatures',
    covers: 'event',
    content: (event) => canonicalBytes(withoutSignatures(event)),
  },
  {
    id: 'event-json-without-id',
    sentence: 'the canonical JSON of the event without its signatures and its id',
    covers: 'event',
    content: (event) => canonicalBytes(without(withoutSignatures(event), ['event_id'])),
  },
  {
    id: 'payload-json',
    sentence: 'the canonical JSON of the payload without its signatures',
    covers: 'payload',
    content: (event) => canonicalBytes(member(withoutSignatures(event), 'payload')),
  },
  {
    id: 'record-json',
    sentence: 'the canonical JSON of the canonical record',
    covers: 'record',
    content: (event) => canonicalBytes(member(event, 'payload', 'canonical_record')),
  },
  {
    id: 'event-id-text',
    sentence: 'the event id as text',
    covers: 'id',
    content: (event) => textBytes(textMember(event, 'event_id')),
  },
  {
    id: 'event-id-bytes',
    sentence: 'the 32 bytes of the hash in the event id',
    covers: 'id',
    content: (event) => hashBytes(textMember(event, 'event_id')?.replace(/^sha256:/, '') ?? null),
  },
  {
    id: 'canonical-hash-text',
    sentence: 'the canonical hash as 64 hex digits',
    covers: 'hash',
    content: (event) => textBytes(ownHash(event)),
  },
  {
    id: 'canonical-hash-bytes',
    sentence: 'the 32 bytes of the canonical hash',
    covers: 'hash',
    content: (event) => hashBytes(ownHash(event)),
  },
];

/** Guesses, made after the names that Pith's documents use. */
const PREFIXES = ['pith-open-graph-event-v1\n', 'pith-receipt-v1\n', 'pith:'];

/** Every rule that is known here, ours first; rules of one content stand together. */
export const SIGNING_RULES: readonly SigningRule[] = [
  {
    id: OWN_RULE,
    sentence: `the text "${OWN_RULE}", a line feed, and the canonical JSON of the event without its signature`,
    covers: 'event',
    prefix: `${OWN_RULE}\n`,
    content: (event) => canonicalBytes(without(event, ['signature'])),
    place: '/signature',
  },
  ...BARE.flatMap((rule) => ['', ...PREFIXES].map((prefix) => withPrefix(rule, prefix))),
];

function withPrefix(rule: Omit<SigningRule, 'prefix' | 'place'>, prefix: string): SigningRule {
  if (prefix === '') return { ...rule, prefix, place: null };
  return {
    ...rule,
    id: `${rule.id}+${prefix.replace(/[\n:]$/, '')}`,
    sentence: `the text ${JSON.stringify(prefix)} and ${rule.sentence}`,
    prefix,
    place: null,
  };
}

export function ruleNamed(id: string | null): SigningRule | null {
  return SIGNING_RULES.find((rule) => rule.id === id) ?? null;
}

/** The signed bytes of an event; `contents` keeps what rules of one content share. */
export function signedBytes(
  { prefix, content }: SigningRule,
  event: WrittenEvent['value'],
  contents = new Map<Content, Bytes | null>(),
): Bytes | null {
  const bytes = contents.get(content) ?? content(event);
  contents.set(content, bytes);
  if (bytes === null || prefix === '') return bytes;
  const start = toUtf8(prefix);
  const both = new Uint8Array(start.length + bytes.length);
  both.set(start);
  both.set(bytes, start.length);
  return both;
}

function canonicalBytes(value: unknown): Bytes | null {
  return value === null ? null : textBytes(canonicalText(value));
}

function textBytes(text: string | null): Bytes | null {
  return text === null || text === '' ? null : toUtf8(text);
}

function hashBytes(hex: string | null): Bytes | null {
  return hex?.length === 64 ? fromHex(hex) : null;
}

/**
 * The canonical hash that an event states, if the number of its own record follows from it: else the signature of one
 * record could be shown for another.
 */
function ownHash(event: WrittenEvent['value']): string | null {
  const hash = textMember(event, 'payload', 'canonical_sha256');
  if (hash === null || !/^[0-9a-f]{64}$/.test(hash)) return null;
  return textMember(event, 'subject_pith_number')?.slice(-26) === pithId(hash) ? hash : null;
}

/**
 * Verdicts: each says pass, fail or not-checkable, with what was expected and what was found. Those of a record need no
 * key: they show that a Pith record is the one its number names; nothing in them vouches for claims, authors or
 * references, which only a signature could.
 */
/** RFC 4648, upper case, without padding: 26 characters of it, of the canonical record's SHA-256, are a Pith id. */
export { base32 } from './pith-number';
/**
 * Every check that has something to look at, in a fixed order; the subject of each is the evidence's. Checks by name:
 * canonical-hash, receipt-hash, number, year, aliases, source, subject, title, abstract, empty-lists, event-counts;
 * and always not-checkable: claims, authors, references. Does not throw for anything in a document.
 *
 * `trustOf`: `broken` if anything fails; `sound` if canonical-hash and number pass; `signed` if, besides, each event's
 * signature verifies under a trusted key; else `unchecked`.
 */
export { checkRecord, trustOf } from './check-record';
/**
 * The checks `signature` and `event-id` of a record's events under trusted keys. `pass`: a rule verifies; the detail
 * names rule, key and what is covered. `fail`: the event names a rule of the table and a key that is trusted (by
 * fingerprint; without one, by id), and does not verify. Else `not-checkable`: no key, no signature, or no rule
 * verifies. An id is checked only where the event names corollary-event-v1, which derives it. Does not reject for
 * anything in an event. Signatures are judged as by WebCrypto: without cofactor, S below the order, R as written; Node
 * and Chromium agree on all that is in `vectors`.
 */
export { checkSignatures } from './check-signatures';
/** The same of one event, given as JSON; numbers stay as written. */
export { verifyEvent } from './verify-event';
export { eventFrom } from './written-event';
/** The number of a bundle's events held against the counters of a state of the same record, once both are there. */
export { checkEventCounts } from './check-events';
/**
 * A public key that a person trusts, from what they paste: PEM (SPKI), JWK (RFC 8037), OpenSSH, or 32 bytes in hex,
 * base64 or base64url. Rejects with a Failure whose message is for that person: for a private key, another algorithm,
 * junk, and for points under which anybody can sign (`unreadable`); for no id or too long a one (`bad-argument`).
 * `key` and `fingerprint` (SHA-256 of the 32 bytes) are lower-case hex.
 */
export { trustedKey, type TrustedKey } from './keys';
/**
 * Which hash of a key (32 bytes as hex) a document's `public_key_fingerprint` begins: of the raw bytes, or of the
 * SubjectPublicKeyInfo; null for neither, and for fewer than 32 digits. That it is one of the two is inferred.
 */
export { fingerprintMatch } from './keys';
/** Keys as a small JSON text and back. A list that is damaged, or states a wrong fingerprint, is refused whole (`unreadable`). */
export { readKeyList, writeKeyList } from './key-list';
/** Imports keys once, for `verifyEvent`; the ring also remembers which rule was right. */
export { openKeys, type KeyRing } from './key-ring';
/**
 * Which bytes may have been signed. `corollary-event-v1` is ours and written down (corollary-event-v1.md); the others are
 * guesses, because Pith has not published what it signs. `covers` says what such a signature vouches for.
 */
export { SIGNING_RULES, type Covers, type SigningRule } from './signing-rules';
/** Signing by corollary-event-v1, for mirrors and fixtures. Throw a Failure of kind `unreadable`; never quote a secret. */
export { makeKeyPair, readSigningKey, type SigningKey } from './signing-key';
export { signBundle, type SignedBundle, type SigningOptions } from './sign-bundle';
/**
 * The state that any documents of one record come to by corollary-merge-v1 (corollary-merge-v1.md): the same in whatever
 * order they come, however often, and whether or not some were merged before. `mergePartsOf` is what a bundle or state
 * gives; merged states are plain data and can be kept and merged again. Rejects with a Failure of kind `bad-argument`
 * for a number that is not whole, a document of another record, or a merged state of another version; never for
 * anything in an event, which is set aside with a reason instead.
 */
export { mergeRecord, type MergedEvent, type MergedState } from './merge-record';
export { mergePartsOf, type MergedAlias, type MergeParts } from './merge-parts';
export type { InvalidEvent, InvalidReason } from './assess-event';
export type { CurrentRecord } from './current-record';
export type { Equivocation } from './find-equivocations';
/** What a Pith state says otherwise than a merge of its record; nothing is agreement. Throws `unreadable` for no JSON object. */
export { compareState, type Difference } from './compare-state';

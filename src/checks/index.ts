/**
 * Verdicts that need no key: each says pass, fail or not-checkable, with what was expected and what was found. They show
 * that a Pith record is the one its number names; nothing here vouches for claims, authors or references, which only
 * a signature could.
 */
/**
 * The text whose UTF-8 is hashed: what Python's
 * `json.dumps(json.loads(text), sort_keys=True, separators=(',', ':'), ensure_ascii=False)` gives, to the byte. Keys are
 * in the order of code points, numbers as Python writes them, and of a repeated key the last is kept. Not RFC 8785.
 * Fails with kind `unreadable` for what is not JSON (NaN and Infinity, which Python takes, among it) and `too-large`
 * for what is nested more than 200 levels deep. A lone surrogate stays as it is: such a text has no hash.
 */
export { canonicalJson } from './canonical';
/**
 * `pithNumber(hashHex, submittedAt)`: `pith:<year of submission>:<the first 26 characters of the hash in base32>`, where
 * hashHex is the SHA-256 of the canonical record as 64 hex digits and submittedAt is ISO text. `base32` is RFC 4648
 * without padding.
 */
export { base32, pithNumber } from './pith-number';
/**
 * Every check that has something to look at, in a fixed order; the subject of each is the evidence's. Checks by name:
 * canonical-hash, receipt-hash, number, year, aliases, source, subject, title, abstract, empty-lists, event-counts;
 * and always not-checkable: signature, claims, authors, references. Does not reject for anything in a document.
 *
 * `trustOf`: `broken` if anything fails; `sound` if canonical-hash and number pass; else `unchecked`.
 */
export { checkRecord, trustOf } from './check-record';
/** A bundle's events held against the counters of a state of the same record, once both are there. */
export { checkEventCounts } from './check-events';

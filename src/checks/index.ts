/**
 * Verdicts that need no key: each says pass, fail or not-checkable, with what was expected and what was found. They show
 * that a Pith record is the one its number names; nothing here vouches for claims, authors or references, which only
 * a signature could.
 */
/** RFC 4648, upper case, without padding: 26 characters of it, of the canonical record's SHA-256, are a Pith id. */
export { base32 } from './pith-number';
/**
 * Every check that has something to look at, in a fixed order; the subject of each is the evidence's. Checks by name:
 * canonical-hash, receipt-hash, number, year, aliases, source, subject, title, abstract, empty-lists, event-counts;
 * and always not-checkable: signature, claims, authors, references. Does not throw for anything in a document.
 *
 * `trustOf`: `broken` if anything fails; `sound` if canonical-hash and number pass; else `unchecked`.
 */
export { checkRecord, trustOf } from './check-record';
/** A bundle's events held against the counters of a state of the same record, once both are there. */
export { checkEventCounts } from './check-events';

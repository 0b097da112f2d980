import { trustOf } from '../checks';
import type { CheckedDocument, WorkFact } from '../documents';

/**
 * How much a source's word counts: the lower the more. A record's by what is checked of it without a key, so that it
 * does not change with the keys: else anybody could rename a sound record's paper with a record that proves nothing.
 */
export const RANK = {
  sound: 0,
  record: 1,
  hub: 2,
  collection: 3,
  bibliography: 4,
  broken: 5,
  aside: 6,
} as const;

/** Checks whose verdicts change with the keys that are trusted. */
const NEEDS_KEY = new Set(['signature', 'event-id']);

/** Of what a document says of a work. */
export function rankOf({ source, names }: WorkFact, { facts, checks }: CheckedDocument): number {
  if (source !== 'record') return RANK[source];
  const record = facts.records.find(({ work }) => names.includes(work));
  if (!record?.hasCanonicalRecord) return RANK.record;
  const own = checks.filter(({ subject, check }) => subject === record.pithNumber && !NEEDS_KEY.has(check));
  const trust = trustOf(own);
  return trust === 'sound' || trust === 'broken' ? RANK[trust] : RANK.record;
}

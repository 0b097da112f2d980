import type { Evidence, Stated } from '../documents';
import type { Verdict } from '../model';
import { textOf } from './read';

/** What one check finds, before it is given a subject. */
export interface Finding {
  readonly verdict: Verdict;
  readonly detail: string;
  readonly pointer: string;
}

/** The evidence of one record with what was computed from it once. */
export interface Case {
  readonly evidence: Evidence;
  /** Hashes of canonical records by pointer. */
  readonly hashes: ReadonlyMap<string, string>;
  /** Of the record's own canonical record; null where there is none or it cannot be computed. */
  readonly hash: string | null;
  /** The 26 characters of the number that the hash gives. */
  readonly id: string | null;
  readonly title: Finding | null;
  readonly abstract: Finding | null;
  /** Why hashes cannot be computed though there is a record, in words. */
  readonly obstacle: string | null;
  /** `submitted_at` of the canonical record. */
  readonly submittedAt: Stated | null;
}

export const pass = (detail: string, pointer = ''): Finding => ({ verdict: 'pass', detail, pointer });
export const fail = (detail: string, pointer = ''): Finding => ({ verdict: 'fail', detail, pointer });
export const unknown = (detail: string, pointer = ''): Finding => ({
  verdict: 'not-checkable',
  detail,
  pointer,
});

/** One finding of several: a failure outweighs all, a pass outweighs what cannot be checked. */
export function together(findings: readonly Finding[]): Finding | null {
  const failures = findings.filter(({ verdict }) => verdict === 'fail');
  const [first] = failures;
  if (first) return fail(failures.map(({ detail }) => detail).join(' '), first.pointer);
  return findings.find(({ verdict }) => verdict === 'pass') ?? findings[0] ?? null;
}

/** The hash a document states: lower-case hex; null where it states none. */
export function statedHash(from: Stated | null): string | null {
  return from === null ? null : (textOf(from) ?? String(from.value));
}

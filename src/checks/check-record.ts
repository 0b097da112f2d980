import type { Evidence } from '../documents';
import { describeFailure, type CheckResult, type Trust } from '../model';
import { hasLoneSurrogate } from './canonical';
import { checkOwnCounts } from './check-events';
import { checkCanonicalHash, checkReceiptHash } from './check-hashes';
import { checkEmptyLists } from './check-lists';
import { checkNumber, checkYear, idOf } from './check-number';
import { checkAliases, checkSource, checkSubjects } from './check-source';
import { checkAbstract, checkTitle } from './check-title';
import { checkAuthors, checkClaims, checkReferences } from './check-unsigned';
import { canonicalTexts, recordsIn } from './exact-records';
import type { Case, Finding } from './finding';
import { hashOf } from './hash';
import { stated } from './read';

/** In the order in which they are shown. A check that has nothing to look at gives null. */
const CHECKS: readonly (readonly [name: string, check: (it: Case) => Finding | null])[] = [
  ['canonical-hash', checkCanonicalHash],
  ['receipt-hash', checkReceiptHash],
  ['number', checkNumber],
  ['year', checkYear],
  ['aliases', checkAliases],
  ['source', checkSource],
  ['subject', checkSubjects],
  ['title', ({ title }) => title],
  ['abstract', ({ abstract }) => abstract],
  ['empty-lists', checkEmptyLists],
  ['event-counts', checkOwnCounts],
  ['claims', checkClaims],
  ['authors', checkAuthors],
  ['references', checkReferences],
];

export function checkRecord(evidence: Evidence): CheckResult[] {
  const it = prepare(evidence);
  const results: CheckResult[] = [];
  for (const [check, run] of CHECKS) {
    const finding = run(it);
    if (finding !== null) results.push({ subject: evidence.subject, check, ...finding });
  }
  return results;
}

function prepare(evidence: Evidence): Case {
  const [title, abstract] = [checkTitle(evidence), checkAbstract(evidence)];
  const { hashes, obstacle } = compute(evidence);
  const hash = hashes.get(evidence.canonicalRecord?.pointer ?? '-') ?? null;
  const submittedAt = stated(evidence.canonicalRecord, 'metadata', 'submitted_at');
  return { evidence, title, abstract, hashes, obstacle, hash, id: idOf(evidence, hash), submittedAt };
}

function compute(evidence: Evidence): Pick<Case, 'hashes' | 'obstacle'> {
  try {
    const texts = canonicalTexts(evidence, recordsIn(evidence));
    if ([...texts.values()].some(hasLoneSurrogate))
      throw new Error('it holds half of a character, which has no UTF-8');
    return { hashes: hashAll(texts), obstacle: null };
  } catch (failure) {
    return { hashes: new Map(), obstacle: describeFailure(failure) };
  }
}

/** Equal texts, as a record and its receipt mostly are, are hashed once. */
function hashAll(texts: ReadonlyMap<string, string>): Map<string, string> {
  const byText = new Map<string, string>();
  const hashes = new Map<string, string>();
  for (const [pointer, text] of texts) {
    const hash = byText.get(text) ?? hashOf(text);
    byText.set(text, hash);
    hashes.set(pointer, hash);
  }
  return hashes;
}

export function trustOf(results: readonly CheckResult[]): Trust {
  if (results.some(({ verdict }) => verdict === 'fail')) return 'broken';
  const passes = (name: string) => results.some(({ check, verdict }) => check === name && verdict === 'pass');
  if (!passes('canonical-hash') || !passes('number')) return 'unchecked';
  const signatures = results.filter(({ check }) => check === 'signature');
  const isSigned = signatures.length > 0 && signatures.every(({ verdict }) => verdict === 'pass');
  return isSigned ? 'signed' : 'sound';
}

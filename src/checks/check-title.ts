import type { Evidence, Stated } from '../documents';
import { hasLoneSurrogate } from './canonical';
import { fail, pass, unknown, type Finding } from './finding';
import { hashOf } from './hash';
import { shown, stated } from './read';

export function checkTitle(evidence: Evidence): Finding | null {
  return checkText(evidence, 'title', 'title_canon_sha256');
}

export function checkAbstract(evidence: Evidence): Finding | null {
  const found = checkText(evidence, 'abstract', 'abstract_canon_sha256');
  if (found !== null) return found;
  const excerpt = evidence.papers
    .map((paper) => stated(paper, 'abstract_excerpt'))
    .find((text) => text !== null);
  return excerpt
    ? unknown('Only an excerpt of the abstract is there, which has another hash.', excerpt.pointer)
    : null;
}

function checkText(evidence: Evidence, key: string, hashKey: string): Finding | null {
  const texts = evidence.papers.map((paper) => stated(paper, key)).filter((text) => text !== null);
  const [first] = texts;
  if (!first) return null;
  const claimed = stated(evidence.canonicalRecord, 'metadata', hashKey);
  if (claimed === null)
    return unknown(`The hash of the ${key} is not known: there is no canonical record.`, first.pointer);
  for (const text of texts) {
    if (!fits(text, claimed.value)) {
      return fail(
        `The ${key} is ${shown(text.value)}, which does not have the hash in the canonical record.`,
        text.pointer,
      );
    }
  }
  return pass(`The ${key} has the hash that the canonical record states.`, first.pointer);
}

function fits({ value }: Stated, claimed: unknown): boolean {
  if (typeof value !== 'string' || hasLoneSurrogate(value)) return false;
  const lower = value.toLowerCase();
  if (hashOf(lower) === claimed) return true;
  return WAYS.some((way) => hashOf(way(lower)) === claimed);
}

/** The text is hashed in lower case; how white space is treated is not published, so any usual way is accepted. */
const WAYS: readonly ((text: string) => string)[] = [
  (text) => text.trim(),
  (text) => text.replace(/\s+/gu, ' ').trim(),
  (text) => text.replace(/\s+/gu, ' '),
  (text) => text.replace(/\r?\n/g, ' ').trim(),
  (text) => text.replace(/\r?\n\s*/g, '').trim(),
  (text) => text.replace(/\r\n/g, '\n'),
];

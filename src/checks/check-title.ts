import type { Evidence, Stated } from '../documents';
import { hasLoneSurrogate } from './canonical';
import { fail, pass, unknown, type Finding } from './finding';
import { hashOf } from './hash';
import { shown, stated } from './read';

export function checkTitle(evidence: Evidence): Promise<Finding | null> {
  return checkText(evidence, 'title', 'title_canon_sha256');
}

export async function checkAbstract(evidence: Evidence): Promise<Finding | null> {
  const found = await checkText(evidence, 'abstract', 'abstract_canon_sha256');
  if (found !== null) return found;
  const excerpt = evidence.papers
    .map((paper) => stated(paper, 'abstract_excerpt'))
    .find((text) => text !== null);
  return excerpt
    ? unknown('Only an excerpt of the abstract is there, which has another hash.', excerpt.pointer)
    : null;
}

async function checkText(evidence: Evidence, key: string, hashKey: string): Promise<Finding | null> {
  const texts = evidence.papers.map((paper) => stated(paper, key)).filter((text) => text !== null);
  const [first] = texts;
  if (!first) return null;
  const claimed = stated(evidence.canonicalRecord, 'metadata', hashKey);
  if (claimed === null)
    return unknown(`The hash of the ${key} is not known: there is no canonical record.`, first.pointer);
  for (const text of texts) {
    if (!(await fits(text, claimed.value))) {
      return fail(
        `The ${key} is ${shown(text.value)}, which does not have the hash in the canonical record.`,
        text.pointer,
      );
    }
  }
  return pass(`The ${key} has the hash that the canonical record states.`, first.pointer);
}

async function fits({ value }: Stated, claimed: unknown): Promise<boolean> {
  if (typeof value !== 'string' || hasLoneSurrogate(value)) return false;
  for (const variant of variantsOf(value)) if ((await hashOf(variant)) === claimed) return true;
  return false;
}

/** The text is hashed in lower case; how white space is treated is not published, so any usual way is accepted. */
function variantsOf(text: string): Set<string> {
  const lower = text.toLowerCase();
  const ways = [
    (it: string) => it,
    (it: string) => it.trim(),
    (it: string) => it.replace(/\s+/gu, ' ').trim(),
    (it: string) => it.replace(/\s+/gu, ' '),
    (it: string) => it.replace(/\r?\n/g, ' ').trim(),
    (it: string) => it.replace(/\r?\n\s*/g, '').trim(),
    (it: string) => it.replace(/\r\n/g, '\n'),
  ];
  return new Set(ways.map((way) => way(lower)));
}

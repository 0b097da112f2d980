import type { Story } from '../model';
import { plainJson } from './recipe-text';

/** Where a story stands in a deck. */
export const STORY_ID = 'corollary-story-data';
/** And what it begins with in PDF, before its Base64. */
export const PDF_STORY = `${STORY_ID}:`;

/** As JSON in ASCII without `<`, `>` and `&`; the same story gives the same text, however it was put together. */
export function storyText({ type, version, title, documents, steps }: Story): string {
  return plainJson({
    ...{ type, version, title },
    documents: documents.map(({ name, sha256 }) => ({ name, sha256 })),
    steps: steps.map(({ view, title: name, words, highlight }) => ({ view, title: name, words, highlight })),
  });
}

import type { FigureFacts, FigureSettings, Scene, Trust } from '../model';
import { cleaned } from './words';

const VERDICTS: readonly (readonly [Trust, string])[] = [
  ['signed', 'sound and signed'],
  ['sound', 'sound'],
  ['broken', 'broken'],
  ['unchecked', 'not checkable here'],
  ['none', 'without a record'],
];

/** What more documents than these are is said by a number; the recipe names all. */
const NAMED_DOCUMENTS = 6;
const SHORT_HASH = 8;

/** A person's own words, what the picture shows, and what makes it checkable: a paragraph each. */
export function captionWords(
  { caption: shown }: Pick<Scene, 'caption'>,
  { caption: own }: FigureSettings,
  facts: FigureFacts,
): string[] {
  return [own, [...shown, filteredIn(facts)].join(' '), sourceOf(facts)].map(cleaned).filter(Boolean);
}

function filteredIn({ filtered }: FigureFacts): string {
  return filtered === '' ? '' : `Filters: ${filtered.replace(/\.$/, '')}.`;
}

function sourceOf(facts: FigureFacts): string {
  const { date, layout, seed, appVersion } = facts;
  return [
    `Drawn from ${documentsIn(facts)}.`,
    verdictsIn(facts),
    `Layout: ${layout}, seed ${seed}.`,
    `Corollary ${appVersion}, ${date}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function documentsIn({ documents }: FigureFacts): string {
  if (documents.length === 0) return 'no document';
  const named = documents
    .slice(0, NAMED_DOCUMENTS)
    .map(({ name, sha256 }) => `${name} (${sha256.slice(0, SHORT_HASH)})`);
  const more = documents.length - named.length;
  return [...named, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

function verdictsIn({ verdicts }: FigureFacts): string {
  const counts = VERDICTS.flatMap(([trust, words]) => {
    const count = verdicts[trust] ?? 0;
    return count > 0 ? [`${count} ${words}`] : [];
  });
  return counts.length === 0 ? '' : `Records: ${counts.join(', ')}.`;
}

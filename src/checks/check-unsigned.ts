import { unknown, type Case, type Finding } from './finding';
import { stated } from './read';

/** What only a signature could vouch for. */
export function checkClaims({ evidence }: Case): Finding | null {
  const claims = stated(evidence.graphs[0] ?? null, 'claims');
  return claims === null ? null : unknown('No check without a signature covers the claims.', claims.pointer);
}

export function checkAuthors({ evidence }: Case): Finding | null {
  const authors = stated(evidence.papers[0] ?? null, 'authors_text');
  return authors === null
    ? null
    : unknown('No check without a signature covers the authors.', authors.pointer);
}

export function checkReferences({ evidence }: Case): Finding | null {
  const references = stated(evidence.graphs[0] ?? null, 'references');
  return references === null
    ? null
    : unknown('No check without a signature covers the references.', references.pointer);
}

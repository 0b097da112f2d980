import type { Stage } from '../model';

/** What a document's own words for a statement's state come to; null where they do not say. */
export function stageOf(status: string | null, sorry: boolean | null): Stage | null {
  if (sorry === true) return 'formalised';
  const word = /^[a-z]+/i.exec(status ?? '')?.[0].toLowerCase();
  if (word === 'proved' || word === 'proven' || sorry === false) return 'proved';
  if (word === 'formalised' || word === 'formalized') return 'formalised';
  return word === 'stated' ? 'stated' : null;
}

import type { Standing } from './formal';

/** What is told or worked out of a proof; nothing of this is said of a paper. */
export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  'proved-all': 'proved, with all it rests on',
  'proved-untold': 'proved; not told of all it rests on',
  proved: 'proved, but rests on a gap',
  axiom: 'uses an axiom that is not allowed',
  sorry: 'contains sorry',
  formalised: 'statement formalised, not proved',
  stated: 'stated in words only',
  unknown: 'status not told',
};

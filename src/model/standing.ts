/**
 * A formal statement with all it rests on. `proved-all`: proved, and so is all below it. `proved`: proved, but something
 * below it is a gap. `proved-untold`: proved, and of something below it nothing is told. `axiom`: it is, or rests on, an
 * axiom that is not allowed. `sorry`: Lean took it without a proof. `formalised`: stated in Lean, no proof is told of.
 * `stated`: in words alone. `unknown`: nothing is told.
 */
export type Standing = (typeof STANDINGS)[number];
export const STANDINGS = [
  'proved-all',
  'proved-untold',
  'proved',
  'axiom',
  'sorry',
  'formalised',
  'stated',
  'unknown',
] as const;

/** Lean's three standard axioms: what nearly all of mathematics in Lean rests on. */
export const STANDARD_AXIOMS: readonly string[] = ['propext', 'Classical.choice', 'Quot.sound'];

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

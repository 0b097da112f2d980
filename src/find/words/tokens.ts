import { stemmer } from 'stemmer';
import { folded } from '../../model';

/** Words that say nothing of what a text is about. */
const STOP_WORDS = new Set(
  `a about after all also an and any are as at be been before between both but by can do does doing during each for from
further had has have having he her here him his how if in into is it its itself just let me more most my no nor not of on
once only or other our out over own same she should so some such than that the their them then there these they this
those through to too toward towards under until up upon us use used using very via was we were what when where which
while who whom why will with within without would you your`.split(/\s+/),
);

/** What says something only in a compound: `self-correct` has to do with `correct`, not with `self-supervised`. */
const PREFIXES = new Set(
  'anti auto co cross hyper inter intra meta micro mid multi non post pre pseudo re self semi sub super un'.split(
    ' ',
  ),
);

const LONGEST = 40;

export interface Token {
  readonly stem: string;
  /** As it is written. */
  readonly word: string;
}

const stems = new Map<string, string>();

/**
 * Words in lower case without accents, stemmed by Porter; single letters and stop words are left out. A compound with hyphens is a
 * word, and so are its parts.
 */
export function tokensOf(text: string): Token[] {
  return (folded(text).match(/[\p{L}\p{N}]+(?:[-\u2010-\u2013][\p{L}\p{N}]+)*/gu) ?? []).flatMap(tokensIn);
}

function tokensIn(written: string): Token[] {
  const parts = written.split(/[-\u2010-\u2013]/);
  if (parts.length === 1) return isTelling(written) ? [{ stem: stemOf(written), word: written }] : [];
  const tokens = parts
    .filter((part) => isTelling(part) && !PREFIXES.has(part))
    .map((word) => ({ stem: stemOf(word), word }));
  return written.length > LONGEST
    ? tokens
    : [{ stem: parts.map(stemOf).join('-'), word: written }, ...tokens];
}

function isTelling(word: string): boolean {
  return word.length > 1 && word.length <= LONGEST && !STOP_WORDS.has(word);
}

function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = stemmer(word);
  if (stems.size > 200_000) stems.clear();
  stems.set(word, stem);
  return stem;
}

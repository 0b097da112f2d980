import { folded } from '../model';

const STOP_WORDS = new Set(
  `a about above across after all also among an and any are as at be been before being between beyond both but by can cannot
   do does during each for from further get had has have how if in into is it its itself just may more most much must
   need no nor not of off on once one only or other our out over own per same should so some such than that the their
   them then there these they this those through to too toward towards two under until up upon use used using very via
   was we were what when where which while who whom whose why will with within without would yet you your`.split(
    /\s+/,
  ),
);

/** What a title speaks of: its words, folded, without those that say nothing and numbers; each once. */
export function wordsIn(title: string | null): string[] {
  if (title === null) return [];
  const words = folded(title.replace(/\\[a-zA-Z]+/g, ' ')).split(/[^\p{L}\p{N}]+/u);
  return [...new Set(words)].filter(
    (word) => word.length > 2 && !STOP_WORDS.has(word) && !/^\p{N}+$/u.test(word),
  );
}

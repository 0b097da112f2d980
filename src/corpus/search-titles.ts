import { neighbourOf, type Card, type Found, type Neighbour } from './corpus';
import { keyOf } from './keys';
import { WORKS_A_WORD } from './layout';
import { titleWords } from './title-words';
import { wordIn } from './told-lines';

/** Of works that a page of words did not tell. */
const MOST_CARDS = 20;

/** What is asked of an engine to find titles by their words, which are known by their keys. */
export interface TitleIndex<Word extends { readonly key: number }> {
  /** Those of the words that stand in any title, the rarest first. */
  words(keys: readonly number[]): Promise<readonly Word[]>;
  /** The line of a word, as it stands in the file of words. */
  line(word: Word): Promise<unknown>;
  /** The first works, by their numbers, that have all these words, and how many there are, if that is known. */
  having(
    words: readonly Word[],
    most: number,
  ): Promise<{ readonly works: readonly number[]; readonly total: number | null }>;
  cards(works: readonly number[]): Promise<readonly Card[]>;
}

/** The most cited works with all the words of a text in their title. */
export async function searchTitles<Word extends { readonly key: number }>(
  text: string,
  most: number,
  index: TitleIndex<Word>,
): Promise<Found> {
  const words = titleWords(text);
  if (words.length === 0) return { works: [], total: 0 };
  const keys = await Promise.all(words.map(keyOf));
  const known = await index.words(keys);
  const [rarest] = known;
  const found = new Set(known.map(({ key }) => key));
  if (rarest === undefined || keys.some((key) => !found.has(key))) return { works: [], total: 0 };
  const line = wordIn(await index.line(rarest), words);
  const told = line.rows.map(neighbourOf);
  const hits = words.length === 1 ? told : told.filter((one) => hasAll(one, words));
  if (line.works <= WORKS_A_WORD) return { works: hits.slice(0, most), total: hits.length };
  if (words.length === 1) return { works: hits.slice(0, most), total: line.works };
  return searchAll(known, hits, most, index);
}

/** Where even the rarest word stands in more titles than its line tells. */
async function searchAll<Word extends { readonly key: number }>(
  words: readonly Word[],
  known: readonly Neighbour[],
  most: number,
  index: TitleIndex<Word>,
): Promise<Found> {
  const { works, total } = await index.having(words, most);
  const told = new Map(known.map((one) => [one.work, one]));
  const unknown = works.filter((work) => !told.has(work)).slice(0, MOST_CARDS);
  for (const card of await index.cards(unknown)) told.set(card.work, asNeighbour(card));
  return { works: works.flatMap((work) => told.get(work) ?? []), total };
}

function hasAll({ title }: Neighbour, words: readonly string[]): boolean {
  const own = new Set(titleWords(title ?? ''));
  return words.every((word) => own.has(word));
}

function asNeighbour(card: Card): Neighbour {
  const { work, id, title, authors, date, category, stub, references, citing } = card;
  return { work, id, title, authors, date, category, stub, references, citing };
}

import { compareText } from '../../model';
import type { Authors, Name } from './names';

interface Keyed {
  readonly id: string;
  readonly title: string | null;
  readonly authors: Authors;
  readonly date: readonly number[];
}

const NOT_TELLING = new Set(
  'a an the on in of for to and or with from by at as is are be can do does how what when why which towards toward via using into over under its it this that we new some'.split(
    ' ',
  ),
);

/**
 * Family name of the first author, year, first telling word of the title, in ASCII: `kumar2024training`. Where several
 * have one key, all get a, b, … in the order of their public ids. Without author and title the public id is the key.
 */
export function keysOf(works: readonly Keyed[]): string[] {
  const bases = works.map(baseOf);
  const taken = new Set(bases);
  const keys = [...bases];
  for (const places of sharing(bases)) {
    places.sort((a, b) => compareText(works[a]?.id ?? '', works[b]?.id ?? ''));
    let count = 0;
    for (const place of places) {
      let key = `${bases[place]}${lettersOf(count++)}`;
      while (taken.has(key)) key = `${bases[place]}${lettersOf(count++)}`;
      taken.add(key);
      keys[place] = key;
    }
  }
  return keys;
}

function sharing(bases: readonly string[]): number[][] {
  const places = new Map<string, number[]>();
  bases.forEach((base, place) => places.set(base, [...(places.get(base) ?? []), place]));
  return [...places.entries()]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, list]) => list)
    .filter((list) => list.length > 1);
}

function baseOf({ id, title, authors, date }: Keyed): string {
  const words = folded(title ?? '').match(/[a-z0-9]+/g) ?? [];
  const telling = words.find((word) => !NOT_TELLING.has(word)) ?? words[0] ?? '';
  const name = familyOf(authors.names[0]);
  if (name === '' && telling === '') return plain(id.replace(/[^A-Za-z0-9]+/g, '-')) || 'work';
  return `${name}${date[0] ?? ''}${telling.slice(0, 30)}`;
}

function familyOf(name: Name | undefined): string {
  if (name === undefined) return '';
  const words = ('family' in name ? name.family : name.whole).split(' ');
  return plain('family' in name ? words.join('') : (words.at(-1) ?? '')).slice(0, 40);
}

function plain(text: string): string {
  return folded(text).replace(/[^a-z0-9-]/g, '');
}

const WITHOUT_MARK: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', ø: 'o', ł: 'l', æ: 'ae', œ: 'oe', đ: 'd', ð: 'd', þ: 'th', ı: 'i' },
};

function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}|['’]/gu, '')
    .replace(/[ßøłæœđðþı]/g, (letter) => WITHOUT_MARK[letter] ?? '');
}

/** a … z, aa, ab, … */
function lettersOf(count: number): string {
  const letter = String.fromCharCode(97 + (count % 26));
  return count < 26 ? letter : lettersOf(Math.floor(count / 26) - 1) + letter;
}

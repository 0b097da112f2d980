import { wordsIn } from './title-words';

const MOST_WORDS = 3;

/**
 * A name for each group of titles: the words that are much more frequent in it than elsewhere, weighted by how often
 * they occur in it (log-odds of a title having the word, times how many have it); ties by the word. No two are equal.
 */
export function tellingNames(
  groups: readonly (number | null)[],
  titles: readonly (string | null)[],
): Map<number, string> {
  const words = titles.map(wordsIn);
  const everywhere = tally(words);
  const bySize = [...rowsByGroup(groups)].sort((a, b) => b[1].length - a[1].length || a[0] - b[0]);
  const names = new Map<number, string>();
  const taken = new Set<string>();
  bySize.forEach(([group, rows], place) => {
    const own = tellingWords(tally(rows.map((row) => words[row] ?? [])), rows.length, {
      counts: everywhere,
      size: titles.length,
    }).join(', ');
    const name = own === '' || taken.has(own) ? `${own} ${place + 1}`.trim() : own;
    taken.add(name);
    names.set(group, name);
  });
  return names;
}

function rowsByGroup(groups: readonly (number | null)[]): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  groups.forEach((group, row) => {
    if (group !== null) rows.set(group, [...(rows.get(group) ?? []), row]);
  });
  return rows;
}

function tellingWords(
  inside: ReadonlyMap<string, number>,
  size: number,
  all: { readonly counts: ReadonlyMap<string, number>; readonly size: number },
): string[] {
  const odds = (count: number, of: number) => (count + 0.5) / (of - count + 0.5);
  return [...inside]
    .filter(([, count]) => count > 1)
    .map(([word, count]) => {
      const outside = (all.counts.get(word) ?? 0) - count;
      return { word, score: count * Math.log(odds(count, size) / odds(outside, all.size - size)) };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(({ word }) => word);
}

function tally(lists: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of lists.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

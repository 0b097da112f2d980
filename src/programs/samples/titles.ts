interface Titled {
  readonly id: string;
  readonly title: string | null;
  readonly title_source: string | null;
}

interface Referring {
  readonly cited_arxiv_id: string;
  readonly raw?: string;
}

/** Where a printed reference gives its title: after the authors' full stop, before the arXiv number. */
const TITLE_IN_REFERENCE = /[.):] +((?!arXiv)[^.]{8,160}?)[.,]? +(?:arXiv|CoRR|ArXiv|In )/;

/**
 * A paper's title was read from a text of it, sometimes from a heading further down (`8 Conclusion`). Where no printed
 * reference to it holds half of its words, the title that most of those print is taken instead, or none.
 */
export function mendTitles<T extends Titled>(papers: readonly T[], references: readonly Referring[]): T[] {
  const printed = new Map<string, string[]>();
  for (const { cited_arxiv_id: id, raw } of references)
    if (raw) printed.set(id, [...(printed.get(id) ?? []), raw]);
  return papers.map((paper) => {
    const own = printed.get(paper.id) ?? [];
    if (!paper.title || !/:papers\/\S+\.md$/.test(paper.title_source ?? '')) return paper;
    const title = mostPrinted(own);
    const isContradicted = title !== null && !own.some((raw) => holds(raw, paper.title ?? ''));
    if (!isHeading(paper.title) && !isContradicted) return paper;
    return { ...paper, title, title_source: title && 'reference-string (most printed)' };
  });
}

/** `6.2 SPIN Effectively …`, `A.2 PROPOSITION 1 …` */
function isHeading(title: string): boolean {
  return /^(?:\d+|[A-Z])(?:\.\d+)*\.? +\S/.test(title) && !/^(?:\d{4}|A|I) /.test(title);
}

function holds(raw: string, title: string): boolean {
  const words = [...new Set(wordsOf(title))];
  const within = new Set(wordsOf(raw));
  return words.filter((word) => within.has(word)).length >= words.length / 2;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function mostPrinted(references: readonly string[]): string | null {
  const counts = new Map<string, { title: string; count: number }>();
  for (const raw of references) {
    const title = TITLE_IN_REFERENCE.exec(raw)?.[1]?.trim();
    if (title === undefined) continue;
    const key = wordsOf(title).join(' ');
    counts.set(key, { title: counts.get(key)?.title ?? title, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const [most] = [...counts].sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1));
  return most?.[1].title ?? null;
}

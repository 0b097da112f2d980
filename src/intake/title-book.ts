import { compareText, type Problem } from '../model';
import { RANK } from './rank';

/** A title and the document that gives it. */
export interface Title {
  readonly name: number;
  readonly rank: number;
  readonly title: string;
  readonly document: { readonly id: number; readonly name: string };
}

export interface TitleDisagreement {
  readonly problem: Problem;
  readonly document: number;
}

/** Of one name: more would only be more of the same disagreement. */
const MOST_TITLES = 4;

/** What a paper is called in each document: the title of the surest is shown, and those that are others are said. */
export class TitleBook {
  readonly #titles = new Map<number, Title[]>();
  readonly #said = new Set<string>();

  add(titles: readonly Title[]): void {
    for (const title of titles) {
      const known = this.#titles.get(title.name);
      if (!known) this.#titles.set(title.name, [title]);
      else if (
        known.length < MOST_TITLES &&
        !known.some((one) => one.rank === title.rank && isAlike(one, title))
      )
        known.push(title);
    }
  }

  /** Disagreements about a record's title among what is said of a work's names, each once. */
  disagreements(names: readonly number[]): TitleDisagreement[] {
    const titles = names.flatMap((name) => this.#titles.get(name) ?? []);
    const [shown] = [...titles].sort((a, b) => a.rank - b.rank || byTitle(a, b));
    if (!shown || !titles.some(isOfRecord)) return [];
    const others = titles.filter((one) => !isAlike(one, shown)).sort(byTitle);
    return others
      .map((other) => ({ problem: problemOf(shown, other), document: other.document.id }))
      .filter(({ problem }) => this.#isNew(problem));
  }

  #isNew({ document, message }: Problem): boolean {
    const key = `${document}\n${message}`;
    const isNew = !this.#said.has(key);
    this.#said.add(key);
    return isNew;
  }
}

function byTitle(a: Title, b: Title): number {
  return compareText(a.title, b.title) || compareText(a.document.name, b.document.name);
}

/** Letters and digits alone count: TeX, case and punctuation differ between honest sources. */
function isAlike(a: Title, b: Title): boolean {
  return a.title === b.title || bare(a.title) === bare(b.title);
}

/** Letters and digits alone. */
export function bare(title: string): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whose title is shown, by rank. */
const OF: Readonly<Record<number, string>> = {
  [RANK.sound]: 'a sound record',
  [RANK.record]: 'a record',
  [RANK.hub]: 'a hub',
  [RANK.collection]: 'a collection',
  [RANK.broken]: 'a broken record',
};

function isOfRecord({ rank }: Title): boolean {
  return rank === RANK.sound || rank === RANK.record || rank === RANK.broken;
}

function problemOf(shown: Title, other: Title): Problem {
  const by = isOfRecord(other) ? 'another record of the paper calls it' : 'this document calls it';
  return {
    document: other.document.name,
    pointer: '',
    severity: 'warning',
    message: `“${cut(shown.title)}” is shown, the title of ${OF[shown.rank] ?? 'a reference'}; ${by} “${cut(other.title)}”.`,
  };
}

function cut(title: string): string {
  return title.length > 80 ? `${title.slice(0, 79)}…` : title;
}

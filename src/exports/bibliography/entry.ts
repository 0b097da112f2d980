import { compareNames, compareText, pageOf, schemeOf, valueOf, type Scheme } from '../../model';
import type { BibliographyWork } from '../../queries';
import { authorsOf, type Authors } from './names';
import { keysOf } from './keys';

/** `preprint`: on arXiv and no venue is known. `other`: nothing tells where it was published. */
type Kind = 'preprint' | 'article' | 'in-proceedings' | 'other';

/** A work as a reference list has it, before any format. */
export interface Entry {
  readonly key: string;
  readonly kind: Kind;
  readonly title: string | null;
  readonly authors: Authors;
  /** Year, month, day, as far as known. */
  readonly date: readonly number[];
  readonly venue: string | null;
  readonly category: string | null;
  readonly abstract: string | null;
  readonly arxiv: string | null;
  readonly doi: string | null;
  readonly url: string | null;
  readonly work: BibliographyWork;
}

const PROCEEDINGS = /\b(?:proceedings|proc\.|conference|workshop|symposium)/i;

/** In the order given. */
export function entriesOf(works: readonly BibliographyWork[]): Entry[] {
  const bare = works.map(entryOf);
  const keys = keysOf(bare.map((entry) => ({ ...entry, id: entry.work.id })));
  return bare.map((entry, place) => ({ ...entry, key: keys[place] ?? '' }));
}

function entryOf(work: BibliographyWork): Omit<Entry, 'key'> {
  const arxiv = valueIn(work, 'arxiv');
  const venue = line(work.venue);
  const best = [...work.names].sort(compareNames).find((name) => pageOf(name) !== null);
  return {
    kind: kindOf(arxiv, venue),
    title: line(work.title),
    authors: authorsOf(line(work.authorsText)),
    date: dateOf(work),
    venue,
    category: line(work.category),
    abstract: line(work.abstract),
    arxiv,
    doi: valueIn(work, 'doi') ?? (arxiv === null ? null : `10.48550/arXiv.${arxiv}`),
    url: best === undefined ? null : pageOf(best),
    work,
  };
}

function kindOf(arxiv: string | null, venue: string | null): Kind {
  if (venue === null || /^(?:arxiv|corr)\b/i.test(venue)) return arxiv === null ? 'other' : 'preprint';
  return PROCEEDINGS.test(venue) ? 'in-proceedings' : 'article';
}

/** The smallest of a scheme, as for public ids. */
function valueIn(work: BibliographyWork, scheme: Scheme): string | null {
  const [name] = work.names.filter((name) => schemeOf(name) === scheme).sort(compareText);
  return name === undefined ? null : valueOf(name);
}

function dateOf({ date, year }: BibliographyWork): number[] {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(date ?? '');
  if (!parts) return year === null ? [] : [year];
  return parts.slice(1).flatMap((part: string | undefined) => (part === undefined ? [] : [Number(part)]));
}

/** One line of what formats can write; null where nothing is left. */
function line(text: string | null): string | null {
  // Signs of control end lines in RIS and stop TeX.
  const said = (text ?? '')
    .toWellFormed()
    .replace(/[\s\x85]+/g, ' ')
    .replace(/[\p{Cc}\ufffe\uffff]/gu, '\ufffd')
    .trim();
  return said === '' ? null : said;
}

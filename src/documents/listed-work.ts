import { alias, arxivId, arxivIdWithin, doiAlias, parseAlias, type Alias } from '../model';
import type { WorkFact } from './facts';
import { isYear } from './fields';
import { LIMITS } from './limits';

/** What an entry of a reference list says of its ids. */
export interface ListedIds {
  /** Stated as arXiv ids. */
  readonly arxiv: readonly (string | undefined)[];
  readonly doi: string | undefined;
  /** Texts and addresses in which an arXiv id may stand. */
  readonly within: readonly (string | undefined)[];
  readonly key: string;
}

/**
 * The one name of an entry: its arXiv id, else its DOI, else its key in the list. One, because an entry of a reference
 * list never unites two works. Null where there is nothing that can be a name.
 */
export function listedName(list: string, { arxiv, doi, within, key }: ListedIds): Alias | null {
  const stated = arxiv.map((text) => arxivId(text ?? '')).find((id) => id !== null);
  if (stated) return alias('arxiv', stated);
  const byDoi = doi === undefined ? null : doiAlias(doi);
  if (byDoi !== null) return byDoi;
  const found = within.map((text) => arxivIdWithin(text ?? '')).find((id) => id !== null);
  if (found) return alias('arxiv', found);
  const known = /^(?:arxiv|doi|openalex):/i.test(key) ? parseAlias(key) : null;
  const local = `${list}/${key}`;
  return (
    known ?? (key.trim() === '' || local.length > LIMITS.idLength ? null : alias('local', local.trimEnd()))
  );
}

/** Names in one text that can be taken apart again. */
export function authorLine(names: readonly string[], hasMore: boolean): string | null {
  const all = hasMore ? [...names, 'et al.'] : names;
  const mark = names.some((name) => /[,&]|\band\b/.test(name)) ? '; ' : ', ';
  return all.length === 0 ? null : all.join(mark).slice(0, LIMITS.textLength);
}

/** A year and an ISO date, as far as these parts are plausible. */
export function datedBy(parts: readonly (number | undefined)[]): Pick<WorkFact, 'year' | 'date'> {
  const [year, month, day] = parts;
  if (!isYear(year)) return { year: null, date: null };
  const two = (part: number) => `-${String(part).padStart(2, '0')}`;
  const isWithin = (part: number | undefined, most: number): part is number =>
    part !== undefined && Number.isInteger(part) && part >= 1 && part <= most;
  if (!isWithin(month, 12)) return { year, date: String(year) };
  return { year, date: `${year}${two(month)}${isWithin(day, 31) ? two(day) : ''}` };
}

/** Null where nothing is left. */
export function keptText(text: string | null | undefined): string | null {
  const said = (text ?? '').toWellFormed().trim().slice(0, LIMITS.textLength);
  return said === '' ? null : said;
}

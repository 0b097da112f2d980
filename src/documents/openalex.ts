import { arxivId, alias, doiAlias, type Alias } from '../model';
import { each, isObject, within, type Json, type Stated } from './stated';
import type { Facts } from './facts';
import { id, date, joined, readFields, shown, text, year } from './fields';
import { keptText } from './listed-work';
import { LIMITS } from './limits';
import { openalexName } from './references';
import { RowReader } from './row-reader';

const WORK = { id, doi: id, title: text, display_name: text, publication_year: year, publication_date: date };

/** A work as the API of OpenAlex gives it (https://docs.openalex.org/api-entities/works/work-object). */
export function isOpenalexWork(value: Json): boolean {
  const { id: stated } = value;
  return (
    typeof stated === 'string' &&
    /^https?:\/\/openalex\.org\/w\d+$/i.test(stated) &&
    ['title', 'display_name', 'referenced_works', 'publication_year'].some((key) => Object.hasOwn(value, key))
  );
}

/** Reads works with what they cite. OpenAlex states that a work's ids are of one work, as a collection does. */
export class OpenalexReader extends RowReader {
  readonly kind = 'collection';
  override readonly form = 'openalex';
  override note = 'Works as OpenAlex gives them, with the works that it says they cite.';

  protected read(row: Stated, value: Json): void {
    if (this.isFull(this.rows - 1, row.pointer, 'works')) return;
    const said = readFields(WORK, row, this.problems);
    const name = openalexName(said.id ?? '');
    if (name === null) {
      this.problems.error(row.pointer, 'This work has no id of OpenAlex; it was left out.');
      return;
    }
    this.facts.works.push({
      names: [...new Set([name, ...furtherNames(said.doi, row)])],
      source: 'collection',
      title: keptText(said.title ?? said.display_name),
      authorsText: authorsOf(value),
      year: said.publication_year ?? null,
      date: said.publication_date?.slice(0, 10) ?? null,
      venue: venueOf(row),
      abstract: abstractOf(value['abstract_inverted_index']),
      pointer: row.pointer,
    });
    this.#cite(name, within(row, 'referenced_works'), row.pointer);
  }

  finish(): Facts {
    return this.facts;
  }

  #cite(citing: Alias, list: Stated | null, at: string): void {
    for (const { value, pointer } of each(list)) {
      const place = at.startsWith('line ') ? at : pointer;
      const cited = typeof value === 'string' ? openalexName(value) : null;
      if (cited === null || cited === citing) {
        const why =
          cited === null ? `${shown(value)} is no id of OpenAlex` : `${citing} is said to cite itself`;
        this.problems.warning(place, `${why}; this reference was left out.`);
        continue;
      }
      if (this.isFull(this.facts.citations.length, place, 'citations')) return;
      const unsaid = { refIndex: null, raw: null, role: null, relationship: null, aside: null };
      const origin = { source: 'referenced_works of OpenAlex', method: 'OpenAlex' };
      this.facts.citations.push({ citing, cited, pointer: place, ...origin, ...unsaid });
    }
  }
}

/** Its DOI, and the arXiv id of a place where it is. */
function furtherNames(doi: string | undefined, row: Stated): Alias[] {
  const byDoi = doi === undefined ? null : doiAlias(doi);
  const pages = each(within(row, 'locations'), 100).map(({ value }) =>
    isObject(value) ? value['landing_page_url'] : null,
  );
  const places = [...pages, within(row, 'primary_location', 'landing_page_url')?.value];
  const arxiv = places.flatMap((place) =>
    typeof place === 'string' && place.length <= LIMITS.idLength && /arxiv\.org\//i.test(place)
      ? (arxivId(place) ?? [])
      : [],
  );
  const names = [...new Set(arxiv)].map((found) => alias('arxiv', found));
  // Two arXiv ids would be two works.
  return [...(byDoi === null ? [] : [byDoi]), ...(names.length === 1 ? names : [])];
}

function authorsOf({ authorships }: Json): string | null {
  if (!Array.isArray(authorships)) return null;
  return joined(authorships.slice(0, 10_000).map((one: unknown) => (isObject(one) ? one['author'] : null)));
}

function venueOf(row: Stated): string | null {
  const name = within(row, 'primary_location', 'source', 'display_name')?.value;
  if (typeof name !== 'string' || /^arxiv\b/i.test(name)) return null;
  return keptText(name);
}

/** The words of an abstract are listed with their places in it. */
function abstractOf(index: unknown): string | null {
  if (!isObject(index)) return null;
  const words: string[] = [];
  for (const [word, places] of Object.entries(index)) {
    if (!Array.isArray(places)) continue;
    for (const place of places as readonly unknown[])
      if (typeof place === 'number' && Number.isInteger(place) && place >= 0 && place < LIMITS.textLength)
        words[place] = word;
  }
  return keptText(Array.from(words, (word: string | undefined) => word ?? '').join(' '));
}

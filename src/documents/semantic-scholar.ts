import { alias, arxivId, doiAlias, type Alias } from '../model';
import type { Aside, Facts } from './facts';
import { date, isYear, joined, readFields, shown, text, year } from './fields';
import { keptText } from './listed-work';
import { RowReader } from './row-reader';
import { each, isObject, within, type Json, type Stated } from './stated';

const PAPER = { title: text, year, publicationDate: date, venue: text, abstract: text };
const PAPER_ID = /^[0-9a-f]{40}$/;

/** A paper as the graph API of Semantic Scholar gives it (https://api.semanticscholar.org/api-docs/graph). */
export function isSemanticScholarPaper(value: Json): boolean {
  const { paperId } = value;
  return typeof paperId === 'string' && PAPER_ID.test(paperId) && Object.keys(value).length > 1;
}

/**
 * Reads papers with their references and the papers that cite them. The external ids of a paper are of one work, as in
 * a collection; of a reference only the best is taken.
 */
export class SemanticScholarReader extends RowReader {
  readonly kind = 'collection';
  override readonly form = 'semantic-scholar';
  override note = 'Papers as Semantic Scholar gives them, with the citations that it states.';

  protected read(row: Stated, value: Json): void {
    if (this.isFull(this.rows - 1, row.pointer, 'papers')) return;
    const names = namesOf(value);
    const [best] = names;
    if (best === undefined) {
      this.problems.error(row.pointer, 'This paper has no id that can be used; it was left out.');
      return;
    }
    const said = readFields(PAPER, row, this.problems);
    this.facts.works.push({
      names,
      source: 'collection',
      title: keptText(said.title),
      authorsText: joined(value['authors']),
      year: said.year ?? null,
      date: said.publicationDate?.slice(0, 10) ?? null,
      venue: /^arxiv/i.test(said.venue ?? '') ? null : keptText(said.venue),
      abstract: keptText(said.abstract),
      pointer: row.pointer,
    });
    this.#cite(best, row, 'references');
    this.#cite(best, row, 'citations');
  }

  finish(): Facts {
    return this.facts;
  }

  #cite(paper: Alias, row: Stated, list: 'references' | 'citations'): void {
    for (const { value, pointer } of each(within(row, list))) {
      const place = row.pointer.startsWith('line ') ? row.pointer : pointer;
      const [other = null] = isObject(value) ? namesOf(value) : [];
      const title = isObject(value) && typeof value['title'] === 'string' ? keptText(value['title']) : null;
      if (other === paper || (other === null && (list === 'citations' || title === null))) {
        const why =
          other === paper ? `${paper} is said to cite itself` : `${shown(value)} is no paper with an id`;
        this.problems.warning(place, `${why}; it was left out of the ${list}.`);
        continue;
      }
      if (this.isFull(this.facts.citations.length, place, 'citations')) return;
      const ends =
        list === 'references' ? { citing: paper, cited: other } : { citing: other ?? paper, cited: paper };
      this.facts.citations.push({
        ...ends,
        pointer: place,
        ...{ refIndex: null, raw: title, role: null, relationship: null },
        source: `${list} of Semantic Scholar`,
        method: other === null ? null : 'Semantic Scholar',
        aside:
          other === null || !isObject(value)
            ? null
            : asideOf(list === 'references' ? 'cited' : 'citing', value, title),
      });
    }
  }
}

/** The best first: arXiv, DOI, the id of Semantic Scholar itself. */
function namesOf({ paperId, externalIds }: Json): Alias[] {
  const said = (key: 'ArXiv' | 'DOI') => {
    const value = isObject(externalIds) ? externalIds[key] : null;
    return typeof value === 'string' ? value : '';
  };
  const arxiv = arxivId(said('ArXiv'));
  const byDoi = doiAlias(said('DOI'));
  const own =
    typeof paperId === 'string' && PAPER_ID.test(paperId)
      ? alias('local', `semantic-scholar/${paperId}`)
      : null;
  const all = [arxiv === null ? null : alias('arxiv', arxiv), byDoi, own];
  return [...new Set(all.filter((name) => name !== null))];
}

function asideOf(about: Aside['about'], value: Json, title: string | null): Aside {
  const { year: stated } = value;
  return { about, title, authorsText: joined(value['authors']), year: isYear(stated) ? stated : null };
}

import { alias, arxivId, arxivIdWithin, doiAlias, parseAlias, PITH_NUMBER, type Alias } from '../model';
import type { Aside, Facts, LibraryFact } from './facts';
import { count, date, flag, id, joined, readFields, shown, text, year, type Fields } from './fields';
import { LIMITS } from './limits';
import type { Problems } from './problems';
import { openalexName } from './references';
import { RowReader } from './row-reader';
import type { Json, Stated } from './stated';
import { Theorems } from './theorems';

const HEADER = {
  ...{ name: id, version: count, description: text, note: text, licence: text, generated_at: text },
  ...{ repository: text, revision: text, local_ids: text },
};
const WORK = {
  arxiv_id: id,
  doi: id,
  openalex_id: id,
  id,
  title: text,
  year,
  date,
  venue: text,
  primary_cat: text,
  headline: text,
  abstract: text,
};
const CITATION = {
  citing: id,
  cited: id,
  source: text,
  raw: text,
  method: text,
  role: text,
  relationship: text,
  ref_index: count,
  ...{ citing_title: text, citing_authors: text, citing_year: year },
  ...{ cited_title: text, cited_authors: text, cited_year: year },
};
const THEOREM = {
  id,
  library: id,
  module: id,
  declaration: id,
  title: text,
  kind: text,
  status: text,
  statement: text,
  sorry: flag,
  line: count,
  url: text,
};
const USE = { theorem: id, uses: id, site: text };
const LINK = { work: id, claim: id, theorem: id, relation: text, scope: text, source: text };

/** Reads a collection: rows that say by their type what they are. */
export class CollectionReader extends RowReader {
  readonly kind = 'collection';
  /** Where its formal libraries come from, as its first line says. */
  #origin: Omit<LibraryFact, 'library'> | null = null;
  readonly #theorems: Theorems;
  readonly #counts = new Map<string, number>();
  /** Names by how they are written, because most come many times. */
  readonly #known = new Map<string, Alias | null>();
  #name: string;
  /** Whether its local ids are those of other collections, whole as they stand. */
  #hasWholeIds = false;

  constructor(name: string, problems: Problems) {
    super(problems);
    this.#name = name;
    this.#theorems = new Theorems(this.facts, problems);
  }

  protected read(row: Stated, value: Json): void {
    const { pointer } = row;
    const type = String(value['type']);
    if (this.rows === 1 && type !== 'collection') this.#missHeader(pointer);
    const seen = (this.#counts.get(type) ?? 0) + 1;
    this.#counts.set(type, seen);
    if (seen > LIMITS.listItems) {
      if (seen === LIMITS.listItems + 1)
        this.problems.error(
          pointer,
          `Only the first ${LIMITS.listItems.toLocaleString('en')} rows of type ${type} were read.`,
        );
      return;
    }
    this.#readRow(type, row, value);
  }

  finish(): Facts {
    this.#theorems.finish(this.#name);
    const libraries = new Set(this.facts.theorems.map(({ library }) => library));
    if (this.#origin)
      for (const library of libraries) this.facts.libraries.push({ library, ...this.#origin });
    return this.facts;
  }

  #missHeader(pointer: string): void {
    const message = `The collection has no first line that names it; it is called ${shown(this.#name)} after its file.`;
    this.problems.warning(pointer, message);
  }

  #readRow(type: string, row: Stated, value: Json): void {
    switch (type) {
      case 'collection':
        this.#readHeader(row);
        return;
      case 'work':
        this.#readWork(readFields(WORK, row, this.problems), value, row.pointer);
        return;
      case 'citation':
        this.#readCitation(readFields(CITATION, row, this.problems), row.pointer);
        return;
      case 'theorem':
        this.#theorems.add({
          ...readFields(THEOREM, row, this.problems),
          ...listed(value),
          pointer: row.pointer,
        });
        return;
      case 'theorem_use':
        this.#theorems.addUse({ ...readFields(USE, row, this.problems), pointer: row.pointer });
        return;
      case 'theorem_link':
        this.#readLink(readFields(LINK, row, this.problems), row.pointer);
        return;
    }
  }

  #readHeader(row: Stated): void {
    if (this.rows > 1) {
      this.problems.warning(
        row.pointer,
        'A collection is named by its first line only; this line was left out.',
      );
      return;
    }
    const header = readFields(HEADER, row, this.problems);
    if (header.name === undefined || header.name === '') this.#missHeader(row.pointer);
    else this.#name = header.name;
    if (header.version !== undefined && header.version !== 1) {
      this.problems.warning(
        row.pointer,
        `The collection is of version ${header.version}; it was read as version 1.`,
      );
    }
    this.note = header.note ?? header.description ?? null;
    this.#hasWholeIds = header.local_ids === 'whole';
    const { repository = null, revision = null, licence = null } = header;
    if ((repository ?? revision ?? licence) !== null)
      this.#origin = { repository, revision, licence, pointer: row.pointer };
  }

  #readWork(fields: Fields<typeof WORK>, value: Json, pointer: string): void {
    const names = this.#namesOf(fields, pointer);
    if (names.length === 0) {
      this.problems.error(pointer, 'This work has no id that can be used; it was left out.');
      return;
    }
    this.facts.works.push({
      names,
      source: 'collection',
      title: fields.title ?? null,
      authorsText: joined(value['authors_text']) ?? joined(value['authors']),
      year: fields.year ?? null,
      date: fields.date?.slice(0, 10) ?? null,
      venue: fields.venue ?? null,
      primaryCat: fields.primary_cat ?? null,
      headline: fields.headline ?? null,
      abstract: fields.abstract ?? null,
      pointer,
    });
  }

  #namesOf(fields: Fields<typeof WORK>, pointer: string): Alias[] {
    const names = new Set<Alias>();
    const add = (stated: string | undefined, what: string, found: Alias | null) => {
      if (found !== null) names.add(found);
      else if (stated !== undefined && stated !== '')
        this.problems.warning(pointer, `${shown(stated)} is not ${what}; it was not taken as an id.`);
    };
    const arxiv = arxivId(fields.arxiv_id ?? '');
    add(fields.arxiv_id, 'an arXiv id', arxiv === null ? null : alias('arxiv', arxiv));
    add(fields.doi, 'a whole DOI', doiAlias(fields.doi ?? ''));
    add(fields.openalex_id, 'an OpenAlex id', openalexName(fields.openalex_id ?? ''));
    add(
      fields.id,
      'an id',
      fields.id === undefined ? null : (this.#nameOf(fields.id) ?? this.#local(fields.id)),
    );
    return [...names];
  }

  /** The name that an id with a scheme gives; local ids are the collection's own, short Pith ids are none. */
  #nameOf(stated: string): Alias | null {
    const known = this.#known.get(stated);
    if (known !== undefined) return known;
    const found = stated.startsWith('local:')
      ? this.#local(stated.slice('local:'.length))
      : wholeName(stated);
    this.#known.set(stated, found);
    return found;
  }

  #local(rest: string): Alias | null {
    const isWhole = this.#hasWholeIds || rest.startsWith(`${this.#name}/`);
    const own = (isWhole ? rest : `${this.#name}/${rest}`).trimEnd();
    const isUsable =
      rest.trim() !== '' && own.length <= LIMITS.idLength && !/^(?:pith|doi|arxiv|openalex):/i.test(rest);
    return isUsable ? alias('local', own) : null;
  }

  #readCitation(fields: Fields<typeof CITATION>, pointer: string): void {
    const citing = this.#nameOf(fields.citing ?? '');
    const stated = this.#nameOf(fields.cited ?? '');
    if (citing === null) {
      this.problems.error(
        pointer,
        `The citing work is ${shown(fields.citing ?? 'missing')}, which is no id; the citation was left out.`,
      );
      return;
    }
    const within = stated === null && fields.raw !== undefined ? arxivIdWithin(fields.raw) : null;
    const cited = stated ?? (within === null ? null : alias('arxiv', within));
    if (cited === null && !this.#mayStayUnidentified(fields, pointer)) return;
    if (cited === citing) {
      this.problems.note(pointer, `${citing} is said to cite itself; that was left out.`);
      return;
    }
    this.facts.citations.push({
      citing,
      cited,
      pointer,
      refIndex: fields.ref_index ?? null,
      raw: fields.raw ?? null,
      source: fields.source ?? `the collection ${this.#name}`,
      method: within === null ? (fields.method ?? null) : 'id-in-text',
      role: fields.role ?? null,
      relationship: fields.relationship ?? null,
      aside: asideIn(fields),
    });
  }

  #mayStayUnidentified({ cited, raw }: Fields<typeof CITATION>, pointer: string): boolean {
    if (cited === undefined && raw !== undefined) return true;
    const kept = raw === undefined ? 'the citation was left out' : 'only its text was kept';
    this.problems.error(pointer, `The cited work is ${shown(cited ?? 'missing')}, which is no id; ${kept}.`);
    return raw !== undefined;
  }

  #readLink(fields: Fields<typeof LINK>, pointer: string): void {
    const work = this.#nameOf(fields.work ?? '');
    if (work === null || fields.theorem === undefined) {
      this.problems.error(pointer, 'This link does not name both a work and a theorem; it was left out.');
      return;
    }
    this.#theorems.addLink({ ...fields, work, theorem: fields.theorem, pointer });
  }
}

/** What a citation says of one of its works by the way; of the cited one where it tells of both. */
function asideIn(fields: Fields<typeof CITATION>): Aside | null {
  const { cited_title, cited_authors, cited_year, citing_title, citing_authors, citing_year } = fields;
  if ((cited_title ?? cited_authors ?? cited_year) !== undefined)
    return asideOf('cited', cited_title, cited_authors, cited_year);
  if ((citing_title ?? citing_authors ?? citing_year) !== undefined)
    return asideOf('citing', citing_title, citing_authors, citing_year);
  return null;
}

function asideOf(about: Aside['about'], title?: string, authors?: string, year?: number): Aside {
  return { about, title: title ?? null, authorsText: authors ?? null, year: year ?? null };
}

function wholeName(stated: string): Alias | null {
  const found = parseAlias(stated);
  return found !== null && found.startsWith('pith:') && !PITH_NUMBER.test(found) ? null : found;
}

/** Axioms that a theorem's row lists. */
function listed({ axioms }: Json): { readonly axioms?: readonly string[] } {
  if (!Array.isArray(axioms)) return {};
  return { axioms: axioms.filter((axiom): axiom is string => typeof axiom === 'string').slice(0, 1000) };
}

import { alias, arxivId, doiAlias, plainOf, type Alias } from '../model';
import { id, isYear, joined, readFields, shown, text } from './fields';
import { itemsOf } from './items';
import { LIMITS } from './limits';
import type { Reading } from './reading';
import { isObject, type Stated } from './stated';

const ENTRY = { key: id, title: text, doi: id, arxiv_id: id };

/** The works that a blueprint cites. Each that is asked for becomes one fact, under one name only. */
export class Bibliography {
  readonly #library: string;
  readonly #reading: Reading;
  readonly #entries = new Map<string, Stated>();
  readonly #asked = new Map<string, Alias | null>();

  constructor(library: string, root: Stated, reading: Reading) {
    this.#library = library;
    this.#reading = reading;
    for (const entry of itemsOf(root, ['bibliography'], reading.problems)) {
      const key = isObject(entry.value) ? entry.value['key'] : null;
      if (typeof key === 'string' && !this.#entries.has(key)) this.#entries.set(key, entry);
    }
  }

  /** The name of the work under a key; null where there is none, which is said once. */
  cite(key: string, pointer: string): Alias | null {
    const known = this.#asked.get(key);
    if (known !== undefined) return known;
    const entry = this.#entries.get(key);
    const name = entry ? this.#write(key, entry) : null;
    if (!entry)
      this.#reading.problems.note(
        pointer,
        `The bibliography has no entry ${shown(key)}; citations of it were left out.`,
      );
    this.#asked.set(key, name);
    return name;
  }

  #write(key: string, entry: Stated): Alias | null {
    const { facts, problems } = this.#reading;
    const fields = readFields(ENTRY, entry, problems);
    const name = this.#nameOf(key, fields);
    if (name === null) {
      problems.error(entry.pointer, 'The key of this entry is too long to be a name; it was left out.');
      return null;
    }
    const said = isObject(entry.value) ? entry.value : {};
    const authors = joined(said['author']);
    facts.works.push({
      names: [name],
      source: 'bibliography',
      title: fields.title === undefined ? null : plainOf(fields.title),
      authorsText: authors === null ? null : plainOf(authors),
      year: yearOf(said['year']),
      pointer: entry.pointer,
    });
    return name;
  }

  #nameOf(key: string, stated: { readonly doi?: string; readonly arxiv_id?: string }): Alias | null {
    const arxiv = arxivId(stated.arxiv_id ?? '');
    if (arxiv !== null) return alias('arxiv', arxiv);
    const local = `${this.#library}/${key}`;
    return doiAlias(stated.doi ?? '') ?? (local.length > LIMITS.idLength ? null : alias('local', local));
  }
}

function yearOf(stated: unknown): number | null {
  const year = typeof stated === 'string' ? Number(/\d{4}/.exec(stated)?.[0]) : stated;
  return isYear(year) ? year : null;
}

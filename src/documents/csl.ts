import type { Facts } from './facts';
import { id, readFields, shown, text } from './fields';
import { authorLine, datedBy, keptText, listedName } from './listed-work';
import { RowReader } from './row-reader';
import { isObject, type Json, type Stated } from './stated';

/** Appendix III of CSL 1.0.2, and what Zotero writes besides; `collection` is a row of ours. */
const TYPES = new Set(
  'article article-journal article-magazine article-newspaper bill book broadcast chapter classic dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical personal_communication post post-weblog preprint regulation report review review-book software song speech standard thesis treaty webpage'.split(
    ' ',
  ),
);

const ITEM = {
  ...{ title: text, DOI: id, URL: text, number: text, note: text, abstract: text },
  ...{ 'container-title': text, archive_location: text },
};

/** An item of CSL JSON (https://docs.citationstyles.org, csl-data.json). */
export function isCslItem(value: Json): boolean {
  const { id: key, type, title, author, issued } = value;
  return (
    (typeof key === 'string' || typeof key === 'number') &&
    typeof type === 'string' &&
    TYPES.has(type) &&
    (typeof title === 'string' ||
      Array.isArray(author) ||
      isObject(issued) ||
      typeof value['DOI'] === 'string')
  );
}

/** Each item is a work without citations. */
export class CslReader extends RowReader {
  readonly kind = 'collection';
  override readonly form = 'csl';
  override note = 'CSL JSON: works without their citations.';
  readonly #list: string;
  readonly #seen = new Set<string>();

  constructor(list: string, problems: ConstructorParameters<typeof RowReader>[0]) {
    super(problems);
    this.#list = list;
  }

  protected read(row: Stated, value: Json): void {
    if (this.isFull(this.rows - 1, row.pointer, 'items')) return;
    const said = readFields(ITEM, row, this.problems);
    const key = String(value['id']);
    const name = listedName(this.#list, {
      arxiv: [said.number, said.archive_location],
      doi: said.DOI,
      within: [said.URL, said.note],
      key: stated(value['custom']) ?? key,
    });
    if (name === null || this.#seen.has(name)) {
      const why = name === null ? 'has no id that can be used' : `names ${name}, as one before it does`;
      this.problems.warning(row.pointer, `The item ${shown(key)} ${why}; it was left out.`);
      return;
    }
    this.#seen.add(name);
    const venue = keptText(said['container-title']);
    this.facts.works.push({
      names: [name],
      source: 'bibliography',
      title: keptText(said.title),
      authorsText: authorsOf(value['author']),
      ...dateOf(value['issued']),
      venue: venue !== null && /^(?:arxiv|corr)\b/i.test(venue) ? null : venue,
      abstract: keptText(said.abstract),
      pointer: row.pointer,
    });
  }

  finish(): Facts {
    return this.facts;
  }
}

/** The public id that our own files carry. */
function stated(custom: unknown): string | null {
  const known = isObject(custom) ? custom['id'] : null;
  return typeof known === 'string' && /^(?:arxiv|doi|openalex):/i.test(known) ? known : null;
}

function authorsOf(list: unknown): string | null {
  if (!Array.isArray(list)) return null;
  const names = list.slice(0, 10_000).flatMap((one: unknown) => (isObject(one) ? nameOf(one) : []));
  const hasMore = names.at(-1)?.toLowerCase() === 'others';
  return authorLine(hasMore ? names.slice(0, -1) : names, hasMore);
}

function nameOf(person: Json): string[] {
  const parts = ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix', 'literal'];
  const said = parts.flatMap(
    (part) => keptText(typeof person[part] === 'string' ? person[part] : null) ?? [],
  );
  return said.length === 0 ? [] : [said.join(' ').toWellFormed()];
}

function dateOf(issued: unknown) {
  if (!isObject(issued)) return datedBy([]);
  const parts: unknown = issued['date-parts'];
  const first: unknown = Array.isArray(parts) ? parts[0] : null;
  if (Array.isArray(first)) return datedBy(first.map(Number));
  const raw = issued['raw'] ?? issued['literal'];
  const found = /\b(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\b/.exec(typeof raw === 'string' ? raw.slice(0, 100) : '');
  return datedBy(found?.slice(1).map((part: string | undefined) => (part ? Number(part) : undefined)) ?? []);
}

import { compareText } from '../../model';
import type { BibliographyWork } from '../../queries';
import { entriesOf, type Entry } from './entry';
import type { Name } from './names';

/** In the order of authors, then years: `Kumar, Aviral, Vincent Zhuang, and Yi Su. 2024. Title. Venue. Address`. */
export function authorYearList(works: readonly BibliographyWork[]): string {
  const entries = entriesOf(works).map((entry) => ({ entry, order: orderOf(entry) }));
  return entries
    .sort((a, b) => compareText(a.order, b.order))
    .map(({ entry }) => `${authorYear(entry)}\n`)
    .join('\n');
}

/** In the order given: `[1] A. Kumar, V. Zhuang, and Y. Su, “Title,” Venue, 2024. Address`. */
export function numberedList(works: readonly BibliographyWork[]): string {
  const entries = entriesOf(works);
  const width = String(entries.length).length + 2;
  return entries.map((entry, place) => `${`[${place + 1}]`.padStart(width)} ${numbered(entry)}\n`).join('');
}

/** In the order given, as Markdown with links on titles. */
export function markdownList(works: readonly BibliographyWork[]): string {
  return entriesOf(works)
    .map((entry, place) => `${place + 1}. ${markdown(entry)}\n`)
    .join('');
}

function authorYear(entry: Entry): string {
  const names = listed(entry, (name, place) => (place === 0 ? inverted(name) : direct(name)));
  const year = entry.date[0]?.toString();
  const parts = names === '' ? [titleOf(entry), year] : [names, year, titleOf(entry)];
  return sentences([...parts, entry.venue, shownId(entry)], entry.url);
}

function numbered(entry: Entry): string {
  const said = [listed(entry, short), `“${titleOf(entry)},”`].filter((part) => part !== '').join(', ');
  const where = [entry.venue ?? shownId(entry), entry.date[0]].filter(
    (part) => part !== null && part !== undefined,
  );
  return sentences([[said, where.join(', ')].filter((part) => part !== '').join(' ')], entry.url);
}

function markdown(entry: Entry): string {
  const title = escaped(titleOf(entry));
  const linked = entry.url === null ? title : `[${title}](<${entry.url}>)`;
  const names = escaped(listed(entry, direct));
  const where = [entry.venue, entry.date[0]].filter((part) => part !== null && part !== undefined);
  return sentences([names, linked, escaped(where.join(', '))], null);
}

/** More than ten are cut to seven, and said to be. */
function listed({ authors }: Entry, write: (name: Name, place: number) => string): string {
  const isCut = authors.names.length > 10;
  const names = (isCut ? authors.names.slice(0, 7) : authors.names).map(write);
  if (isCut || authors.more) return `${names.join(', ')} et al.`.trim();
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')}${names.length > 1 ? ',' : ''} and ${last}`;
}

const inverted = (name: Name) => ('whole' in name ? name.whole : `${name.family}, ${name.given}`);
const direct = (name: Name) => ('whole' in name ? name.whole : `${name.given} ${name.family}`);

function short(name: Name): string {
  if ('whole' in name) return name.whole;
  const initials = name.given.replace(/([\p{L}\p{M}'’])[\p{L}\p{M}'’]*\.?/gu, '$1.');
  return `${initials} ${name.family}`;
}

/** A work without a title is listed under its public id. */
function titleOf({ title, work }: Entry): string {
  return title ?? work.id;
}

function shownId({ title, work, arxiv }: Entry): string | null {
  return title !== null && arxiv !== null ? work.id : null;
}

function sentences(parts: readonly (string | null | undefined)[], address: string | null): string {
  const said = parts.filter((part): part is string => part !== null && part !== undefined && part !== '');
  const ended = said.map((part) => (/[.?!…][”)]?$|,”$/.test(part) ? part : `${part}.`));
  return [...ended, ...(address === null ? [] : [address])].join(' ');
}

function orderOf(entry: Entry): string {
  const [first] = entry.authors.names;
  const name = first === undefined ? titleOf(entry) : inverted(first);
  const folded = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [folded, String(entry.date[0] ?? '').padStart(4, '0'), entry.key].join('\0');
}

/** Text and nothing else: no mark, link, tag, formula or entity of Markdown or HTML. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()<>~$&|!@]|:(?=\/\/)|(?<=\bwww)\./gi, (sign) => ENTITIES[sign] ?? `\\${sign}`)
    .replace(/^(\d*)([-+#=.:])/, '$1\\$2');
}

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

import type { BibliographyWork } from '../../queries';
import { entriesOf, type Entry } from './entry';
import type { Name } from './names';
import { texText, texTitle } from './tex';

const TYPES: Readonly<Record<Entry['kind'], string>> = {
  ...{ preprint: 'misc', article: 'article', 'in-proceedings': 'inproceedings', other: 'misc' },
};

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Of `doi` and `url` no style escapes anything; what TeX would not print is left to the percent signs of the address. */
const VERBATIM = /^[\w.:;/()<>[\]+*=,@?!'-]+$/;

/** UTF-8, for biber and BibTeX of today. */
export function bibtex(works: readonly BibliographyWork[]): string {
  return entriesOf(works).map(written).join('\n');
}

function written(entry: Entry): string {
  const fields = fieldsOf(entry).filter((field): field is [string, string] => field[1] !== null);
  const lines = fields.map(([name, value]) => `  ${name} = ${value},\n`);
  return `@${TYPES[entry.kind]}{${entry.key},\n${lines.join('')}}\n`;
}

function fieldsOf(entry: Entry): [name: string, value: string | null][] {
  const [year, month] = entry.date;
  const venue = braced(entry.venue, texText);
  const isPart = entry.kind === 'in-proceedings';
  return [
    ['author', braced(authorsOf(entry), (text) => text)],
    ['title', braced(entry.title, texTitle)],
    [isPart ? 'booktitle' : entry.kind === 'article' ? 'journal' : 'howpublished', venue],
    ['year', year === undefined ? null : `{${year}}`],
    ['month', (month === undefined ? undefined : MONTHS[month - 1]) ?? null],
    ['eprint', braced(entry.arxiv, texText)],
    ['archivePrefix', entry.arxiv === null ? null : '{arXiv}'],
    ['primaryClass', entry.arxiv === null ? null : braced(entry.category, texText)],
    ['doi', entry.doi !== null && VERBATIM.test(entry.doi) ? `{${entry.doi}}` : null],
    ['url', braced(entry.url, (url) => url.replace(/[{}\\]/g, encodeURIComponent))],
    ['abstract', braced(entry.abstract, texText)],
  ];
}

function authorsOf({ authors }: Entry): string | null {
  const names = [...authors.names.map(nameIn), ...(authors.more ? ['others'] : [])];
  return names.length === 0 ? null : names.join(' and ');
}

/** A name of which the text does not tell the family's is one word to BibTeX. */
function nameIn(name: Name): string {
  return 'whole' in name ? `{${texText(name.whole)}}` : `${texText(name.family)}, ${texText(name.given)}`;
}

function braced(text: string | null, write: (text: string) => string): string | null {
  return text === null ? null : `{${write(text)}}`;
}

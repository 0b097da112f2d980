import type { BibliographyWork } from '../../queries';
import { entriesOf, type Entry } from './entry';
import type { Name } from './names';

/** RIS has no type for preprints. */
const TYPES: Readonly<Record<Entry['kind'], string>> = {
  ...{ preprint: 'UNPB', article: 'JOUR', 'in-proceedings': 'CPAPER', other: 'GEN' },
};

/** https://en.wikipedia.org/wiki/RIS_(file_format), the tags of 2011; UTF-8. */
export function ris(works: readonly BibliographyWork[]): string {
  return entriesOf(works).map(written).join('\r\n');
}

function written(entry: Entry): string {
  const names = [...entry.authors.names.map(nameIn), ...(entry.authors.more ? ['et al.'] : [])];
  const tags: readonly (readonly [tag: string, value: string | null])[] = [
    ['TY', TYPES[entry.kind]],
    ['ID', entry.key],
    ...names.map((name) => ['AU', name] as const),
    ['TI', entry.title],
    ['PY', entry.date[0]?.toString().padStart(4, '0') ?? null],
    ['DA', entry.date.length > 1 ? dateIn(entry.date) : null],
    ['T2', entry.venue],
    ['PB', entry.kind === 'preprint' ? 'arXiv' : null],
    ['AN', entry.work.id],
    ['KW', entry.category],
    ['DO', entry.doi],
    ['UR', entry.url],
    ['AB', entry.abstract],
  ];
  const lines = tags.flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${value}\r\n`]));
  return `${lines.join('')}ER  - \r\n`;
}

/** A comma tells the family's name from the rest, so a name that is whole has none. */
function nameIn(name: Name): string {
  return 'whole' in name ? name.whole.replace(/\s*,\s*/g, ' ') : `${name.family}, ${name.given}`;
}

function dateIn([year = 0, ...rest]: readonly number[]): string {
  const parts = [String(year).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))];
  return `${parts.join('/')}${'/'.repeat(4 - parts.length)}`;
}

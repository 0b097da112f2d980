import type { BibliographyWork } from '../../queries';
import { jsonFile } from '../json-file';
import { entriesOf, type Entry } from './entry';

const TYPES: Readonly<Record<Entry['kind'], string>> = {
  ...{ preprint: 'article', article: 'article-journal', 'in-proceedings': 'paper-conference' },
  other: 'document',
};

/** https://docs.citationstyles.org/en/v1.0.2/specification.html, appendix IV, where `article` is a preprint. */
export function cslJson(works: readonly BibliographyWork[]): string {
  return jsonFile(entriesOf(works).map(itemOf));
}

function itemOf(entry: Entry): Readonly<Record<string, unknown>> {
  const { authors, work } = entry;
  const names = authors.names.map((name) => ('whole' in name ? { literal: name.whole } : name));
  const all = authors.more ? [...names, { literal: 'others' }] : names;
  const item = {
    id: entry.key,
    type: TYPES[entry.kind],
    title: entry.title,
    author: all.length === 0 ? null : all,
    issued: entry.date.length === 0 ? null : { 'date-parts': [entry.date] },
    'container-title': entry.venue,
    publisher: entry.kind === 'preprint' ? 'arXiv' : null,
    number: entry.arxiv === null ? null : `arXiv:${entry.arxiv}`,
    categories: entry.category === null ? null : [entry.category],
    DOI: entry.doi,
    URL: entry.url,
    abstract: entry.abstract,
    custom: { id: work.id, names: work.names, 'known-only-from-references': work.isStub },
  };
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== null));
}

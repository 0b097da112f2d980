import { LIMITS } from './limits';

const ENDINGS = new Set([
  ...['gz', 'zip', 'jsonl', 'ndjson', 'json', 'txt'],
  ...['dot', 'gv', 'gexf', 'graphml', 'xml', 'html', 'htm'],
  ...['bib', 'bibtex', 'ris', 'csv', 'tsv'],
]);

/** A file's name without its folder and endings: what a collection without a name is called. */
export function nameWithoutEndings(name: string): string {
  const last = name.split(/[/\\]/).findLast((part) => part !== '') ?? name;
  const parts = last.replace(/[?#].*/s, '').split('.');
  while (parts.length > 1 && ENDINGS.has(parts.at(-1)?.toLowerCase() ?? '')) parts.pop();
  const bare = parts.join('.');
  return (bare === '' ? 'collection' : bare).slice(0, LIMITS.idLength / 4);
}

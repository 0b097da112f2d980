import { plainOf } from '../model';
import { bibtexEntries, type BibtexEntry } from './bibtex-entries';
import { shown } from './fields';
import { LIMITS } from './limits';
import { authorLine, datedBy, keptText, listedName } from './listed-work';
import type { Reading } from './reading';

/** Entries, comments and text between them; that one of its first `@` begins an entry is what a BibTeX file is known by. */
export function isBibtex(text: string): boolean {
  const head = text.slice(0, 64 * 1024);
  return /^(?:\s*%[^\n]*\n)*\s*@/.test(head) && /@\s*[A-Za-z]+\s*[{(]\s*[^\s,{}()"=]+\s*[,=]/.test(head);
}

/** Each entry is a work without citations. */
export function readBibtex(list: string, { text, facts, problems }: Reading): void {
  const seen = new Set<string>();
  for (const found of bibtexEntries(text)) {
    const pointer = `line ${found.line}`;
    if ('problem' in found) {
      problems.error(pointer, found.problem);
      continue;
    }
    if (facts.works.length === LIMITS.listItems) {
      problems.error(pointer, `Only the first ${LIMITS.listItems.toLocaleString('en')} entries were read.`);
      return;
    }
    const name = nameOf(list, found);
    if (name === null || seen.has(name)) {
      const why = name === null ? 'has no id that can be used' : `names ${name}, as one before it does`;
      problems.warning(pointer, `The entry ${shown(found.key)} ${why}; it was left out.`);
      continue;
    }
    seen.add(name);
    facts.works.push({ names: [name], source: 'bibliography', ...saidIn(found.fields), pointer });
  }
}

const raw = ({ fields }: BibtexEntry, ...names: readonly string[]) =>
  names.map((name) => fields.get(name)).find((value) => value !== undefined);

function nameOf(list: string, entry: BibtexEntry) {
  const archive = raw(entry, 'archiveprefix', 'eprinttype') ?? 'arxiv';
  const within = ['url', 'journal', 'journaltitle', 'howpublished', 'note'].map((name) => raw(entry, name));
  return listedName(list, {
    arxiv: [
      archive.toLowerCase() === 'arxiv' ? raw(entry, 'eprint') : undefined,
      raw(entry, 'arxivid', 'arxiv'),
    ],
    doi: raw(entry, 'doi')?.replace(/\\([_&%#])/g, '$1'),
    within,
    key: entry.key,
  });
}

function saidIn(fields: BibtexEntry['fields']) {
  const plain = (...names: readonly string[]) => {
    const value = names.map((name) => fields.get(name)).find((field) => field !== undefined);
    return value === undefined ? null : keptText(plainOf(value));
  };
  const venue = plain('journal', 'journaltitle', 'booktitle');
  return {
    title: plain('title'),
    authorsText: authorsIn(fields.get('author') ?? fields.get('editor') ?? ''),
    ...dateIn(fields),
    venue: venue !== null && /^(?:arxiv|corr)\b/i.test(venue) ? null : venue,
    primaryCat: plain('primaryclass'),
    abstract: plain('abstract'),
  };
}

function dateIn(fields: BibtexEntry['fields']) {
  const iso = /^\s*(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(fields.get('date') ?? '');
  if (iso) return datedBy(iso.slice(1).map((part: string | undefined) => (part ? Number(part) : undefined)));
  const year = /\d{4}/.exec(fields.get('year') ?? '')?.[0];
  const month = /^\s*\d{1,2}\s*$/.exec(fields.get('month') ?? '')?.[0];
  return datedBy([
    year === undefined ? undefined : Number(year),
    month === undefined ? undefined : Number(month),
  ]);
}

/** `Last, First and Last, Jr, First and {A Group} and others`, as they are printed. */
function authorsIn(tex: string): string | null {
  const names = splitOutside(tex, /\sand\s/y).map((name) => name.trim());
  const hasMore = names.at(-1)?.toLowerCase() === 'others';
  const printed = (hasMore ? names.slice(0, -1) : names).map((name) => {
    const [family = '', ...rest] = splitOutside(name, /,/y).map(plainOf);
    const given = rest.at(-1) ?? '';
    return [given, family, ...rest.slice(0, -1)].filter((part) => part !== '').join(' ');
  });
  return authorLine(
    printed.filter((name) => name !== ''),
    hasMore,
  );
}

/** At what stands outside all braces. */
function splitOutside(tex: string, mark: RegExp): string[] {
  const parts: string[] = [];
  let [start, depth] = [0, 0];
  for (let at = 0; at < tex.length; at++) {
    if (tex[at] === '{') depth++;
    if (tex[at] === '}') depth--;
    mark.lastIndex = at;
    if (depth > 0 || !mark.test(tex)) continue;
    parts.push(tex.slice(start, at));
    start = mark.lastIndex;
    at = start - 1;
  }
  return [...parts, tex.slice(start)];
}

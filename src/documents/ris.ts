import { shown } from './fields';
import { LIMITS } from './limits';
import { authorLine, datedBy, keptText, listedName } from './listed-work';
import type { Reading } from './reading';

const TAG = /^([A-Z][A-Z0-9]) {2}-(?: (.*))?$/;

export function isRis(text: string): boolean {
  return /^\s*(?:TY {2}- ?[A-Z]+)\s*\r?\n/.test(text.slice(0, 4096));
}

interface Entry {
  readonly line: number;
  readonly fields: Map<string, string[]>;
}

/** Each reference of a RIS file (en.wikipedia.org/wiki/RIS_(file_format)) is a work without citations. */
export function readRis(list: string, { text, facts, problems }: Reading): void {
  const seen = new Set<string>();
  for (const { line, fields } of entriesIn(text)) {
    const pointer = `line ${line}`;
    if (facts.works.length === LIMITS.listItems) {
      problems.error(
        pointer,
        `Only the first ${LIMITS.listItems.toLocaleString('en')} references were read.`,
      );
      return;
    }
    const first = (...tags: readonly string[]) => tags.flatMap((tag) => fields.get(tag) ?? [])[0];
    const name = listedName(list, {
      arxiv: [first('AN')],
      doi: first('DO', 'M3'),
      within: [...(fields.get('UR') ?? []), first('AN'), first('JO', 'T2')],
      key: first('AN')?.match(/^(?:doi|openalex):/)
        ? (first('AN') ?? '')
        : (first('ID', 'AN') ?? String(line)),
    });
    if (name === null || seen.has(name)) {
      const why = name === null ? 'has no id that can be used' : `names ${name}, as one before it does`;
      problems.warning(pointer, `The reference ${shown(first('TI', 'T1') ?? '')} ${why}; it was left out.`);
      continue;
    }
    seen.add(name);
    const venue = keptText(first('JF', 'JO', 'T2', 'JA', 'BT'));
    facts.works.push({
      names: [name],
      source: 'bibliography',
      title: keptText(first('TI', 'T1')),
      authorsText: authorsIn(['AU', 'A1'].flatMap((tag) => fields.get(tag) ?? [])),
      ...dateIn(first('DA', 'PY', 'Y1'), first('PY', 'Y1')),
      venue: venue !== null && /^(?:arxiv|corr)\b/i.test(venue) ? null : venue,
      abstract: keptText(first('AB', 'N2')),
      pointer,
    });
  }
}

/** From TY to ER; a line without a tag goes on with the one before it. */
function* entriesIn(text: string): Generator<Entry> {
  let entry: Entry | null = null;
  let last: string[] | null = null;
  let number = 0;
  for (const line of text.split(/\r?\n/)) {
    number++;
    const [, tag, said = ''] = TAG.exec(line.trimEnd()) ?? [];
    if (tag === 'TY' || tag === 'ER') {
      if (entry !== null) yield entry;
      entry = tag === 'TY' ? { line: number, fields: new Map() } : null;
      last = null;
    } else if (tag !== undefined && entry !== null) {
      last = entry.fields.get(tag) ?? [];
      entry.fields.set(tag, last);
      if (last.length < 10_000) last.push(said.trim());
    } else if (last !== null && line.trim() !== '') {
      const before = last.pop() ?? '';
      last.push(before.length > LIMITS.textLength ? before : `${before} ${line.trim()}`);
    }
  }
  if (entry !== null) yield entry;
}

/** `Last, First, Jr`. */
function authorsIn(stated: readonly string[]): string | null {
  const hasMore = /^(?:et al\.?|others)$/i.test(stated.at(-1) ?? '');
  const names = (hasMore ? stated.slice(0, -1) : stated).map((name) => {
    const [family = '', given = '', ...suffix] = name.split(',').map((part) => part.trim());
    return [given, family, ...suffix].filter((part) => part !== '').join(' ');
  });
  return authorLine(
    names.filter((name) => name !== ''),
    hasMore,
  );
}

/** `2024/09/19/`, `2024-09-19` or `2024`. */
function dateIn(date: string | undefined, year: string | undefined) {
  const [, ...parts] = /^(\d{4})(?:[/-](\d{1,2}))?(?:[/-](\d{1,2}))?/.exec(date ?? '') ?? [];
  const numbers = parts.map((part: string | undefined) => (part === undefined ? undefined : Number(part)));
  const dated = datedBy(numbers);
  return dated.year === null ? datedBy([Number(/^\d{4}/.exec(year ?? '')?.[0])]) : dated;
}

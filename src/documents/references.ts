import { alias, arxivId, arxivIdWithin, doiAlias, parseAlias, PITH_NUMBER, type Alias } from '../model';
import { isYear, joined, shown } from './fields';
import { itemsOf } from './items';
import { LIMITS } from './limits';
import type { Problems } from './problems';
import type { Reading } from './reading';
import { isObject, type Json, type Stated } from './stated';

const SOURCE = 'reference list in the Pith graph snapshot';
const PLAIN_ARXIV = /^\d\d(?:0[1-9]|1[0-2])\.\d{4,5}$/;

interface Found {
  readonly cited: Alias | null;
  readonly method: string | null;
  /** The text stands for the whole reference, so it is no title. */
  readonly isRaw: boolean;
}

/**
 * The reference list. Its items' keys are inferred, so each is looked for under several names. An item gives one
 * name at most: the best it states, else the one arXiv id within its text.
 */
export function readReferences(references: Stated | null, citing: Alias, reading: Reading): void {
  for (const item of itemsOf(references, ['items', 'sample'], reading.problems)) {
    if (isObject(item.value)) readReference(item.value, item.pointer, citing, reading);
    else if (typeof item.value === 'string')
      readReference({ raw: item.value }, item.pointer, citing, reading);
    else
      reading.problems.error(
        item.pointer,
        `This reference is ${shown(item.value)}, not an object; it was left out.`,
      );
  }
}

function readReference(item: Json, pointer: string, citing: Alias, { facts, problems }: Reading): void {
  const title = textOf(item, 'title', pointer, problems) ?? null;
  const raw =
    textOf(item, 'raw', pointer, problems) ??
    textOf(item, 'raw_text', pointer, problems) ??
    textOf(item, 'text', pointer, problems) ??
    title ??
    textOf(item, 'doi', pointer, problems);
  if (title === null && raw === null && Object.keys(item).length === 0) {
    problems.error(pointer, 'This reference says nothing; it was left out.');
    return;
  }
  const { cited, method, isRaw } = findCited(item, title, raw, pointer, problems);
  if (cited === citing) {
    problems.note(pointer, 'The reference names the paper itself; it was left out.');
    return;
  }
  facts.citations.push({
    citing,
    cited,
    pointer,
    refIndex: indexOf(item, pointer, problems),
    raw,
    source: SOURCE,
    method,
    role: wordOf(item['role']),
    relationship: wordOf(item['relationship']),
    aside:
      cited === null
        ? null
        : {
            about: 'cited',
            title: isRaw ? null : title,
            authorsText: joined(item['authors_text']) ?? joined(item['authors']),
            year: yearOf(item, pointer, problems),
          },
  });
}

function findCited(
  item: Json,
  title: string | null,
  raw: string | null,
  pointer: string,
  problems: Problems,
): Found {
  const stated = statedName(item, pointer, problems);
  const inTitle = title !== null && mentionsArxiv(title) ? arxivIdWithin(title) : null;
  if (stated !== null) return { cited: stated, method: 'stated-id', isRaw: inTitle !== null };
  const within = inTitle ?? (raw !== null && raw !== title && mentionsArxiv(raw) ? arxivIdWithin(raw) : null);
  if (within === null) return { cited: null, method: null, isRaw: true };
  return { cited: alias('arxiv', within), method: 'id-in-text', isRaw: inTitle !== null };
}

function mentionsArxiv(text: string): boolean {
  return /arxiv|abs\//i.test(text);
}

function statedName(item: Json, pointer: string, problems: Problems): Alias | null {
  for (const key of ['cited_arxiv_id', 'arxiv_id', 'pith_arxiv_id', 'arxiv']) {
    const id = idOf(item, key, pointer, problems);
    if (id === null) continue;
    const arxiv = PLAIN_ARXIV.test(id) ? id : arxivId(id);
    if (arxiv !== null) return alias('arxiv', arxiv);
    problems.warning(`${pointer}/${key}`, `${shown(id)} is not an arXiv id; it was kept as text only.`);
  }
  for (const key of ['doi', 'cited_doi']) {
    const id = idOf(item, key, pointer, problems);
    const found = id === null ? null : doiAlias(id);
    if (found !== null) return found;
  }
  return lesserName(item, pointer, problems);
}

function lesserName(item: Json, pointer: string, problems: Problems): Alias | null {
  const openalex = idOf(item, 'openalex_id', pointer, problems);
  const work = idOf(item, 'work_id', pointer, problems);
  const number =
    idOf(item, 'pith_number', pointer, problems) ?? idOf(item, 'cited_pith_number', pointer, problems);
  return (
    (openalex === null ? null : openalexName(openalex)) ??
    (work === null ? null : parseAlias(`pith-work:${work}`)) ??
    (number !== null && PITH_NUMBER.test(number) ? alias('pith', number.slice('pith:'.length)) : null)
  );
}

/** `W123`, with a scheme or as an address. */
export function openalexName(value: string): Alias | null {
  return parseAlias(/^w\d+$/i.test(value) ? `openalex:${value}` : value);
}

function idOf(item: Json, key: string, pointer: string, problems: Problems): string | null {
  const value = item[key];
  if (value === null || value === undefined || value === '') return null;
  if (typeof value !== 'string') {
    problems.error(`${pointer}/${key}`, `The id is ${shown(value)}, not text; it was left out.`);
    return null;
  }
  if (value.length <= LIMITS.idLength) return value;
  problems.warning(
    `${pointer}/${key}`,
    `The id has ${value.length} characters, more than ${LIMITS.idLength}; it was not taken as an id.`,
  );
  return null;
}

function textOf(item: Json, key: string, pointer: string, problems: Problems): string | null {
  const value = item[key];
  if (value === null || value === undefined || value === '') return null;
  if (typeof value !== 'string') {
    problems.error(`${pointer}/${key}`, `The ${key} is ${shown(value)}, not text; it was left out.`);
    return null;
  }
  if (value.length <= LIMITS.textLength) return value;
  problems.note(
    `${pointer}/${key}`,
    `The ${key} has ${value.length} characters; the first ${LIMITS.textLength} were kept.`,
  );
  return value.slice(0, LIMITS.textLength);
}

function wordOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' && value.length <= LIMITS.idLength ? value : null;
}

function indexOf(item: Json, pointer: string, problems: Problems): number | null {
  const value = item['ref_index'] ?? item['index'] ?? null;
  if (value === null) return null;
  if (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= LIMITS.count) return value;
  problems.error(
    `${pointer}/ref_index`,
    `The number of the reference is ${shown(value)}, not a whole number; it was left out.`,
  );
  return null;
}

function yearOf(item: Json, pointer: string, problems: Problems): number | null {
  const value = item['year'];
  if (value === null || value === undefined || value === '') return null;
  const year = typeof value === 'string' && /^\d{4}$/.test(value) ? Number(value) : value;
  if (isYear(year)) return year;
  const expected = typeof year === 'number' ? 'a plausible year' : 'a number';
  problems.error(`${pointer}/year`, `The year is ${shown(value)}, not ${expected}; it was left out.`);
  return null;
}

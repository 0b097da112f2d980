import * as v from 'valibot';
import { spelled } from '../model';
import { LIMITS } from './limits';
import type { Problems } from './problems';
import { isObject, type Stated } from './stated';

const EARLIEST = 1500;
const LATEST = 2100;
const DATE = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01])(?:[T ].*)?)?)?$/;

export function isYear(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= EARLIEST && value <= LATEST;
}

function isDate(text: string): boolean {
  const match = DATE.exec(text);
  return match !== null && text.length < 64 && isYear(Number(match[1]));
}

/** Kinds of field; the message says what a value should have been. */
export const text = v.string('text');
export const id = v.pipe(
  v.string('text'),
  v.maxLength(LIMITS.idLength, `an id of at most ${LIMITS.idLength} characters`),
);
export const count = v.pipe(
  v.number('a number'),
  v.check((value) => Number.isInteger(value) && value >= 0 && value <= LIMITS.count, 'a plausible count'),
);
export const flag = v.boolean('true or false');
export const year = v.pipe(
  v.unknown(),
  v.transform((value) => (typeof value === 'string' && /^\d{4}$/.test(value) ? Number(value) : value)),
  v.number('a number'),
  v.check((value: number) => isYear(value), `a year between ${EARLIEST} and ${LATEST}`),
);
/** A date or a moment, as ISO text of a plausible year. */
export const date = v.pipe(v.string('a date'), v.check(isDate, 'a plausible date (such as 2024-09-19)'));
export const list = v.custom<readonly unknown[]>((value) => Array.isArray(value), 'a list');
export const object = v.custom<Readonly<Record<string, unknown>>>(isObject, 'an object');

type Entries = Readonly<Record<string, v.GenericSchema>>;
export type Fields<E extends Entries> = { readonly [K in keyof E]?: v.InferOutput<E[K]> };

/** Reads each field by itself: a bad one becomes a problem and costs nothing else. Null and missing are the same. */
export function readFields<const E extends Entries>(
  entries: E,
  from: Stated | null,
  problems: Problems,
): Fields<E> {
  const fields: Record<string, unknown> = {};
  if (from !== null && isObject(from.value)) {
    for (const key in entries) {
      const value = from.value[key];
      const schema: v.GenericSchema | undefined = entries[key];
      if (value === null || value === undefined || !schema || !Object.hasOwn(from.value, key)) continue;
      if (isPlainly(schema, value)) {
        fields[key] = kept(value, key, from, problems);
        continue;
      }
      const result = v.safeParse(schema, value);
      if (result.success) fields[key] = kept(result.output, key, from, problems);
      else refuse(key, value, result.issues[0].message, from, problems);
    }
  } else if (from !== null) {
    problems.error(from.pointer, `This is ${shown(from.value)}, not an object; it was left out.`);
  }
  return fields;
}

/** Most fields are text or ids that fit: answered without asking valibot, which took a third of a collection's time. */
function isPlainly(schema: v.GenericSchema, value: unknown): boolean {
  if (typeof value !== 'string') return false;
  return schema === text || (schema === id && value.length <= LIMITS.idLength);
}

function refuse(key: string, value: unknown, expected: string, from: Stated, problems: Problems): void {
  problems.error(
    placeOf(from, key),
    `The ${wordsFor(key)} is ${shown(value)}, not ${expected}; it was left out.`,
  );
}

function kept(value: unknown, key: string, from: Stated, problems: Problems): unknown {
  if (typeof value !== 'string') return value;
  const text = value.isWellFormed() ? value : value.toWellFormed();
  return text.length > LIMITS.textLength ? shorten(text, key, from, problems) : text;
}

function shorten(value: string, key: string, from: Stated, problems: Problems): string {
  const most = LIMITS.textLength.toLocaleString('en');
  const length = value.length.toLocaleString('en');
  problems.note(
    placeOf(from, key),
    `The ${wordsFor(key)} has ${length} characters; the first ${most} were kept.`,
  );
  return value.slice(0, LIMITS.textLength).toWellFormed();
}

function placeOf(from: Stated, key: string): string {
  return from.pointer.startsWith('line ') ? from.pointer : `${from.pointer}/${key}`;
}

const WORDS: Readonly<Record<string, string>> = {
  submitted_at: 'date of submission',
  created_at: 'time of creation',
  pith_number: 'Pith Number',
  authors_text: 'list of authors',
  primary_cat: 'primary category',
  arxiv_id: 'arXiv id',
  cited_arxiv_id: 'arXiv id',
  doi: 'DOI',
  openalex_id: 'OpenAlex id',
  canonical_sha256: 'canonical hash',
};

function wordsFor(key: string): string {
  return WORDS[key] ?? key.replaceAll('_', ' ');
}

/** A value as a person would point at it. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return `"${spelled(value.length > 60 ? `${value.slice(0, 59)}…` : value)}"`;
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

/** The text of a list of names or of one text; null where it is neither. */
export function joined(value: unknown): string | null {
  if (typeof value === 'string') return value.slice(0, LIMITS.textLength);
  if (!Array.isArray(value)) return null;
  const names = value
    .slice(0, 10_000)
    .map((item: unknown) => (isObject(item) ? (item['name'] ?? item['display_name']) : item));
  const texts = names.filter((name) => typeof name === 'string' && name !== '');
  return texts.length > 0 ? texts.join(', ').slice(0, LIMITS.textLength) : null;
}

import type { Evidence, Stated } from '../documents';
import { writeCanonical } from './canonical';
import { DEEPEST, parseExactly, type Exact } from './exact';
import { stated } from './read';

const KEY = '"canonical_record"';
/** An escape of an ASCII letter or `_`: with one, a key could be hidden from a search of the text. */
const HIDDEN_LETTER = /\\u00[5-7]/;
const MOST_DIGITS = 15;

/** The canonical records in the evidence: the record's own and those in events. */
export function recordsIn(evidence: Evidence): Stated[] {
  const inEvents = evidence.events.map((event) => stated(event, 'payload', 'canonical_record'));
  const found = [evidence.canonicalRecord, ...inEvents].filter((record) => record !== null);
  return [...new Map(found.map((record) => [record.pointer, record])).values()];
}

/**
 * Canonical texts by pointer. JSON.parse loses how numbers were written (1.0, big integers); where the text shows that
 * the records hold plain integers only, what it gave is exact, else the document is parsed again with numbers kept.
 */
export function canonicalTexts({ text }: Evidence, records: readonly Stated[]): Map<string, string> {
  if (readsExactly(text, records.length)) {
    return new Map(records.map(({ pointer, value }) => [pointer, writeCanonical(value)]));
  }
  const document = parseExactly(text);
  return new Map(records.map(({ pointer }) => [pointer, writeCanonical(at(document, pointer))]));
}

function at(document: Exact, pointer: string): Exact {
  let here: Exact | undefined = document;
  for (const key of pointer.split('/').slice(1)) {
    if (here instanceof Map) here = here.get(key);
    else here = Array.isArray(here) ? (here as readonly Exact[])[Number(key)] : undefined;
  }
  return here ?? null;
}

/**
 * Every canonical record in the parsed document stands in the text under its plain key. If there are as many in the
 * text as were parsed, none was overwritten by a repeated key, and each can be looked at as written.
 */
export function readsExactly(text: string, count: number): boolean {
  if (HIDDEN_LETTER.test(text)) return false;
  let found = 0;
  for (let key = text.indexOf(KEY); key !== -1; key = text.indexOf(KEY, key + 1)) {
    const start = startOfValue(text, key + KEY.length);
    if (start === -1) continue;
    if (++found > count || !hasPlainNumbers(text, start)) return false;
  }
  return found === count;
}

function startOfValue(text: string, after: number): number {
  let place = skipSpace(text, after);
  if (text[place] !== ':') return -1;
  place = skipSpace(text, place + 1);
  return place;
}

function skipSpace(text: string, from: number): number {
  let place = from;
  while (place < text.length && text.charCodeAt(place) <= 0x20) place++;
  return place;
}

/** Looks at the one JSON value that starts here, outside of its strings. */
function hasPlainNumbers(text: string, start: number): boolean {
  let depth = 0;
  for (let place = start; place < text.length; place++) {
    const unit = text.charCodeAt(place);
    if (unit === 0x22) place = endOfString(text, place);
    else if (unit === 0x7b || unit === 0x5b) depth++;
    else if (unit === 0x7d || unit === 0x5d) depth--;
    else if (unit === 0x2d || (unit >= 0x30 && unit <= 0x39)) {
      const end = endOfPlainNumber(text, place);
      if (end === -1) return false;
      place = end;
    }
    if (depth > DEEPEST) return false;
    if (depth <= 0) return true;
  }
  return true;
}

function endOfString(text: string, from: number): number {
  let place = from + 1;
  while (place < text.length && text.charCodeAt(place) !== 0x22)
    place += text.charCodeAt(place) === 0x5c ? 2 : 1;
  return place;
}

/** The last digit of a short whole number that is not -0; -1 for any other. */
function endOfPlainNumber(text: string, from: number): number {
  const first = text.charCodeAt(from) === 0x2d ? from + 1 : from;
  if (first > from && text.charCodeAt(first) === 0x30) return -1;
  let end = first;
  while (isDigit(text.charCodeAt(end))) end++;
  const next = text[end];
  return end - first > MOST_DIGITS || next === '.' || next === 'e' || next === 'E' ? -1 : end - 1;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

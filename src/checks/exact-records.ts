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
  const [first] = records;
  const written = plainlyWritten(text, records.length);
  if (written !== null && first) {
    const same = written.every((each) => each === written[0]) ? writeCanonical(first.value) : null;
    return new Map(records.map(({ pointer, value }) => [pointer, same ?? writeCanonical(value)]));
  }
  const document = parseExactly(text);
  return new Map(records.map(({ pointer }) => [pointer, writeCanonical(at(document, pointer))]));
}

/** What stands at a pointer whose keys need no escapes. */
export function at(document: Exact, pointer: string): Exact {
  let here: Exact = document;
  for (const key of pointer.split('/').slice(1)) here = childOf(here, key) ?? null;
  return here;
}

function childOf(parent: Exact, key: string): Exact | undefined {
  if (parent instanceof Map) return (parent as ReadonlyMap<string, Exact>).get(key);
  const items: readonly Exact[] = Array.isArray(parent) ? parent : [];
  return items[Number(key)];
}

/**
 * The canonical records as written, if they hold plain whole numbers only. Each in the parsed document stands in the
 * text under its plain key; if there are as many in the text as were parsed, none was overwritten by a repeated key.
 * Null where that is not so.
 */
export function plainlyWritten(text: string, count: number): string[] | null {
  if (text.includes('\\u00') && HIDDEN_LETTER.test(text)) return null;
  const found: string[] = [];
  for (let key = text.indexOf(KEY); key !== -1; key = text.indexOf(KEY, key + KEY.length)) {
    const start = startOfValue(text, key + KEY.length);
    if (start === -1) continue;
    const end = endOfPlainValue(text, start);
    if (end === -1 || found.length === count) return null;
    found.push(text.slice(start, end));
  }
  return found.length === count ? found : null;
}

/** Whether every number is a short whole one, so that what JSON.parse made of the text is exact. Takes JSON. */
export function holdsPlainNumbersOnly(text: string): boolean {
  return endOfPlainValue(text, skipSpace(text, 0)) !== -1;
}

function startOfValue(text: string, after: number): number {
  const colon = skipSpace(text, after);
  return text[colon] === ':' ? skipSpace(text, colon + 1) : -1;
}

function skipSpace(text: string, from: number): number {
  let place = from;
  while (place < text.length && text.charCodeAt(place) <= 0x20) place++;
  return place;
}

/** The end of the JSON value that starts here; -1 if a number in it is not a short whole one, or it is too deep. */
function endOfPlainValue(text: string, start: number): number {
  let depth = 0;
  for (let place = start; place < text.length; place++) {
    const unit = text.charCodeAt(place);
    if (unit === 0x22) place = endOfString(text, place);
    else if (unit === 0x7b || unit === 0x5b) depth++;
    else if (unit === 0x7d || unit === 0x5d) depth--;
    else if (unit === 0x2d || isDigit(unit)) place = endOfPlainNumber(text, place);
    if (place === -1 || depth > DEEPEST) return -1;
    if (depth <= 0) return place + 1;
  }
  return -1;
}

function endOfString(text: string, from: number): number {
  let quote = text.indexOf('"', from + 1);
  while (quote !== -1 && isEscaped(text, quote)) quote = text.indexOf('"', quote + 1);
  return quote;
}

function isEscaped(text: string, quote: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(quote - 1 - slashes) === 0x5c) slashes++;
  return slashes % 2 === 1;
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

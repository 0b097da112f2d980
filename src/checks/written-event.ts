import type { Evidence } from '../documents';
import { Failure } from '../model';
import { hasLoneSurrogate, writeCanonical } from './canonical';
import { ExactNumber, parseExactly } from './exact';
import { at, holdsPlainNumbersOnly } from './exact-records';

/** An event as a document states it, with numbers that can be written again as they were. */
export interface WrittenEvent {
  /** What `parseExactly` made; or JSON.parse, where all numbers are short and whole. */
  readonly value: unknown;
  readonly pointer: string;
}

/** The events of a bundle or state. */
export function eventsOf({ text, events }: Pick<Evidence, 'text' | 'events'>): readonly WrittenEvent[] {
  if (events.length === 0 || holdsPlainNumbersOnly(text)) return events;
  const document = parseExactly(text);
  return events.map(({ pointer }) => ({ pointer, value: at(document, pointer) }));
}

/** An event from its JSON. Throws a Failure of kind `unreadable` or `too-large`. */
export function eventFrom(text: string): WrittenEvent {
  return { value: parseWritten(text), pointer: '' };
}

export function parseWritten(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new Failure('unreadable', 'It is not JSON.', { cause });
  }
  return holdsPlainNumbersOnly(text) ? value : parseExactly(text);
}

/** The keys and values of an object; null for anything else. */
export function entriesOf(value: unknown): readonly (readonly [key: string, value: unknown])[] | null {
  if (value instanceof Map) return [...(value as ReadonlyMap<string, unknown>)];
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject && !(value instanceof ExactNumber) ? Object.entries(value) : null;
}

/** What stands under keys; null where there is nothing. */
export function member(value: unknown, ...path: readonly string[]): unknown {
  let here = value;
  for (const key of path) here = memberOf(here, key);
  return here ?? null;
}

function memberOf(value: unknown, key: string): unknown {
  if (value instanceof Map) return (value as ReadonlyMap<string, unknown>).get(key);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

export function textMember(value: unknown, ...path: readonly string[]): string | null {
  const found = member(value, ...path);
  return typeof found === 'string' ? found : null;
}

/** The object without what stands under keys; the value itself where nothing does. */
export function without(value: unknown, [key = '', ...rest]: readonly string[]): unknown {
  const entries = entriesOf(value);
  if (entries === null || memberOf(value, key) === undefined) return value;
  if (rest.length === 0) return new Map(entries.filter(([name]) => name !== key));
  return new Map(entries.map(([name, item]) => [name, name === key ? without(item, rest) : item]));
}

/** Null where it has no UTF-8, because it holds half of a character. */
export function canonicalText(value: unknown): string | null {
  const text = writeCanonical(value);
  return hasLoneSurrogate(text) ? null : text;
}

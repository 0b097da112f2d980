import { Failure } from '../model';
import { DEEPEST, ExactNumber, parseExactly, tooDeep } from './exact';
import { stringifyInOrder, type Container } from './in-key-order';

/**
 * The text whose UTF-8 is hashed: what Python's
 * `json.dumps(json.loads(text), sort_keys=True, separators=(',', ':'), ensure_ascii=False)` gives, to the byte. Keys are
 * in the order of code points, numbers as Python writes them, and of a repeated key the last is kept. Not RFC 8785.
 * Fails with kind `unreadable` for what is not JSON (NaN and Infinity, which Python takes, among it) and `too-large`
 * for what is nested more than 200 levels deep. A lone surrogate stays as it is: such a text has no hash.
 */
export function canonicalJson(text: string): string {
  try {
    JSON.parse(text);
  } catch (cause) {
    throw new Failure('unreadable', 'it is not JSON', { cause });
  }
  return writeCanonical(parseExactly(text));
}

/** What JSON.parse or `parseExactly` gave, canonical. Plain numbers must be whole and exact. */
export function writeCanonical(value: unknown): string {
  const quickly = typeof value === 'object' && value !== null ? stringifyInOrder(value as Container) : null;
  return quickly ?? writeByHand(value, 0);
}

function writeByHand(value: unknown, depth: number): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return String(value === 0 ? 0 : value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof ExactNumber) return value.text;
  if (depth > DEEPEST) throw tooDeep();
  if (Array.isArray(value))
    return `[${value.map((item: unknown) => writeByHand(item, depth + 1)).join(',')}]`;
  return value instanceof Map ? writeEntries([...value], depth) : writeEntries(Object.entries(value), depth);
}

function writeEntries(entries: [key: string, item: unknown][], depth: number): string {
  entries.sort(([a], [b]) => compareByCodePoint(a, b));
  let text = '{';
  for (const [key, item] of entries) {
    text += `${text.length > 1 ? ',' : ''}${quoted(key)}:${writeByHand(item, depth + 1)}`;
  }
  return `${text}}`;
}

const LONE_SURROGATE = /\p{Surrogate}/u;
const ESCAPED = /["\\\p{Control}]/gu;

/** A text with a lone surrogate has no UTF-8, so nothing can be the hash of it. */
export function hasLoneSurrogate(text: string): boolean {
  return LONE_SURROGATE.test(text);
}

/** JSON.stringify escapes lone surrogates too, which Python does not. */
function quoted(text: string): string {
  const json = JSON.stringify(text);
  if (!json.includes('\\ud') || !hasLoneSurrogate(text)) return json;
  return `"${text.replace(ESCAPED, (character) => JSON.stringify(character).slice(1, -1))}"`;
}

/** UTF-16 puts the surrogates of high code points before U+E000 to U+FFFF; here they come after. */
function compareByCodePoint(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at++) {
    const [unitA, unitB] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (unitA !== unitB) return rank(unitA) - rank(unitB);
  }
  return a.length - b.length;
}

function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

import type { Stated } from '../documents';

type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What an object states under a key; null where it states nothing. */
export function stated(from: Stated | null, ...path: readonly string[]): Stated | null {
  let at = from;
  for (const key of path) {
    if (at === null || !isObject(at.value) || !Object.hasOwn(at.value, key)) return null;
    const value = at.value[key];
    at = value === null || value === undefined ? null : { value, pointer: `${at.pointer}/${key}` };
  }
  return at;
}

export function textOf(from: Stated | null): string | null {
  return typeof from?.value === 'string' ? from.value : null;
}

/** A value in the words of a finding. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return value.length > 100 ? `"${value.slice(0, 99)}…"` : `"${value}"`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === undefined || value === null) return 'nothing';
  return Array.isArray(value) ? 'a list' : 'an object';
}

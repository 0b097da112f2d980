import type { Stated } from '../documents';

type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What an object states under a key; null where it states nothing. */
export function stated(from: Stated | null, ...path: readonly string[]): Stated | null {
  let value: unknown = from?.value;
  for (const key of path) {
    if (!isObject(value) || !Object.hasOwn(value, key)) return null;
    value = value[key];
  }
  if (from === null || value === null || value === undefined) return null;
  return { value, pointer: `${from.pointer}/${path.join('/')}` };
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

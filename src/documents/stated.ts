import { LIMITS } from './limits';

/** A value as a document states it, with its place. Nothing in it is trusted. */
export interface Stated {
  readonly value: unknown;
  /** JSON pointer from the document's root. */
  readonly pointer: string;
}

export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands at a path below; null where anything on the way is missing or null. */
export function within(from: Stated | null, ...path: readonly string[]): Stated | null {
  let value: unknown = from?.value;
  for (const key of path) {
    if (!isObject(value) || !Object.hasOwn(value, key)) return null;
    value = value[key];
  }
  if (from === null || value === null || value === undefined) return null;
  return { value, pointer: `${from.pointer}/${path.join('/')}` };
}

/** The items of a list, one more than the most at most; none where it is no list. */
export function each(list: Stated | null, most: number = LIMITS.listItems): Stated[] {
  if (list === null || !Array.isArray(list.value)) return [];
  return list.value
    .slice(0, most + 1)
    .map((value: unknown, index) => ({ value, pointer: `${list.pointer}/${index}` }));
}

export function present(list: readonly (Stated | null)[]): Stated[] {
  return list.filter((stated) => stated !== null);
}

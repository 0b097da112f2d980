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
  let at = from;
  for (const key of path) {
    if (at === null || !isObject(at.value) || !Object.hasOwn(at.value, key)) return null;
    const value = at.value[key];
    at = value === null || value === undefined ? null : { value, pointer: `${at.pointer}/${key}` };
  }
  return at;
}

/** The items of a list; none where it is no list. */
export function each(list: Stated | null): Stated[] {
  if (list === null || !Array.isArray(list.value)) return [];
  return list.value.map((value: unknown, index) => ({ value, pointer: `${list.pointer}/${index}` }));
}

export function present(list: readonly (Stated | null)[]): Stated[] {
  return list.filter((stated) => stated !== null);
}

/** Between items of a bound list: a unit separator, which is stripped from the items. */
export const SEPARATOR = '\u001f';

/** A list as one bound text, because the database binds no lists; in SQL: `unnest(string_split(?, chr(31)))`. */
export function joined(items: readonly (string | number)[]): string {
  return items.map((item) => String(item).replaceAll(SEPARATOR, '')).join(SEPARATOR);
}

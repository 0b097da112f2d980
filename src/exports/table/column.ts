import type { ColumnType, ExportTable } from './export-table';

/** A column all of whose values are of its type. A date is whole days since 1970-01-01. */
export type Column = { readonly name: string } & (
  | { readonly type: 'text'; readonly values: readonly (string | null)[] }
  | { readonly type: 'integer'; readonly values: readonly (bigint | null)[] }
  | { readonly type: 'double'; readonly values: readonly (number | null)[] }
  | { readonly type: 'boolean'; readonly values: readonly (boolean | null)[] }
  | { readonly type: 'date'; readonly values: readonly (number | null)[] }
);

const DAY = 86_400_000;

/** A column with a value that is not of its type is one of text, which holds each value exactly. */
export function columnsOf({ names, types, columns }: ExportTable): Column[] {
  const unique = uniqueNames(names);
  return columns.map((values, place) => columnOf(unique[place] ?? '', types[place] ?? 'text', values));
}

function columnOf(name: string, type: ColumnType, values: readonly unknown[]): Column {
  const text = (): Column => ({ name, type: 'text', values: values.map(textOf) });
  switch (type) {
    case 'text':
      return text();
    case 'integer': {
      const whole = all(values, integerOf);
      return whole ? { name, type, values: whole } : text();
    }
    case 'double': {
      const numbers = all(values, (value) => (typeof value === 'number' ? value : undefined));
      return numbers ? { name, type, values: numbers } : text();
    }
    case 'boolean': {
      const truths = all(values, (value) => (typeof value === 'boolean' ? value : undefined));
      return truths ? { name, type, values: truths } : text();
    }
    case 'date': {
      const days = all(values, dayOf);
      return days ? { name, type, values: days } : text();
    }
  }
}

/** Null where one of the values is not of the kind. */
function all<T>(values: readonly unknown[], read: (value: unknown) => T | undefined): (T | null)[] | null {
  const found: (T | null)[] = [];
  for (const value of values) {
    const one = value === null || value === undefined ? null : read(value);
    if (one === undefined) return null;
    found.push(one);
  }
  return found;
}

function integerOf(value: unknown): bigint | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : undefined;
  if (typeof value !== 'bigint' && !(typeof value === 'string' && /^-?\d{1,19}$/.test(value)))
    return undefined;
  const whole = BigInt(value);
  return BigInt.asIntN(64, whole) === whole ? whole : undefined;
}

function dayOf(value: unknown): number | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return undefined;
  const milliseconds = Date.parse(`${value}T00:00:00Z`);
  return Number.isNaN(milliseconds) || dateText(milliseconds / DAY) !== value
    ? undefined
    : milliseconds / DAY;
}

export function dateText(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  return (JSON.stringify(value, plainPart) ?? '').toWellFormed();
}

function plainPart(_: string, part: unknown): unknown {
  if (typeof part === 'bigint') return Number.isSafeInteger(Number(part)) ? Number(part) : String(part);
  if (part instanceof Map) return Object.fromEntries(part);
  return ArrayBuffer.isView(part) ? Array.from(part as unknown as ArrayLike<unknown>) : part;
}

/** Readers know columns by name: a second `id` is `id_2`, one without a name `column`. */
function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((said) => {
    const name = said.toWellFormed() || 'column';
    let unique = name;
    for (let count = 2; taken.has(unique); count++) unique = `${name}_${count}`;
    taken.add(unique);
    return unique;
  });
}

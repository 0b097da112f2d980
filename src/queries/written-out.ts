import type { Parameter } from '../tables';

/** Strings, quoted names and comments, in which a question mark is none of ours; then the marks. */
const PARTS = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[^]*?\*\/|\?(\d*)/g;

/** The SQL with the values that were bound written into it: the same question for a person to read, change and run. */
export function writtenOut(sql: string, parameters: readonly Parameter[]): string {
  let next = 0;
  return sql.trim().replace(PARTS, (part: string, number: string | undefined) => {
    if (number === undefined) return part;
    const place = number === '' ? next++ : Number(number) - 1;
    return literal(parameters[place] ?? null);
  });
}

/** A text's only special sign is its quote; a NUL cannot be written in a text. */
function literal(value: Parameter): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return value < 0 ? `(${value})` : String(value);
  if (typeof value === 'boolean') return String(value);
  const parts = value.toWellFormed().replaceAll("'", "''").split('\0');
  return parts.length === 1 ? `'${parts[0]}'` : `('${parts.join("' || chr(0) || '")}')`;
}

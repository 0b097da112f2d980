export type CsvCell = string | number | boolean | null;

/** Rows as CSV (RFC 4180); what is not known is an empty cell. */
export function csvOf(rows: readonly (readonly CsvCell[])[]): string {
  return `${rows.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** A text that a spreadsheet would take for a formula is marked as text. */
function quoted(cell: CsvCell): string {
  if (typeof cell !== 'string') return String(cell ?? '');
  const text = /^[=+\-@\t\r]/.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

type Cell = string | number | null;

/** Rows as CSV (RFC 4180); what is not known is an empty cell. */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return `${rows.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

/** A text that a spreadsheet would take for a formula is marked as text. */
function quoted(cell: Cell): string {
  if (typeof cell !== 'string') return String(cell ?? '');
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

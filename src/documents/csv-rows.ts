/** A row of CSV, with the line that it begins in. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/**
 * The rows of CSV (RFC 4180) with any sign between cells; empty lines are left out. A quotation mark that is not closed
 * takes all that follows, as the RFC has it.
 */
export function* csvRows(text: string, separator: string): Generator<CsvRow> {
  let [at, line] = [0, 1];
  while (at < text.length) {
    const row: string[] = [];
    const first = line;
    let isEnd = false;
    while (!isEnd) {
      const cell = text[at] === '"' ? quoted(text, at) : { text: '', end: at };
      const end = endOfCell(text, cell.end, separator);
      row.push(cell.text + text.slice(cell.end, end).replace(/\r$/, ''));
      line += countLines(text, at, end);
      isEnd = text[end] !== separator;
      at = end + 1;
    }
    line++;
    if (row.length > 1 || row[0] !== '') yield { cells: row, line: first };
  }
}

function quoted(text: string, start: number): { readonly text: string; readonly end: number } {
  const parts: string[] = [];
  for (let from = start + 1; ;) {
    const mark = text.indexOf('"', from);
    if (mark === -1) return { text: parts.join('') + text.slice(from), end: text.length };
    parts.push(text.slice(from, mark));
    if (text[mark + 1] !== '"') return { text: parts.join(''), end: mark + 1 };
    parts.push('"');
    from = mark + 2;
  }
}

function endOfCell(text: string, from: number, separator: string): number {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end++;
  return end;
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

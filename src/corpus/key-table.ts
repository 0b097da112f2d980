import { Failure } from '../model';

/**
 * Rows of numbers in pages, sorted by keys that are spread evenly (`keyOf`): on which page a key stands is worked out from
 * it, so that one short range answers, in a corpus of any size. Pages are filled to seven tenths on average; what does
 * not fit on one stands on the next, and the last page is there for that alone. Of a row each number takes four bytes,
 * or eight as a double, the low ones first; a key of 0 is no row, and ends its page.
 */
export const PAGE = 4096;
const FILLED = 0.7;

/** Bytes of each number of a row; the first is the key. */
export type Widths = readonly (4 | 8)[];

export function rowsOnPage(widths: Widths): number {
  return Math.floor(PAGE / rowLength(widths));
}

/** Pages that keys are spread over, beside the last. */
export function pagesFor(rows: number, widths: Widths): number {
  return Math.max(1, Math.ceil(rows / (FILLED * rowsOnPage(widths))));
}

export function pageOf(key: number, pages: number): number {
  return Math.floor((key / 2 ** 52) * pages);
}

/** All rows of a key. */
export async function rowsOfKey(
  key: number,
  widths: Widths,
  file: { readonly name: string; readonly bytes: number },
  read: (start: number, bytes: number) => Promise<Uint8Array>,
): Promise<number[][]> {
  const pages = file.bytes / PAGE - 1;
  if (!(Number.isInteger(pages) && pages >= 1))
    throw new Failure(
      'unreadable',
      `${file.name} of this corpus is damaged: it is no whole number of pages.`,
    );
  const found: number[][] = [];
  for (let page = pageOf(key, pages); page <= pages; page++) {
    const rows = rowsIn(await read(page * PAGE, PAGE), widths);
    found.push(...rows.filter(([own]) => own === key));
    const [last = 0] = rows.at(-1) ?? [];
    if (rows.length < rowsOnPage(widths) || last > key) break;
  }
  return found;
}

/** The rows of a page, or of any other bytes that rows alone stand in. */
export function rowsIn(bytes: Uint8Array, widths: Widths): number[][] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = rowLength(widths);
  const rows: number[][] = [];
  for (let start = 0; start + length <= bytes.length; start += length) {
    const row = rowAt(view, start, widths);
    if (row[0] === 0) break;
    rows.push(row);
  }
  return rows;
}

export function rowAt(view: DataView, start: number, widths: Widths): number[] {
  let at = start;
  return widths.map((width) => {
    const number = width === 8 ? view.getFloat64(at, true) : view.getUint32(at, true);
    at += width;
    return number;
  });
}

export function writeRow(view: DataView, start: number, widths: Widths, row: readonly number[]): void {
  let at = start;
  widths.forEach((width, nth) => {
    const number = row[nth] ?? 0;
    if (width === 8) view.setFloat64(at, number, true);
    else view.setUint32(at, number, true);
    at += width;
  });
}

export function rowLength(widths: Widths): number {
  return widths.reduce((sum, width) => sum + width, 0);
}

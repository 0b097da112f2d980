import { measure, shortened } from '../scene';

/** Text as every format can hold it: no control characters, no half pairs, one line, spaces of one kind (fontkit cannot read the thin and empty ones of our fonts). */
export function cleaned(text: string): string {
  return text
    .replace(/[\t\n\v\f\r\u0085\p{Z}]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu, '')
    .trim();
}

export interface Setting {
  readonly size: number;
  readonly isStrong: boolean;
  readonly width: number;
  /** More rows are cut, with an ellipsis. */
  readonly most: number;
}

/** The text in rows that fit a width; a word that is wider than a row is broken. */
export function rowsOf(text: string, { size, isStrong, width, most }: Setting): string[] {
  const fits = (row: string) => measure(row, size, isStrong) <= width;
  const rows: string[] = [];
  let row = '';
  for (const word of text.split(' ').filter(Boolean)) {
    if (row && fits(`${row} ${word}`)) row = `${row} ${word}`;
    else {
      if (row) rows.push(row);
      const pieces = fits(word) ? [word] : broken(word, fits);
      rows.push(...pieces.slice(0, -1));
      row = pieces.at(-1) ?? '';
    }
    if (rows.length > most) break;
  }
  if (row) rows.push(row);
  if (rows.length <= most) return rows;
  return [...rows.slice(0, most - 1), shortened(`${rows[most - 1]} …`, size, isStrong, width)];
}

function broken(word: string, fits: (row: string) => boolean): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece && !fits(piece + character)) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

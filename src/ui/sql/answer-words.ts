import type { Answer, Cell } from '../../explorer';
import { counted, grouped } from '../numbers';

/** 12 rows in 0.03 s. */
export function answerInWords({ rowCount, hasMore, milliseconds }: Answer): string {
  const took = `in ${secondsInWords(milliseconds)}`;
  return hasMore
    ? `The first ${grouped(rowCount)} rows ${took}; there are more`
    : `${counted(rowCount, 'row')} ${took}`;
}

function secondsInWords(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  return seconds < 0.01 ? 'less than 0.01 s' : `${seconds.toFixed(seconds < 10 ? 2 : 0)} s`;
}

const MOST_CHARACTERS = 500;

/** A cell on one line; a number as SQL writes it. */
export function cellText(cell: Cell): string {
  const text = cell === null ? 'NULL' : String(cell);
  const line = text.replace(/\s+/g, ' ');
  return line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS)}…` : line;
}

/** Widths are settled by what stands in so many rows. */
const ROWS_MEASURED = 50;
const PADDING = 3;

/** Of each column: the characters it needs at least, and its share of what room there is. */
export function widthsOf(answer: Answer, columns: number): (readonly [least: number, share: number])[] {
  return answer.columns.slice(0, columns).map(({ name, type }, column) => {
    let longest = Math.max(name.length + 1, type.length);
    for (let row = 0; row < Math.min(ROWS_MEASURED, answer.rowCount); row++)
      longest = Math.max(longest, cellText(answer.cell(row, column)).length);
    return [Math.min(longest, 28) + PADDING, Math.min(longest, 60) + PADDING];
  });
}

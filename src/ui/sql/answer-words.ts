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

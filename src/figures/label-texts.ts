import { isFormal, type SceneNode } from '../model';
import { ASCENT, DESCENT, measure, shortened, shortenedInside } from '../scene';
import { LABEL_LEADING } from './label';
import { cleaned } from './words';

/** A label's words in rows, with the room they take. */
export interface LabelText {
  readonly rows: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** CSS pixels: a title on one row, on each of two, on each of two narrow ones, and a short one for a tight place. */
const [ONE_ROW, TWO_ROWS, TWO_NARROW, SHORT] = [150, 138, 100, 92];

/** The ways to write a label, the fullest first; two rows are as even as can be. */
export function labelTexts(node: SceneNode, size: number): LabelText[] {
  const text = cleaned(node.label);
  if (text === '') return [];
  const { isFocus } = node;
  const cut = (room: number) =>
    isFormal(node.kind) && !text.includes(' ')
      ? shortenedInside(text, size, isFocus, room)
      : shortened(text, size, isFocus, room);
  const written = (rows: readonly string[]): LabelText => ({
    rows,
    width: Math.max(...rows.map((row) => measure(row, size, isFocus))),
    height: (ASCENT + DESCENT + (rows.length - 1) * LABEL_LEADING) * size,
  });
  if (measure(text, size, isFocus) <= ONE_ROW) {
    const rows = evenRows(text, size, isFocus);
    const isLong = rows.length === 2 && measure(text, size, isFocus) > SHORT;
    return [[text], ...(isLong ? [rows] : []), [cut(SHORT)]].map(written);
  }
  const onTwo = (room: number) =>
    evenRows(shortened(text, size, isFocus, 2 * room - 2 * size), size, isFocus);
  return [onTwo(TWO_ROWS), onTwo(TWO_NARROW), [cut(ONE_ROW)], [cut(SHORT)]].map(written);
}

/** Broken at the space that makes the longer row shortest. */
function evenRows(text: string, size: number, isStrong: boolean): string[] {
  const spaces = [...text.matchAll(/ /gu)].map(({ index }) => index);
  let best: string[] = [text];
  let least = Infinity;
  for (const space of spaces) {
    const rows = [text.slice(0, space), text.slice(space + 1)];
    const longer = Math.max(...rows.map((row) => measure(row, size, isStrong)));
    if (longer < least) [best, least] = [rows, longer];
  }
  return best;
}

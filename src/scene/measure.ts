import advances from './advances.json';

interface Face {
  readonly unitsPerEm: number;
  readonly default: number;
  readonly widths: Readonly<Record<string, number>>;
}

function faceOf(isStrong: boolean): Face {
  return isStrong ? advances.semibold : advances.regular;
}

/** Width of a text in CSS pixels, from the advance widths of the fonts that ship with the app (no kerning). */
export function measure(text: string, size: number, isStrong: boolean): number {
  const face = faceOf(isStrong);
  let units = 0;
  for (const character of text) units += face.widths[character] ?? face.default;
  return (units / face.unitsPerEm) * size;
}

/** The text cut at a word where it can be, with an ellipsis, to fit a width. */
export function shortened(text: string, size: number, isStrong: boolean, width: number): string {
  if (measure(text, size, isStrong) <= width) return text;
  const kept = text.slice(0, lengthWithin(text, size, isStrong, width));
  const space = kept.lastIndexOf(' ');
  const cut = space > kept.length * 0.55 ? kept.slice(0, space) : kept;
  return `${cut.replace(/[\s,;:.–-]+$/u, '')}…`;
}

/** How much of the text fits with an ellipsis after it. */
function lengthWithin(text: string, size: number, isStrong: boolean, width: number): number {
  const face = faceOf(isStrong);
  let units = face.widths['…'] ?? face.default;
  let length = 0;
  for (const character of text) {
    units += face.widths[character] ?? face.default;
    if ((units / face.unitsPerEm) * size > width) break;
    length += character.length;
  }
  return length;
}

/** The text without its middle, to fit a width: where names begin alike, their ends tell them apart. */
export function shortenedInside(text: string, size: number, isStrong: boolean, width: number): string {
  if (measure(text, size, isStrong) <= width) return text;
  const characters = [...text];
  for (let kept = characters.length - 1; kept > 1; kept--) {
    const end = Math.floor(kept / 2);
    const cut = `${characters.slice(0, kept - end).join('')}…${characters.slice(-end).join('')}`;
    if (measure(cut, size, isStrong) <= width) return cut;
  }
  return shortened(text, size, isStrong, width);
}

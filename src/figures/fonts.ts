import type { Font } from 'fontkit';
import cyrillic400 from '@fontsource/source-sans-3/files/source-sans-3-cyrillic-400-normal.woff?url';
import cyrillic600 from '@fontsource/source-sans-3/files/source-sans-3-cyrillic-600-normal.woff?url';
import greek400 from '@fontsource/source-sans-3/files/source-sans-3-greek-400-normal.woff?url';
import greek600 from '@fontsource/source-sans-3/files/source-sans-3-greek-600-normal.woff?url';
import latin400 from '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff?url';
import latin600 from '@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff?url';
import latinExt400 from '@fontsource/source-sans-3/files/source-sans-3-latin-ext-400-normal.woff?url';
import latinExt600 from '@fontsource/source-sans-3/files/source-sans-3-latin-ext-600-normal.woff?url';
import type { Segment } from '../scene';
import type { Part, Sheet, WordsPart } from './sheet';

declare module 'fontkit' {
  // Its browser build takes any bytes; the published types know Node's alone.
  function create(bytes: Uint8Array): Font | FontCollection;
}

/** Addresses of the fonts that ship with the app, the likeliest first. WOFF, because PDFs are made without Brotli. */
export const FONT_FILES = [
  { regular: latin400, strong: latin600 },
  { regular: latinExt400, strong: latinExt600 },
  { regular: greek400, strong: greek600 },
  { regular: cyrillic400, strong: cyrillic600 },
] as const;

export type ReadFile = (address: string) => Promise<Uint8Array>;

export interface Face {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly font: Font;
}

export interface Faces {
  readonly regular: readonly Face[];
  readonly strong: readonly Face[];
}

/** The fonts that the words of these sheets need. */
export async function facesFor(sheets: readonly Sheet[], read: ReadFile): Promise<Faces> {
  const missing = new Set(sheets.flatMap(wordsIn).flatMap(({ text }) => [...text]));
  const regular: Face[] = [];
  const strong: Face[] = [];
  for (const files of FONT_FILES) {
    if (regular.length > 0 && missing.size === 0) break;
    const face = await faceFrom(files.regular, read);
    const covered = [...missing].filter((character) => has(face, character));
    if (regular.length > 0 && covered.length === 0) continue;
    for (const character of covered) missing.delete(character);
    regular.push(face);
    strong.push(await faceFrom(files.strong, read));
  }
  return { regular, strong };
}

async function faceFrom(address: string, read: ReadFile): Promise<Face> {
  const [bytes, { create }] = await Promise.all([read(address), import('fontkit')]);
  const font = create(bytes);
  if ('fonts' in font) throw new Error('A font of the app is a collection of fonts.');
  return { name: address, bytes, font };
}

export function wordsIn({ parts }: Sheet): WordsPart[] {
  const words = (part: Part): WordsPart[] =>
    part.kind === 'group' ? part.parts.flatMap(words) : part.kind === 'words' ? [part] : [];
  return parts.flatMap(words);
}

function has({ font }: Face, character: string): boolean {
  return font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
}

export interface Run {
  readonly face: Face;
  readonly text: string;
  /** Over the size. */
  readonly width: number;
}

/** What no font has. */
const REPLACEMENTS = ['\ufffd', '□', '?'];

/** Words in runs of one font each; what no font has is replaced. */
export function runsOf({ text, isStrong }: WordsPart, { regular, strong }: Faces): Run[] {
  const faces = isStrong ? strong : regular;
  const runs: { face: Face; text: string }[] = [];
  for (const character of text.normalize('NFC')) {
    const found = faces.find((face) => has(face, character));
    const face = found ?? faces[0];
    if (!face) return [];
    const written = found ? character : (REPLACEMENTS.find((one) => has(face, one)) ?? '?');
    const last = runs.at(-1);
    if (last?.face === face) last.text += written;
    else runs.push({ face, text: written });
  }
  return runs.map((run) => ({ ...run, width: widthOf(run.face, run.text) }));
}

function widthOf({ font }: Face, text: string): number {
  return font.layout(text).advanceWidth / font.unitsPerEm;
}

const SHARES = { start: 0, middle: 0.5, end: 1 } as const;

/** Where words begin, by the widths that their fonts give them. */
export function startOf({ x, size, anchor }: WordsPart, runs: readonly Run[]): number {
  return x - SHARES[anchor] * size * runs.reduce((sum, { width }) => sum + width, 0);
}

/** The outlines of words, in points of the page. */
export function outlinesOf(words: WordsPart, faces: Faces): Segment[] {
  const runs = runsOf(words, faces);
  let left = startOf(words, runs);
  return runs.flatMap(({ face: { font }, text, width }) => {
    const scale = words.size / font.unitsPerEm;
    const { glyphs, positions } = font.layout(text);
    let pen = left;
    left += width * words.size;
    return glyphs.flatMap((glyph, index) => {
      const place = positions[index];
      const x = pen + (place?.xOffset ?? 0) * scale;
      const y = words.y - (place?.yOffset ?? 0) * scale;
      pen += (place?.xAdvance ?? 0) * scale;
      return segmentsOf(glyph.path.commands, (at) => [x + at[0] * scale, y - at[1] * scale]);
    });
  });
}

type Pair = readonly [number, number];
type Command = Font['layout'] extends (...all: never[]) => { glyphs: { path: { commands: (infer One)[] } }[] }
  ? One
  : never;

/** TrueType's quadratic curves as cubic ones. */
function segmentsOf(commands: readonly Command[], onto: (at: Pair) => Pair): Segment[] {
  let last: Pair = [0, 0];
  return commands.flatMap(({ command, args }): Segment[] => {
    const points: Pair[] = [];
    for (let at = 0; at + 1 < args.length; at += 2) points.push(onto([args[at] ?? 0, args[at + 1] ?? 0]));
    const before = last;
    last = points.at(-1) ?? last;
    const [a = last, b = last] = points;
    switch (command) {
      case 'moveTo':
        return [['M', ...last]];
      case 'lineTo':
        return [['L', ...last]];
      case 'quadraticCurveTo':
        return [['C', ...twoThirds(before, a), ...twoThirds(last, a), ...last]];
      case 'bezierCurveTo':
        return [['C', ...a, ...b, ...last]];
      default:
        return command === 'closePath' ? [['Z']] : [];
    }
  });
}

function twoThirds([x, y]: Pair, [toX, toY]: Pair): Pair {
  return [x + ((toX - x) * 2) / 3, y + ((toY - y) * 2) / 3];
}

import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import fontFaces from '../ui/fonts.css?raw';

/** How wide the letters of one face are, in its own units. */
interface Face {
  readonly unitsPerEm: number;
  readonly ascender: number;
  readonly descender: number;
  /** For a letter the face lacks, which another font draws: a full em, as in Chinese or Japanese. */
  readonly default: number;
  readonly widths: Readonly<Record<string, number>>;
}

const STAGE_FAMILY = 'Source Sans 3';
const WEIGHTS = { regular: 400, semibold: 600 };

/** Latin with its accents, those that combine, Greek, punctuation, superscripts, currencies, letterlike signs, arrows, mathematics. */
const BLOCKS: readonly Range[] = [
  [0x20, 0x17f],
  [0x218, 0x21b],
  [0x300, 0x3ff],
  [0x2000, 0x22ff],
];

type Range = readonly [first: number, last: number];

const TARGET = new URL('../scene/advances.json', import.meta.url);

/**
 * Writes the advance widths of the stage's fonts to `src/scene/advances.json`, by the same files and ranges of
 * letters as `fonts.css` gives the browser. With `--check` it only says whether that file is up to date.
 */
export async function main(args: readonly string[]): Promise<void> {
  const { regular, semibold } = WEIGHTS;
  const faces = { regular: await readFace(regular), semibold: await readFace(semibold) };
  const text = `${JSON.stringify(faces)}\n`;
  if (!args.includes('--check')) await writeFile(TARGET, text);
  else if ((await readFile(TARGET, 'utf8')) !== text)
    throw new Error('Run `npm run advances`: the fonts changed.');
}

async function readFace(weight: number): Promise<Face> {
  const widths: Record<string, number> = {};
  let metrics: Font | undefined;
  for (const { file, ranges } of subsetsOf(weight)) {
    const font = await open(file);
    metrics ??= font;
    for (const code of font.characterSet) {
      if (!isWithin(BLOCKS, code) || !isWithin(ranges, code)) continue;
      widths[String.fromCodePoint(code)] ??= Math.round(font.glyphForCodePoint(code).advanceWidth);
    }
  }
  if (!metrics) throw new Error(`fonts.css has no ${STAGE_FAMILY} of weight ${weight}.`);
  const { unitsPerEm, ascent, descent } = metrics;
  return { unitsPerEm, ascender: ascent, descender: descent, default: unitsPerEm, widths };
}

function isWithin(ranges: readonly Range[], code: number): boolean {
  return ranges.some(([first, last]) => code >= first && code <= last);
}

async function open(file: string): Promise<Font> {
  const path = createRequire(import.meta.url).resolve(file);
  const font = create(await readFile(path));
  if ('fonts' in font) throw new Error(`${file} is a collection of fonts.`);
  return font;
}

function subsetsOf(weight: number) {
  return fontFaces
    .split('@font-face')
    .filter((rule) => rule.includes(`'${STAGE_FAMILY}'`) && rule.includes(`font-weight: ${weight};`))
    .map((rule) => ({ file: /url\('([^']+)'\)/.exec(rule)?.[1] ?? '', ranges: rangesOf(rule) }));
}

function rangesOf(rule: string): Range[] {
  const list = /unicode-range:([^;]+);/.exec(rule)?.[1] ?? '';
  return [...list.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)].map(([, first = '', last = first]) => [
    parseInt(first, 16),
    parseInt(last, 16),
  ]);
}

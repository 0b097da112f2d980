import type { Recipe } from '../model';
import { measure, type Segment } from '../scene';
import { fadedPart } from './onto-sheet';
import { RECIPE_ID, recipeText } from './recipe-text';
import type { GroupPart, Ink, Part, Sheet, WordsPart } from './sheet';

/** Draws words as an outline; null leaves them as text. */
export type Outliner = (words: WordsPart) => readonly Segment[];

export interface SvgLook {
  readonly outline?: Outliner | undefined;
  /** Before each id, where several drawings stand in one page to be shown: links would lead away from it. */
  readonly prefix?: string;
  /**
   * What is highlighted is drawn faded too, and above that as groups of class `fragment` that appear at once, as
   * reveal.js shows them (https://revealjs.com/fragments/).
   */
  readonly isRevealed?: boolean;
  /** As wide as its place, and not as the page. */
  readonly isFluid?: boolean;
  /** Whether something else names the lines: of many, their titles are longer than the picture. */
  readonly hasBareLines?: boolean;
}

/** What is there instead, where ours is not, should be no wider: office programs and some viewers keep no `textLength`. */
const FONTS = "'Source Sans 3', 'Source Sans Pro', Calibri, Carlito, sans-serif";

/** At two decimals of a point, as every browser, machine and locale writes them. */
export function fixed(value: number): string {
  return String(Math.round(value * 100) / 100 || 0);
}

/** Text for XML, in content and in attributes. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/**
 * SVG 1.1 (https://www.w3.org/TR/SVG11/) that office programs read too: presentation attributes alone, no style,
 * script, marker, clip or transform. The recipe stands in `metadata`; without one there is none.
 */
export function writeSvg(sheet: Sheet, recipe: Recipe | null, look: SvgLook = {}): string {
  const { prefix = '' } = look;
  const ground = sheet.ground
    ? `<rect id="${prefix}ground" width="${fixed(sheet.width)}" height="${fixed(sheet.height)}" fill="${sheet.ground}"/>\n`
    : '';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${sizeOf(sheet, look)}`,
    `viewBox="0 0 ${fixed(sheet.width)} ${fixed(sheet.height)}" role="img" `,
    `aria-labelledby="${prefix}figure-title ${prefix}figure-desc" font-family="${FONTS}">\n`,
    `<title id="${prefix}figure-title">${escaped(sheet.title)}</title>\n`,
    `<desc id="${prefix}figure-desc">${escaped(sheet.description)}</desc>\n`,
    recipe ? `<metadata id="${RECIPE_ID}">${recipeText(recipe)}</metadata>\n` : '',
    ground,
    ...sheet.parts.map((part) => written(part, look, sheet.paper)),
    '</svg>\n',
  ].join('');
}

function sizeOf({ size: { width, height, unit } }: Sheet, { isFluid = false }: SvgLook): string {
  return isFluid ? 'width="100%" ' : `width="${fixed(width)}${unit}" height="${fixed(height)}${unit}" `;
}

function written(part: Part, look: SvgLook, paper: string): string {
  const { outline } = look;
  switch (part.kind) {
    case 'group':
      return part.isLit && look.isRevealed ? revealed(part, look, paper) : groupOf(part, look, paper);
    case 'circle': {
      const { x, y, radius } = part;
      return `<circle cx="${fixed(x)}" cy="${fixed(y)}" r="${fixed(radius)}"${inkOf(part)}/>\n`;
    }
    case 'path':
      return `<path d="${pathOf(part.segments)}"${inkOf(part)}/>\n`;
    case 'words':
      return outline ? outlined(part, outline(part)) : wordsOf(part);
  }
}

function revealed(part: GroupPart, look: SvgLook, paper: string): string {
  const parts = part.parts.map((one) => fadedPart(one, paper));
  const below: GroupPart = { kind: 'group', id: `${part.id}-faded`, parts };
  return (
    groupOf(below, look, paper) + groupOf(part, look, paper, ' class="fragment" data-fragment-index="0"')
  );
}

function groupOf(
  { id, title, desc, href, parts }: GroupPart,
  look: SvgLook,
  paper: string,
  more = '',
): string {
  const isBare = look.hasBareLines === true && id.startsWith('line-');
  const named = title === undefined || isBare ? '' : `<title>${escaped(title)}</title>`;
  const told = desc === undefined || isBare ? '' : `<desc>${escaped(desc)}</desc>`;
  const content = parts.map((part) => written(part, look, paper)).join('');
  const linked =
    href === undefined || look.prefix !== undefined
      ? content
      : `<a href="${escaped(href)}">\n${content}</a>\n`;
  return `<g id="${look.prefix ?? ''}${id}"${more}>${named}${told}\n${linked}</g>\n`;
}

/** In another font the words take the same room: nothing is covered where ours is missing. */
function wordsOf({ text, x, y, size, isStrong, colour, anchor }: WordsPart): string {
  const weight = isStrong ? ' font-weight="600"' : '';
  const side = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  const length = ` textLength="${fixed(measure(text, size, isStrong))}" lengthAdjust="spacingAndGlyphs"`;
  return `<text x="${fixed(x)}" y="${fixed(y)}" font-size="${fixed(size)}"${weight}${side} fill="${colour}"${length}>${escaped(text)}</text>\n`;
}

/** The letters as a shape, with the words for those who cannot see it. */
function outlined({ text, colour }: WordsPart, segments: readonly Segment[]): string {
  return `<path d="${pathOf(segments)}" fill="${colour}" role="img" aria-label="${escaped(text)}"/>\n`;
}

function pathOf(segments: readonly Segment[]): string {
  return segments.map(([step, ...at]) => step + at.map(fixed).join(' ')).join('');
}

function inkOf({ fill, stroke, width, dashes }: Ink): string {
  const line =
    stroke === undefined
      ? ''
      : ` stroke="${stroke}" stroke-width="${fixed(width ?? 1)}"${dashes ? ` stroke-dasharray="${dashes.map(fixed).join(' ')}"` : ''}`;
  return ` fill="${fill ?? 'none'}"${line}`;
}

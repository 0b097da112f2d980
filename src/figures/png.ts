import type { Recipe } from '../model';
import { paint } from './paint';
import { withText } from './png-chunks';
import { RECIPE_ID, recipeText } from './recipe-text';
import type { Sheet } from './sheet';

const PIXELS_A_POINT = 96 / 72;
/** What browsers draw at the most on one side. */
const LONGEST_SIDE = 16_384;

/** The size in pixels at a scale; a size in pixels is met exactly. */
function pixelsOf({ size, width, height }: Sheet, scale: number): { width: number; height: number } {
  if (size.unit === 'px')
    return { width: Math.round(size.width * scale), height: Math.round(size.height * scale) };
  const each = PIXELS_A_POINT * scale;
  return { width: Math.round(width * each), height: Math.round(height * each) };
}

/** PNG with the recipe in an `iTXt` chunk. In a worker or on a page, with the fonts loaded. */
export async function writePng(
  sheet: Sheet,
  recipe: Recipe,
  scale: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height } = pixelsOf(sheet, scale);
  if (width > LONGEST_SIDE || height > LONGEST_SIDE) {
    throw new Error(`A picture of ${width} × ${height} pixels is too large: at most ${LONGEST_SIDE} a side.`);
  }
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser has no canvas to draw on.');
  paint(sheet, context, width / sheet.width);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return withText(new Uint8Array(await blob.arrayBuffer()), RECIPE_ID, recipeText(recipe));
}

import type { Recipe } from '../model';

/** Where a recipe stands in SVG and HTML. */
export const RECIPE_ID = 'corollary-recipe';
/** And what it begins with in PDF, before its Base64. */
export const PDF_RECIPE = `${RECIPE_ID}:`;

/** As JSON in ASCII without `<`, `>` and `&`: it stands as it is in XML, in HTML's scripts and in a PNG. */
export function recipeText(recipe: Recipe): string {
  return plainJson(recipe);
}

export function plainJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

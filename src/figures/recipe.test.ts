import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRecipe } from './recipe';
import { plainJson, RECIPE_ID, recipeText } from './recipe-text';
import { withText } from './png-chunks';
import { recipeOf } from './test-figure';

const bytesOf = (text: string) => new TextEncoder().encode(text);
/** A PNG of one transparent pixel. */
const PIXEL = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
);
const recipe = recipeOf();

test('a recipe is found in a PNG, whose pixels stay as they are', () => {
  const png = withText(PIXEL, RECIPE_ID, recipeText(recipe));
  expect(readRecipe(png)).toEqual(recipe);
  expect(png.slice(-12)).toEqual(PIXEL.slice(-12));
  expect(readRecipe(png.slice(0, 60))).toBeNull();
});

test.each([
  ['an empty file', new Uint8Array()],
  ['a picture without a recipe', PIXEL],
  ['an SVG of another program', bytesOf('<svg><metadata id="other">{}</metadata></svg>')],
  ['a recipe that is cut', bytesOf(`<metadata id="${RECIPE_ID}">{"version":1`)],
  ['a recipe of a later version', bytesOf(`id="${RECIPE_ID}">${plainJson({ ...recipe, version: 2 })}<`)],
  ['settings of nonsense', bytesOf(`id="${RECIPE_ID}">${plainJson({ ...recipe, settings: {} })}<`)],
])('%s has none', (_, bytes) => {
  expect(readRecipe(bytes)).toBeNull();
});

test('no bytes at all are read as a recipe by accident, or break the reader', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom('', '\u0089PNG\r\n\u001a\n', '%PDF-'),
      (bytes, start) => {
        const head = Uint8Array.from(start, (character) => character.charCodeAt(0));
        expect(readRecipe(Uint8Array.from([...head, ...bytes]))).toBeNull();
      },
    ),
  );
});

test('JSON for markup is ASCII without signs of markup, and means the same', () => {
  fc.assert(
    fc.property(fc.json(), fc.string({ unit: 'binary' }), (json, text) => {
      const value: unknown = [JSON.parse(json), text];
      expect(plainJson(value)).toMatch(/^[\x20-\x7e]*$/);
      expect(plainJson(value)).not.toMatch(/[<>&]/);
      expect(JSON.parse(plainJson(value))).toEqual(value);
    }),
  );
});

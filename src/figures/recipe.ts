import * as v from 'valibot';
import { FIGURE_THEMES, LABEL_DENSITIES, LEGEND_PLACES, type Recipe } from '../model';
import { between, inPdf } from './embedded';
import { pngTexts } from './png-chunks';
import { PDF_RECIPE, RECIPE_ID } from './recipe-text';

const LONGEST = 200_000;
const MANY = 20_000;

const text = v.pipe(v.string(), v.maxLength(LONGEST));
const texts = v.pipe(v.array(text), v.maxLength(MANY));
const number = (least: number, most: number) =>
  v.pipe(v.number(), v.finite(), v.minValue(least), v.maxValue(most));

const SETTINGS = v.object({
  size: v.object({ width: number(1, 20_000), height: number(1, 20_000), unit: v.picklist(['mm', 'px']) }),
  margin: number(0, 1_000),
  fontSize: number(1, 500),
  title: text,
  caption: text,
  legend: v.object({ place: v.picklist(LEGEND_PLACES), off: texts }),
  axis: v.boolean(),
  theme: v.picklist(FIGURE_THEMES),
  labels: v.object({ density: v.picklist(LABEL_DENSITIES), must: texts }),
  lineWeight: number(0, 100),
  chrome: v.boolean(),
  highlight: texts,
  outlined: v.boolean(),
  transparent: v.boolean(),
});

const documents = v.pipe(v.array(v.object({ name: text, sha256: text })), v.maxLength(MANY));

const RECIPE = v.object({
  version: v.literal(1),
  view: text,
  date: text,
  settings: SETTINGS,
  documents,
  earlier: v.optional(v.object({ name: text, documents })),
  appVersion: text,
});

/** The recipe that a figure carries, from SVG, PNG, PDF or HTML; null where there is none that is whole. */
export function readRecipe(bytes: Uint8Array): Recipe | null {
  for (const found of candidates(bytes)) {
    const recipe = parsed(found);
    if (recipe) return recipe;
  }
  return null;
}

function parsed(found: string): Recipe | null {
  try {
    const result = v.safeParse(RECIPE, JSON.parse(found));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}

function candidates(bytes: Uint8Array): readonly string[] {
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return pngTexts(bytes, RECIPE_ID);
  const whole = new TextDecoder('latin1').decode(bytes);
  if (whole.startsWith('%PDF-')) return inPdf(whole, PDF_RECIPE);
  return between(whole, `id="${RECIPE_ID}">`, '<');
}

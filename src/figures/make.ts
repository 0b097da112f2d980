import type { Recipe } from '../model';
import { drawFigure, type FigureInput } from './draw-figure';
import { writeSvg } from './svg';

/** All that a figure is made of, and the recipe that is embedded in it. */
export interface FigureRequest extends FigureInput {
  readonly recipe: Recipe;
}

export interface Preview {
  readonly svg: string;
  /** Ids of nodes whose labels had to be there and found no place. */
  readonly unplaced: readonly string[];
}

export function makePreview(request: FigureRequest): Preview {
  const sheet = drawFigure(request);
  return { svg: writeSvg(sheet, request.recipe), unplaced: sheet.unplaced };
}

export type FigureFormat = keyof typeof WRITERS;

const WRITERS = {
  svg: ({ sheet, recipe }: Drawn) => blobOf([writeSvg(sheet, recipe)], 'image/svg+xml'),
};

interface Drawn {
  readonly sheet: ReturnType<typeof drawFigure>;
  readonly recipe: Recipe;
}

function blobOf(parts: BlobPart[], type: string): Blob {
  return new Blob(parts, { type });
}

/** A file of a format. */
export async function makeFigure(format: FigureFormat, request: FigureRequest): Promise<Blob> {
  return WRITERS[format]({ sheet: drawFigure(request), recipe: request.recipe });
}

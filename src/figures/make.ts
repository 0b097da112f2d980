import type { FigureFormat, Recipe } from '../model';
import { drawFigure, type FigureInput } from './draw-figure';
import { FONT_FILES, facesFor, outlinesOf, type Faces, type ReadFile } from './fonts';
import { writeHtml } from './html';
import { writePdf } from './pdf';
import { writePng } from './png';
import type { Sheet } from './sheet';
import { writeSvg, type Outliner } from './svg';
import { writeTikz } from './tikz';

/** All that a figure is made of, and the recipe that is embedded in it. */
export interface FigureRequest extends FigureInput {
  readonly recipe: Recipe;
  /** Of PNG: pixels for one at 96 to the inch, 1 to 4; 2 where it is not said. */
  readonly scale?: number;
}

export interface Preview {
  readonly svg: string;
  /** Ids of nodes whose labels had to be there and found no place. */
  readonly unplaced: readonly string[];
}

interface Drawn extends FigureRequest {
  readonly sheet: Sheet;
  readonly read: ReadFile;
}

export async function makePreview(request: FigureRequest, read: ReadFile): Promise<Preview> {
  const sheet = drawFigure(request);
  return {
    svg: writeSvg(sheet, request.recipe, { outline: await outlinerFor(sheet, read) }),
    unplaced: sheet.unplaced,
  };
}

/** A file of a format. */
export async function makeFigure(
  format: FigureFormat,
  request: FigureRequest,
  read: ReadFile,
): Promise<Blob> {
  const { type, write } = WRITERS[format];
  return new Blob([await write({ ...request, sheet: drawFigure(request), read })], { type });
}

interface Writer {
  readonly type: string;
  readonly write: (drawn: Drawn) => Promise<BlobPart> | BlobPart;
}

const WRITERS: Readonly<Record<FigureFormat, Writer>> = {
  svg: {
    type: 'image/svg+xml',
    write: async ({ sheet, recipe, read }) =>
      writeSvg(sheet, recipe, { outline: await outlinerFor(sheet, read) }),
  },
  png: {
    type: 'image/png',
    write: async ({ sheet, recipe, scale = 2 }) => {
      await loadCanvasFonts();
      return writePng(sheet, recipe, scale);
    },
  },
  pdf: {
    type: 'application/pdf',
    write: async ({ sheet, recipe, read }) => writePdf(sheet, recipe, await facesFor([sheet], read)),
  },
  tikz: { type: 'application/x-tex', write: ({ sheet }) => writeTikz(sheet) },
  html: {
    type: 'text/html',
    write: async ({ sheet, recipe, read }) => writeHtml(sheet, recipe, await outlinerFor(sheet, read)),
  },
};

export async function outlinerFor(sheet: Sheet, read: ReadFile): Promise<Outliner | undefined> {
  if (!sheet.isOutlined) return undefined;
  const faces: Faces = await facesFor([sheet], read);
  return (words) => outlinesOf(words, faces);
}

let canvasFonts: Promise<unknown> | null = null;

/** A worker knows no fonts of the page's. */
function loadCanvasFonts(): Promise<unknown> {
  canvasFonts ??= Promise.all(
    FONT_FILES.flatMap(({ regular, strong }) => [fontFace(regular, '400'), fontFace(strong, '600')]),
  );
  return canvasFonts;
}

async function fontFace(address: string, weight: string): Promise<void> {
  const face = await new FontFace('Source Sans 3', `url("${address}")`, { weight }).load();
  fonts.add(face);
}

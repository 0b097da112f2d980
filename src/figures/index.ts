/**
 * A `Scene` as a figure: a page with title, picture, axis, legend and caption, drawn once into a `Sheet` (plain shapes
 * and words in points) and written as SVG, TikZ, PDF, PNG or one HTML file. Same input, same bytes: no clock, no random
 * number, no locale. Texts are hostile: each writer escapes them for its format.
 */
export { frameFor, type PageInput } from './page';
export { drawFigure, type FigureInput } from './draw-figure';
export { placeForPrint, type Placement } from './place-for-print';
export type { Sheet } from './sheet';
export { writeSvg } from './svg';
/** The client of the worker that draws: all a page needs besides `frameFor`. */
export { Figures } from './client';
export type { FigureFormat, FigureRequest, Preview } from './make';

/**
 * A `Scene` as a figure: a page with title, picture, axis, legend and caption, drawn once into a `Sheet` (plain shapes
 * and words in points) and written as SVG, TikZ, PDF, PNG or one HTML file. Same input, same bytes: no clock, no random
 * number, no locale. Texts are hostile: each writer escapes them for its format. Load this door by `import()`.
 */
export { frameFor, type PageInput } from './page';
/** The client of the worker that draws: all a page needs besides `frameFor` and `readRecipe`. */
export { Figures } from './client';
export type { FigureRequest, Preview } from './make';
export type { WholeStoryFormat } from './make-story';
/** The recipe in the bytes of a figure that Corollary made, checked; null where there is none. */
export { readRecipe } from './recipe';
/** The story in the bytes of its own file, of a deck or of a PDF, checked; null where there is none. */
export { readStory } from './read-story';
/** The story as the text of its own file. */
export { storyText } from './story-text';

export { drawFigure, type FigureInput } from './draw-figure';
export type { Sheet } from './sheet';
/** One writer a format. Fonts for PDF and for outlined letters come from `facesFor`. */
export { writeSvg } from './svg';
export { writeTikz } from './tikz';
export { writePdf } from './pdf';
export { writeHtml } from './html';
export { writeDeck } from './deck';
export { writeStoryPdf } from './story-pdf';
export { writeReveal, type Slide } from './reveal';
export { facesFor, outlinesOf } from './fonts';

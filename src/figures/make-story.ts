import type { Story } from '../model';
import { drawFigure } from './draw-figure';
import { writeDeck } from './deck';
import { facesFor, type ReadFile } from './fonts';
import { outlinerFor, type FigureRequest } from './make';
import { writeStoryPdf } from './story-pdf';
import { writeReveal, type Slide } from './reveal';

/** Formats of one file that holds all steps. */
export type WholeStoryFormat = 'pdf' | 'deck' | 'reveal';

/** A story with each of its steps as a figure, in their order. */
export interface StoryRequest {
  readonly story: Story;
  readonly steps: readonly FigureRequest[];
}

/** Told how many steps are drawn. */
export type OnDrawn = (drawn: number) => void;

export async function makeStory(
  format: WholeStoryFormat,
  { story, steps }: StoryRequest,
  { read, onDrawn }: { readonly read: ReadFile; readonly onDrawn: OnDrawn },
): Promise<Blob> {
  const slides: Slide[] = [];
  for (const [at, request] of steps.entries()) {
    const sheet = drawFigure(request);
    const step = story.steps[at];
    if (step) slides.push({ sheet, step, outline: await outlinerFor(sheet, read) });
    onDrawn(at + 1);
  }
  if (format === 'reveal') return new Blob([writeReveal(slides)], { type: 'text/html' });
  if (format === 'deck') return new Blob([writeDeck(story, slides)], { type: 'text/html' });
  const faces = await facesFor(
    slides.map(({ sheet }) => sheet),
    read,
  );
  return new Blob([await writeStoryPdf(story, slides, faces)], { type: 'application/pdf' });
}

import type { StoryStep } from '../model';
import type { Sheet } from './sheet';
import { escaped, writeSvg, type Outliner } from './svg';
import { cleaned } from './words';

/** A step of a story as it is drawn. */
export interface Slide {
  readonly sheet: Sheet;
  readonly step: StoryStep;
  readonly outline: Outliner | undefined;
}

/**
 * Sections for the slides of reveal.js (https://revealjs.com/markup/), without a script: in each the drawing, in which
 * what is highlighted comes forward at the next key, and the words as the speaker's notes.
 */
export function writeReveal(slides: readonly Slide[]): string {
  return slides
    .map(({ sheet, step, outline }, at) => {
      const svg = writeSvg(sheet, null, {
        outline,
        prefix: `step-${at + 1}-`,
        isRevealed: true,
        isFluid: true,
      });
      const notes = cleaned(step.words);
      const aside = notes === '' ? '' : `<aside class="notes">${escaped(notes)}</aside>\n`;
      return `<section aria-label="${escaped(sheet.title)}">\n${svg}${aside}</section>\n`;
    })
    .join('\n');
}

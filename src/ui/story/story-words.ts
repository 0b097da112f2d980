import type { StoryProgress } from '../../explorer';
import type { StoryFormat } from '../../model';
import { counted } from '../numbers';

export const FORMAT_WORDS: Readonly<Record<StoryFormat, { readonly name: string; readonly holds: string }>> =
  {
    svg: { name: 'SVG files', holds: 'A zip with a drawing a step, all of one size.' },
    png: { name: 'PNG files', holds: 'A zip with a picture a step, all of one size.' },
    pdf: { name: 'PDF', holds: 'A page a step. Dropped on Corollary it brings the story back.' },
    deck: {
      name: 'HTML deck',
      holds: 'One file with keys, without a network. Dropped on Corollary it brings the story back.',
    },
    reveal: {
      name: 'reveal.js sections',
      holds: 'For the slides of reveal.js: what is highlighted comes forward as a fragment; words are notes.',
    },
  };

/** `Reading step 2 of 7 …` */
export function progressInWords({ phase, step, of }: StoryProgress): string {
  return phase === 'reading' ? `Reading step ${step} of ${of} …` : `${step} of ${of} steps drawn …`;
}

export function highlightInWords(count: number): string {
  return count === 0 ? 'Nothing is highlighted.' : `${counted(count, 'mark')} highlighted.`;
}

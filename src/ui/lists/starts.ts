import type { Brief } from '../../explorer';
import { counted } from '../numbers';

/** What a list starts from: `the focus`, `the focus and 2 seeds`, `3 seeds`. */
export function startsInWords(starts: readonly Brief[], focus: string | null): string {
  const seeds = starts.filter(({ id }) => id !== focus).length;
  if (seeds === starts.length) return counted(seeds, 'seed');
  return seeds === 0 ? 'the focus' : `the focus and ${counted(seeds, 'seed')}`;
}

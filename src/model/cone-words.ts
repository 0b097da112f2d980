import type { Cone } from './view';

type Kind = Pick<Cone, 'shape' | 'through'>;

/** What a cone holds, as the caption and the buttons name it. */
export function coneInWords({ shape, through }: Kind): string {
  if (shape === 'library') return 'its whole library';
  if (shape === 'review') return 'what to check to trust its statement';
  const way = through === 'statement' ? ', statements only' : '';
  return `${shape === 'down' ? 'what it rests on' : 'what rests on it'}${way}`;
}

import type { StoryStep } from '../../model';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The keys of a presentation, as the keys sheet prints them. */
export const STORY_KEYS = [
  { keys: '→ ↓ Space', words: 'The next step' },
  { keys: '← ↑', words: 'The step before' },
  { keys: 'Home End', words: 'The first, the last' },
  { keys: 'Esc', words: 'End it, back to the view from before' },
] as const;

const [FORWARD, BACK] = [
  ['ArrowRight', 'ArrowDown', 'PageDown', ' '],
  ['ArrowLeft', 'ArrowUp', 'PageUp'],
];

/** Which step a key leads to; null for any other key. */
export function stepAfter(key: string, at: number, steps: number): number | null {
  const last = steps - 1;
  if (FORWARD.includes(key)) return Math.min(last, at + 1);
  if (BACK.includes(key)) return Math.max(0, at - 1);
  if (key === 'Home') return 0;
  return key === 'End' ? last : null;
}

const [SWIPE, TAP] = [40, 12];

/** What a finger or a pointer means: a tap at the left third or a swipe to the right goes back, a swipe down ends it. */
export function stepOfGesture(from: Point, to: Point, width: number): -1 | 0 | 1 | 'leave' {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  if (Math.hypot(dx, dy) < TAP) return to.x > width / 3 ? 1 : -1;
  if (Math.abs(dx) > SWIPE && Math.abs(dx) > Math.abs(dy)) return dx < 0 ? 1 : -1;
  return dy > 2 * SWIPE && dy > Math.abs(dx) ? 'leave' : 0;
}

/** Many words are smaller, so that they fit into the room that all steps have. */
export function sizeOfWords(step: Pick<StoryStep, 'title' | 'words'> | undefined): number {
  const length = (step?.title.length ?? 0) * 1.3 + (step?.words.length ?? 0);
  return Math.max(0.5, Math.min(1, Math.sqrt(260 / Math.max(1, length))));
}

import type { Span } from './bars';

/** What a press took hold of: an end of the span, all of it, or nothing of it (then a new one begins). */
export interface Grip {
  readonly part: 'first' | 'last' | 'span' | 'new';
  readonly at: number;
  readonly span: Span;
}

/** How near an end a press must be to take hold of it, in bars. */
const REACH = 0.75;

/** `place` is counted in bars from the left, with fractions: 2.5 is the middle of the third. */
export function gripAt(place: number, span: Span, count: number): Grip {
  const [first, last] = span;
  const isAll = first === 0 && last === count - 1;
  const at = barAt(place, count);
  if (isAll) return { part: 'new', at, span };
  const [toFirst, toLast] = [Math.abs(place - first), Math.abs(place - last - 1)];
  if (Math.min(toFirst, toLast) < REACH) return { part: toFirst < toLast ? 'first' : 'last', at, span };
  return { part: at >= first && at <= last ? 'span' : 'new', at, span };
}

/** The span after the pointer went on to `place`. */
export function dragged({ part, at, span: [first, last] }: Grip, place: number, count: number): Span {
  const to = barAt(place, count);
  if (part === 'new') return ordered(at, to);
  if (part === 'first') return ordered(to, last);
  if (part === 'last') return ordered(first, to);
  return shifted([first, last], to - at, count);
}

/** The span moved as a whole, as far as there are bars. */
function shifted([first, last]: Span, by: number, count: number): Span {
  const step = Math.min(Math.max(by, -first), count - 1 - last);
  return [first + step, last + step];
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -5,
  PageUp: 5,
  Home: -Infinity,
  End: Infinity,
};

/** The span after a key on one of its ends; null for a key that means nothing there. An end stops at the other. */
export function stepped(
  [first, last]: Span,
  end: 'first' | 'last',
  { key, count }: { key: string; count: number },
): Span | null {
  const step = STEPS[key];
  if (step === undefined) return null;
  if (end === 'first') return [Math.min(Math.max(first + step, 0), last), last];
  return [first, Math.max(Math.min(last + step, count - 1), first)];
}

/** One year on: all years begin to grow from the first, anything else moves; null at the end. */
export function played([first, last]: Span, isGrowing: boolean, count: number): Span | null {
  if (last >= count - 1) return null;
  return isGrowing ? [first, last + 1] : [first + 1, last + 1];
}

function barAt(place: number, count: number): number {
  return Math.min(Math.max(Math.floor(place), 0), count - 1);
}

function ordered(a: number, b: number): Span {
  return a <= b ? [a, b] : [b, a];
}

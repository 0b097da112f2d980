import { writeCanonical } from './canonical';
import type { AssessedEvent } from './assess-event';
import { contentOf } from './event-id';
import { groupBy } from './group-by';
import { isSigned } from './signatures-in';
import { compareText } from '../model';
import { entriesOf } from './written-event';

/** One event out of the copies that go by its id. */
export interface Settled {
  /** Null where the copies say different things and nothing shows which is right. */
  readonly event: AssessedEvent | null;
  /** The same once more, or a part of it. */
  readonly copies: readonly AssessedEvent[];
  readonly conflicting: readonly AssessedEvent[];
}

/**
 * Copies of one id differ in what they say (another derived id) or only in their signature. If they say different things,
 * that counts which the id is derived from; else the only one that a signature vouches for; else the only one that
 * is not an excerpt of another, because a state lists events without all their fields. The result does not
 * depend on the order of copies.
 */
export function settleCopies(copies: readonly AssessedEvent[]): Settled {
  const sayings = [...groupBy(copies, ({ derivedId }) => derivedId).values()];
  const right = sayings.length === 1 ? sayings[0] : rightSaying(sayings);
  if (right === undefined) return { event: null, copies: [], conflicting: copies };
  const [event = null, ...same] = right.toSorted(bestFirst);
  const others = copies.filter((copy) => !right.includes(copy));
  const whole = membersOf(right[0]);
  const parts = others.filter((copy) => isWithin(membersOf(copy), whole));
  return {
    event,
    copies: [...same, ...parts],
    conflicting: others.filter((copy) => !parts.includes(copy)),
  };
}

type Saying = readonly AssessedEvent[];

/** More are not compared with each other, so that nobody can make that take long. */
const MOST_SAYINGS = 32;

function rightSaying(sayings: readonly Saying[]): Saying | undefined {
  return (
    sayings.find(([first]) => first?.derivedId === first?.eventId) ??
    only(sayings.filter((saying) => saying.some(({ isVouchedFor }) => isVouchedFor))) ??
    (sayings.length > MOST_SAYINGS ? undefined : only(wholeOnes(sayings)))
  );
}

function only<Item>(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined;
}

function wholeOnes(sayings: readonly Saying[]): readonly Saying[] {
  const members = sayings.map(([first]) => membersOf(first));
  return sayings.filter((_, at) => {
    const own = members[at];
    return !members.some((other) => own && other !== own && isWithin(own, other));
  });
}

type Members = ReadonlyMap<string, string>;

function isWithin(part: Members, whole: Members): boolean {
  return part.size <= whole.size && [...part].every(([key, text]) => whole.get(key) === text);
}

function membersOf(event: AssessedEvent | undefined): Members {
  const entries = event ? entriesOf(contentOf(event.value)) : null;
  return new Map(entries?.map(([key, item]) => [key, writeCanonical(item)]));
}

function bestFirst(a: AssessedEvent, b: AssessedEvent): number {
  return rank(a) - rank(b) || compareText(a.text, b.text);
}

function rank({ verdict, value }: AssessedEvent): number {
  if (verdict === 'pass') return 0;
  return isSigned(value) ? 1 : 2;
}

import { writeCanonical } from './canonical';
import type { AssessedEvent } from './assess-event';
import { groupBy } from './group-by';
import { member } from './written-event';

/** Events by which one signer says different things of one target at the same place of its history. */
export interface Equivocation {
  readonly signer: string;
  readonly target: string;
  /** The event that all of them follow; null where they share a time only. */
  readonly previous: string | null;
  /** The time that all of them state; null where they share a predecessor only. */
  readonly createdAt: string | null;
  /** In the order of events; at least two, with at least two different payloads. */
  readonly eventIds: readonly string[];
  /** Whether a trusted key verified each of them: else somebody may have written them in the signer's name. */
  readonly isProven: boolean;
}

/** Takes events in their order. */
export function findEquivocations(events: readonly AssessedEvent[]): Equivocation[] {
  const byPrevious = groupBy(events, (event) => keyOf(event, event.previous));
  const byTime = groupBy(events, (event) => keyOf(event, event.instant));
  const found = new Map<string, Equivocation>();
  for (const group of [...byPrevious.values(), ...byTime.values()]) {
    const equivocation = equivocationOf(group);
    if (equivocation !== null) found.set(JSON.stringify(equivocation.eventIds), equivocation);
  }
  return [...found.values()];
}

function keyOf({ signer, target }: AssessedEvent, place: string | number | null): string | null {
  return signer === null || target === null || place === null
    ? null
    : JSON.stringify([signer, target, place]);
}

function equivocationOf(group: readonly AssessedEvent[]): Equivocation | null {
  const [first] = group;
  if (!first || new Set(group.map(payloadText)).size < 2) return null;
  const shared = <Value>(of: (event: AssessedEvent) => Value) =>
    group.every((event) => of(event) === of(first)) ? of(first) : null;
  return {
    signer: first.signer ?? '',
    target: first.target ?? '',
    previous: shared(({ previous }) => previous),
    createdAt: shared(({ instant }) => instant) === null ? null : first.createdAt,
    eventIds: group.map(({ eventId }) => eventId),
    isProven: group.every(({ isVouchedFor }) => isVouchedFor),
  };
}

function payloadText({ value }: AssessedEvent): string {
  return writeCanonical(member(value, 'payload'));
}

import type { EventCountsFact, Stated } from '../documents';
import type { CheckResult } from '../model';
import { fail, pass, unknown, type Case, type Finding } from './finding';
import { shown, stated } from './read';

const COUNTERS = ['event_count', 'valid_event_count', 'invalid_event_count', 'equivocation_count'];

/** A state's counters against each other and against the events it lists. */
export function checkOwnCounts({ evidence }: Case): Finding | null {
  const { counters, events } = evidence;
  if (counters === null) return null;
  const found = COUNTERS.map((key) => stated(counters, key));
  const wrong = found.find((count) => count !== null && !isCount(count.value));
  if (wrong) return fail(`A number of events cannot be ${shown(wrong.value)}.`, wrong.pointer);
  const [total, valid, invalid, equivocations] = found.map((count) =>
    count === null ? null : Number(count.value),
  );
  return compareCounts({ total, valid, invalid, equivocations, listed: listed(events, counters) });
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function listed(events: readonly Stated[], counters: Stated): { least: number; all: number | null } {
  const ids = new Set(events.map((event) => stated(event, 'event_id')?.value ?? event.pointer));
  const own = stated(counters, 'events')?.value;
  return { least: ids.size, all: Array.isArray(own) ? own.length : null };
}

interface Counts {
  readonly total: number | null | undefined;
  readonly valid: number | null | undefined;
  readonly invalid: number | null | undefined;
  readonly equivocations: number | null | undefined;
  readonly listed: { readonly least: number; readonly all: number | null };
}

function compareCounts({ total, valid, invalid, equivocations, listed: { least, all } }: Counts): Finding {
  if (total === null || total === undefined)
    return unknown('The state does not say how many events it is made from.');
  const place = '/event_count';
  if (all !== null && all !== total)
    return fail(`The state counts ${total} events, but lists ${all}.`, place);
  if (least > total) return fail(`The state counts ${total} events, but shows ${least}.`, place);
  if ((equivocations ?? 0) > total)
    return fail(`Of ${total} events, ${equivocations} cannot be equivocations.`, place);
  if (typeof valid !== 'number' || typeof invalid !== 'number')
    return unknown('The state does not say how many events were valid.', place);
  if (valid + invalid !== total) {
    return fail(`${valid} valid and ${invalid} invalid events do not make ${total}.`, place);
  }
  return all === null
    ? unknown('The counters agree with each other; without the events they cannot be checked further.', place)
    : pass('The counters agree with the events.', place);
}

export function checkEventCounts(held: number, state: EventCountsFact): CheckResult {
  const { pithNumber: subject, pointer } = state;
  const finding = compareWithBundle(held, state);
  return { subject, check: 'event-counts', ...finding, pointer: pointer + finding.pointer };
}

function compareWithBundle(
  held: number,
  { eventCount, validEventCount, invalidEventCount, equivocationCount }: EventCountsFact,
): Finding {
  if (eventCount !== null && eventCount !== held) {
    return fail(
      `The state counts ${eventCount} events, the bundle holds ${held}; one may be older than the other.`,
      '/event_count',
    );
  }
  const all = { least: held, all: held };
  return compareCounts({
    total: eventCount,
    valid: validEventCount,
    invalid: invalidEventCount,
    equivocations: equivocationCount,
    listed: all,
  });
}

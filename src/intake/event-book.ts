import { checkEventCounts } from '../checks';
import type { CheckedDocument, EventCountsFact, EventFact } from '../documents';
import type { CheckResult } from '../model';

/** Of one record: all are held against all, and a document can name any record. */
const MOST_PAGES = 64;

/** One bundle's events, or one state's counters, of one record. */
export type EventPage = BundlePage | StatePage;

interface BundlePage {
  readonly pithNumber: string;
  readonly document: number;
  readonly events: readonly EventFact[];
}

interface StatePage {
  readonly pithNumber: string;
  readonly document: number;
  readonly counts: EventCountsFact;
}

/** What one document says of events. */
export function pagesOf(document: number, { kind, facts }: CheckedDocument): EventPage[] {
  const states = facts.eventCounts.map((counts) => ({ pithNumber: counts.pithNumber, document, counts }));
  if (kind !== 'bundle') return states;
  const bundles = facts.records.map(({ pithNumber }) => ({
    pithNumber,
    document,
    events: facts.events.filter((event) => event.pithNumber === pithNumber),
  }));
  return [...states, ...bundles];
}

/** Holds every bundle's events against every state's counters of the same record, whichever came first. */
export class EventBook {
  readonly #pages = new Map<string, EventPage[]>();

  /** The verdicts that this page makes possible, each in the document of the state. */
  add(page: EventPage): { readonly document: number; readonly result: CheckResult }[] {
    const earlier = this.#pages.get(page.pithNumber) ?? [];
    if (earlier.length === MOST_PAGES) return [];
    this.#pages.set(page.pithNumber, [...earlier, page]);
    return earlier.flatMap((other) => {
      if ('events' in page) return 'counts' in other ? compare(page, other) : [];
      return 'events' in other ? compare(other, page) : [];
    });
  }
}

function compare(bundle: BundlePage, state: StatePage) {
  return [{ document: state.document, result: checkEventCounts(bundle.events, state.counts) }];
}

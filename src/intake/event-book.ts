import { checkEventCounts } from '../checks';
import type { EventCountsFact, EventFact } from '../documents';
import type { CheckResult } from '../model';

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

/** Holds every bundle's events against every state's counters of the same record, whichever came first. */
export class EventBook {
  readonly #pages = new Map<string, EventPage[]>();

  /** The verdicts that this page makes possible, each in the document of the state. */
  add(page: EventPage): { readonly document: number; readonly result: CheckResult }[] {
    const earlier = this.#pages.get(page.pithNumber) ?? [];
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

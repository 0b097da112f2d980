import { checkEventCounts } from '../checks';
import type { CheckedDocument, EventCountsFact } from '../documents';
import type { CheckResult } from '../model';

/** Of one record: all are held against all, and a document can name any record. */
const MOST_PAGES = 64;

/** How many events one bundle holds, or one state's counters, of one record. */
export type EventPage = BundlePage | StatePage;

interface BundlePage {
  readonly pithNumber: string;
  readonly held: number;
}

interface StatePage {
  readonly pithNumber: string;
  readonly counts: EventCountsFact;
}

type Filed = EventPage & { readonly document: number };

/** What one document says of events. */
export function pagesOf({ kind, facts }: CheckedDocument): EventPage[] {
  const states = facts.eventCounts.map((counts) => ({ pithNumber: counts.pithNumber, counts }));
  if (kind !== 'bundle') return states;
  const bundles = facts.records.map(({ pithNumber }) => ({
    pithNumber,
    held: facts.events.filter((event) => event.pithNumber === pithNumber).length,
  }));
  return [...states, ...bundles];
}

/** Holds every bundle's events against every state's counters of the same record, whichever came first. */
export class EventBook {
  readonly #pages = new Map<string, Filed[]>();

  /** The verdicts that this page makes possible, each in the document of the state. */
  add(page: EventPage, document: number): { readonly document: number; readonly result: CheckResult }[] {
    const filed = { ...page, document };
    const earlier = this.#pages.get(page.pithNumber) ?? [];
    if (earlier.length === MOST_PAGES) return [];
    this.#pages.set(page.pithNumber, [...earlier, filed]);
    return earlier.flatMap((other) => {
      if ('held' in filed) return 'counts' in other ? compare(filed, other) : [];
      return 'held' in other ? compare(other, filed) : [];
    });
  }
}

function compare({ held }: BundlePage, state: StatePage & { readonly document: number }) {
  return [{ document: state.document, result: checkEventCounts(held, state.counts) }];
}

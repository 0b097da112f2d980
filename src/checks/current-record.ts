import { compareText } from '../model';
import type { AssessedEvent } from './assess-event';
import { hasLoneSurrogate, writeCanonical } from './canonical';
import { groupBy } from './group-by';
import { hashOf } from './hash';
import type { MergedAlias, MergeParts } from './merge-parts';
import { pithId } from './pith-number';
import { member } from './written-event';

export interface CurrentRecord {
  /** Canonical JSON of the record that the number names; null where no source holds it. */
  readonly canonicalRecord: string | null;
  readonly canonicalSha256: string | null;
  /** By kind and value. */
  readonly sourceAliases: readonly MergedAlias[];
  /** Id of the event that holds the graph; null where none does. */
  readonly graph: string | null;
}

/** What counts now, and the graphs that no longer do. Takes valid events in their order. */
export function currentOf(
  pithNumber: string,
  parts: readonly MergeParts[],
  events: readonly AssessedEvent[],
): { readonly current: CurrentRecord; readonly history: readonly string[] } {
  const stated = parts.flatMap(({ canonicalRecords }) => canonicalRecords);
  const record = recordOf(pithNumber, [...stated, ...recordsIn(events)]);
  const [graph = null, ...history] = graphsOf(events);
  const sourceAliases = aliasesOf(parts.flatMap(({ aliases }) => aliases));
  return { current: { ...record, sourceAliases, graph }, history };
}

function recordsIn(events: readonly AssessedEvent[]): string[] {
  const records = events.map(({ value }) => member(value, 'payload', 'canonical_record'));
  return records.filter((record) => record !== null).map((record) => writeCanonical(record));
}

/** The record whose hash gives the number; what else is called the canonical record is not. */
function recordOf(pithNumber: string, texts: readonly string[]) {
  for (const text of [...new Set(texts)].sort(compareText)) {
    const hash = hasLoneSurrogate(text) ? null : hashOf(text);
    if (hash !== null && pithId(hash) === pithNumber.slice(-26))
      return { canonicalRecord: text, canonicalSha256: hash };
  }
  return { canonicalRecord: null, canonicalSha256: null };
}

/** The newest first; but what a trusted key vouches for comes before what none does. */
function graphsOf(events: readonly AssessedEvent[]): string[] {
  const graphs = events.filter(({ value }) => member(value, 'payload', 'graph_snapshot') !== null).reverse();
  const vouched = graphs.filter(({ isVouchedFor }) => isVouchedFor);
  const others = graphs.filter(({ isVouchedFor }) => !isVouchedFor);
  return [...vouched, ...others].map(({ eventId }) => eventId);
}

function aliasesOf(aliases: readonly MergedAlias[]): MergedAlias[] {
  const groups = [...groupBy(aliases, ({ kind, value }) => JSON.stringify([kind, value])).values()];
  return groups
    .flatMap(earliest)
    .sort((a, b) => compareText(a.kind, b.kind) || compareText(a.value, b.value));
}

function earliest(group: readonly MergedAlias[]): MergedAlias[] {
  const times = group.map(({ createdAt }) => createdAt).filter((time) => time !== null);
  const [first] = group;
  return first ? [{ ...first, createdAt: times.sort(compareText)[0] ?? null }] : [];
}

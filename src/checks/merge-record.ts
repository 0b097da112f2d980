import { compareText, Failure, PITH_NUMBER, type Verdict } from '../model';
import { assessEvent, isInvalid, type AssessedEvent, type InvalidEvent } from './assess-event';
import { currentOf, type CurrentRecord } from './current-record';
import { findEquivocations, type Equivocation } from './find-equivocations';
import { groupBy } from './group-by';
import { inLanes } from './in-lanes';
import { KeyRing } from './key-ring';
import type { MergeParts } from './merge-parts';
import { settleCopies } from './settle-copies';

const MERGE_VERSION = 'corollary-merge-v1';

/** What a set of bundles and states of one record comes to: plain data, see corollary-merge-v1.md. */
export interface MergedState {
  readonly mergeVersion: typeof MERGE_VERSION;
  readonly pithNumber: string;
  /** Valid events, the oldest first. */
  readonly events: readonly MergedEvent[];
  readonly invalid: readonly InvalidEvent[];
  readonly equivocations: readonly Equivocation[];
  readonly current: CurrentRecord;
  /** Ids of graph snapshots that a newer one replaced, the newest first. */
  readonly history: readonly string[];
  readonly counts: {
    readonly event_count: number;
    readonly valid_event_count: number;
    readonly invalid_event_count: number;
    readonly equivocation_count: number;
  };
  /** Other texts of valid events (excerpts, other signatures), kept so that merging again loses nothing. */
  readonly copies: readonly string[];
}

export interface MergedEvent {
  readonly eventId: string;
  readonly type: string;
  readonly target: string | null;
  readonly createdAt: string | null;
  readonly signer: string | null;
  readonly previous: string | null;
  /** Of its signature, and why. */
  readonly verdict: Verdict;
  readonly detail: string;
  /** Canonical JSON. */
  readonly text: string;
}

export async function mergeRecord(
  pithNumber: string,
  sources: readonly (MergeParts | MergedState)[],
  ring: KeyRing = new KeyRing([]),
): Promise<MergedState> {
  if (!PITH_NUMBER.test(pithNumber))
    throw new Failure('bad-argument', `“${pithNumber.slice(0, 60)}” is not a full Pith Number.`);
  const parts = sources.map(partsOf);
  const stranger = parts.find((part) => part.pithNumber !== null && part.pithNumber !== pithNumber);
  if (stranger)
    throw new Failure('bad-argument', `A document of another record cannot be merged into ${pithNumber}.`);
  const texts = new Set(parts.flatMap(({ events }) => events));
  const assessed = await inLanes([...texts], (text) => assessEvent(text, pithNumber, ring));
  const { events, invalid, copies } = settle(assessed);
  const equivocations = findEquivocations(events);
  const { current, history } = currentOf(pithNumber, parts, events);
  return {
    mergeVersion: MERGE_VERSION,
    pithNumber,
    events: events.map(plain),
    invalid,
    equivocations,
    current,
    history,
    counts: {
      event_count: events.length + invalid.length,
      valid_event_count: events.length,
      invalid_event_count: invalid.length,
      equivocation_count: equivocations.length,
    },
    copies,
  };
}

function partsOf(source: MergeParts | MergedState): MergeParts {
  if (!('mergeVersion' in source)) return source;
  const { pithNumber, current, events, invalid, copies } = source;
  if (source.mergeVersion !== MERGE_VERSION)
    throw new Failure('bad-argument', 'This merged state is of a version that is not known here.');
  return {
    pithNumber,
    canonicalRecords: current.canonicalRecord === null ? [] : [current.canonicalRecord],
    aliases: current.sourceAliases,
    events: [...[...events, ...invalid].map(({ text }) => text), ...copies],
  };
}

function settle(assessed: readonly (AssessedEvent | InvalidEvent)[]) {
  const events: AssessedEvent[] = [];
  const invalid = assessed.filter(isInvalid);
  const copies: string[] = [];
  const usable = assessed.filter((event): event is AssessedEvent => !isInvalid(event));
  for (const group of groupBy(usable, ({ eventId }) => eventId).values()) {
    const settled = settleCopies(group);
    if (settled.event !== null) events.push(settled.event);
    copies.push(...settled.copies.map(({ text }) => text));
    invalid.push(...settled.conflicting.map(setAside));
  }
  return {
    events: events.sort(inOrder),
    invalid: invalid.sort((a, b) => compareText(a.text, b.text)),
    copies: copies.sort(compareText),
  };
}

function setAside({ eventId, text }: AssessedEvent): InvalidEvent {
  const detail = 'Another event goes by the same id and says something else.';
  return { eventId, reason: 'conflicting-copies', detail, text };
}

/** By time, those without one first; then by id. */
function inOrder(a: AssessedEvent, b: AssessedEvent): number {
  return (a.instant ?? -Infinity) - (b.instant ?? -Infinity) || compareText(a.eventId, b.eventId);
}

function plain(event: AssessedEvent): MergedEvent {
  const { eventId, type, target, createdAt, signer, previous, verdict, finding, text } = event;
  return { eventId, type, target, createdAt, signer, previous, verdict, detail: finding.detail, text };
}

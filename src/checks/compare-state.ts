import { Failure } from '../model';
import { writeCanonical } from './canonical';
import type { MergedEvent, MergedState } from './merge-record';
import { shown } from './read';
import { entriesOf, member, parseWritten, textMember } from './written-event';

/** One thing in which a state differs from what was merged here. */
export interface Difference {
  /** JSON pointer into the state. */
  readonly pointer: string;
  readonly detail: string;
}

/**
 * A Pith state's JSON (`pith_open_graph_state`) held against a merge of the same record: number, counters, canonical
 * record and hash, aliases, graph snapshots. Only what the state has is compared, lists that are not known are ignored;
 * none is agreement. Throws a Failure of kind `unreadable` for what is no object.
 */
export function compareState(merged: MergedState, stateText: string): Difference[] {
  const state = parseWritten(stateText);
  if (entriesOf(state) === null) throw new Failure('unreadable', 'The state is not an object.');
  return [
    ...compareNumber(merged, state),
    ...compareCounts(merged, state),
    ...compareCanonical(merged, state),
    ...compareAliases(merged, state),
    ...compareGraphs(merged, state),
  ];
}

function compareNumber({ pithNumber }: MergedState, state: unknown): Difference[] {
  const said = member(state, 'pith_number');
  return said === null || said === pithNumber
    ? []
    : [{ pointer: '/pith_number', detail: `The state is of ${shown(said)}, the merge of ${pithNumber}.` }];
}

function compareCounts({ counts }: MergedState, state: unknown): Difference[] {
  return Object.entries(counts).flatMap(([key, count]) => {
    const said = member(state, key);
    if (said === null || writeCanonical(said) === String(count)) return [];
    const detail = `The state says that ${key} is ${writeCanonical(said).slice(0, 40)}; the merge comes to ${count}.`;
    return [{ pointer: `/${key}`, detail }];
  });
}

const RECORD_PLACES = [['current', 'canonical_record'], ['canonical_record']];
const HASH_PLACES = [['current', 'canonical_sha256'], ['canonical_sha256']];

function compareCanonical({ current }: MergedState, state: unknown): Difference[] {
  const compare = (path: string[], here: string | null, write: (value: unknown) => string, what: string) => {
    const said = member(state, ...path);
    if (said === null || write(said) === here) return [];
    const detail =
      here === null
        ? `The state has a ${what}; nothing that was merged holds the one that the number names.`
        : `The ${what} is not the one that the number names.`;
    return [{ pointer: `/${path.join('/')}`, detail }];
  };
  return [
    ...RECORD_PLACES.flatMap((path) =>
      compare(path, current.canonicalRecord, writeCanonical, 'canonical record'),
    ),
    ...HASH_PLACES.flatMap((path) => compare(path, current.canonicalSha256, String, 'canonical hash')),
  ];
}

function compareAliases({ current: { sourceAliases } }: MergedState, state: unknown): Difference[] {
  const list = member(state, 'current', 'source_aliases');
  if (!Array.isArray(list)) return [];
  const pointer = '/current/source_aliases';
  const name = (kind: unknown, value: unknown) => `${shown(kind)} ${shown(value)}`;
  const theirs = list.map((alias: unknown) =>
    name(member(alias, 'alias_kind'), member(alias, 'alias_value')),
  );
  const ours = new Set(sourceAliases.map(({ kind, value }) => name(kind, value)));
  const more = theirs.flatMap((alias, index) =>
    ours.has(alias)
      ? []
      : [{ pointer: `${pointer}/${index}`, detail: `The alias ${alias} is in the state only.` }],
  );
  const fewer = [...ours].filter((alias) => !theirs.includes(alias));
  return [...more, ...fewer.map((alias) => ({ pointer, detail: `The alias ${alias} is not in the state.` }))];
}

const GRAPHS = '/current/graph_snapshots';

function compareGraphs({ events, invalid, current }: MergedState, state: unknown): Difference[] {
  const list = member(state, 'current', 'graph_snapshots');
  if (!Array.isArray(list)) return [];
  const known = new Map(events.map((event) => [event.eventId, event]));
  const aside = new Map(invalid.map(({ eventId, detail }) => [eventId, detail]));
  const differences = list.flatMap((snapshot: unknown, index) => {
    const id = textMember(snapshot, 'event_id');
    const event = id === null ? undefined : known.get(id);
    const detail = event ? differingField(snapshot, event) : missing(id, aside);
    return detail === null ? [] : [{ pointer: `${GRAPHS}/${index}`, detail }];
  });
  const ids = list.map((snapshot: unknown) => textMember(snapshot, 'event_id'));
  if (current.graph === null || ids.includes(current.graph)) return differences;
  return [
    ...differences,
    { pointer: GRAPHS, detail: `The newest graph, of the event ${current.graph}, is not in the state.` },
  ];
}

function missing(id: string | null, aside: ReadonlyMap<string | null, string>): string {
  if (id === null) return 'The state shows a graph without the id of its event.';
  const reason = aside.get(id);
  return reason === undefined
    ? `The state shows the event ${id}, which no merged document holds.`
    : `The state shows the event ${id}, which was set aside: ${reason}`;
}

/** A state lists an event with some of its fields. */
function differingField(snapshot: unknown, { eventId, text }: MergedEvent): string | null {
  const event = parseWritten(text);
  const wrong = entriesOf(snapshot)?.find(
    ([key, value]) => value !== null && writeCanonical(value) !== writeCanonical(member(event, key)),
  );
  return wrong ? `Of the event ${eventId} the state says something else as ${shown(wrong[0])}.` : null;
}

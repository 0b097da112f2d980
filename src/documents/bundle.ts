import type { Parts } from './evidence';
import { list, readFields, shown, text } from './fields';
import { eventsIn } from './items';
import type { Problems } from './problems';
import { each, present, within, type Stated } from './stated';

const BUNDLE = { bundle_type: text, bundle_version: text, source_aliases: list, events: list };

/** `pith_open_graph_bundle`: a record with its events; the graph is in an event's payload. */
export function bundleParts(root: Stated, problems: Problems): Parts {
  const { bundle_type: type } = readFields(BUNDLE, root, problems);
  if (type !== undefined && type !== 'pith_open_graph_bundle') {
    problems.warning(
      '/bundle_type',
      `The bundle's type is ${shown(type)}, which is not known; it was read as a Pith bundle.`,
    );
  }
  const events = eventsIn(within(root, 'events'), problems);
  const created = events.find((event) => within(event, 'payload', 'canonical_record')) ?? null;
  const graphs = newestFirst(events).map((event) => within(event, 'payload', 'graph_snapshot'));
  return {
    number: within(root, 'pith_number'),
    shortNumber: within(root, 'short_pith_number'),
    canonicalRecord: within(root, 'canonical_record') ?? within(created, 'payload', 'canonical_record'),
    canonicalSha256: within(root, 'canonical_sha256') ?? within(created, 'payload', 'canonical_sha256'),
    sources: present([within(root, 'source'), ...graphs.map((graph) => within(graph, 'source'))]),
    aliases: each(within(root, 'source_aliases')),
    events,
    papers: present(graphs.map((graph) => within(graph, 'paper'))),
    graphs: present(graphs),
    registry: [],
    counters: null,
  };
}

/** Events in the order of their time, the newest first; those without one come last. */
export function newestFirst(events: readonly Stated[]): readonly Stated[] {
  if (events.length < 2) return events;
  const time = (event: Stated) => {
    const stated = within(event, 'created_at')?.value;
    return typeof stated === 'string' ? stated : '';
  };
  return [...events].sort((a, b) => (time(a) < time(b) ? 1 : time(a) > time(b) ? -1 : 0));
}

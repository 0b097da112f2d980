import { newestFirst } from './bundle';
import type { Parts } from './evidence';
import { list, object, readFields, shown, text } from './fields';
import { eventsIn } from './items';
import type { Problems } from './problems';
import { each, present, within, type Stated } from './stated';

const STATE = { state_type: text, state_version: text, merge_version: text, current: object, events: list };

/** `pith_open_graph_state`: what the events of a bundle merge to, and how many there were. */
export function stateParts(root: Stated, problems: Problems): Parts {
  const { state_type: type } = readFields(STATE, root, problems);
  if (type !== undefined && type !== 'pith_open_graph_state') {
    problems.warning(
      '/state_type',
      `The state's type is ${shown(type)}, which is not known; it was read as a Pith state.`,
    );
  }
  const current = within(root, 'current');
  const snapshots = newestFirst(eventsIn(within(current, 'graph_snapshots'), problems));
  const graphs = snapshots.map((event) => within(event, 'payload', 'graph_snapshot'));
  return {
    number: within(root, 'pith_number'),
    shortNumber: within(root, 'short_pith_number'),
    canonicalRecord: within(current, 'canonical_record') ?? within(root, 'canonical_record'),
    canonicalSha256: within(root, 'canonical_sha256') ?? within(current, 'canonical_sha256'),
    sources: present([
      within(root, 'source'),
      within(current, 'source'),
      ...graphs.map((graph) => within(graph, 'source')),
    ]),
    aliases: each(within(current, 'source_aliases') ?? within(root, 'source_aliases')),
    events: [...eventsIn(within(root, 'events'), problems), ...snapshots],
    papers: present(graphs.map((graph) => within(graph, 'paper'))),
    graphs: present(graphs),
    registry: [],
    counters: root,
  };
}

import type { Parts } from './evidence';
import { object, readFields, text } from './fields';
import type { Problems } from './problems';
import { each, present, within, type Stated } from './stated';

const RECORD = {
  record_type: text,
  schema_version: text,
  attestation_state: text,
  paper: object,
  source: object,
};

/** `pith_number_record`: one record without its events.  */
export function recordParts(root: Stated, problems: Problems): Parts {
  readFields(RECORD, root, problems);
  const graph = within(root, 'graph_snapshot');
  return {
    number: within(root, 'pith_number'),
    shortNumber: within(root, 'short_pith_number'),
    canonicalRecord: within(root, 'canonical_record'),
    canonicalSha256: within(root, 'canonical_sha256'),
    sources: present([within(root, 'source')]),
    aliases: each(within(root, 'source_aliases')),
    events: [],
    papers: present([within(root, 'paper'), within(graph, 'paper')]),
    graphs: present([graph]),
    registry: present([within(root, 'attestation_state'), within(root, 'verification_status')]),
    counters: null,
  };
}

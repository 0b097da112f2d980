import records from './records.json';
import { EMPTY_LIST } from '../check-lists';

/** Published records: see README.md beside this file. */
export { records };

export type PublishedRecord = (typeof records)[number];

/** A bundle round a published record, in the published form; its graph is made up. */
export function bundleOf({
  canonical_record: record,
  canonical_sha256: hash,
  pith_number: number,
  title,
}: PublishedRecord) {
  const id = number.slice(-26);
  const { source } = record;
  const aliases = {
    arxiv: source.id,
    arxiv_version: `${source.id}v${source.version}`,
    doi: `10.48550/arxiv.${source.id}`,
    pith_short_12: id.slice(0, 12),
    pith_short_16: id.slice(0, 16),
    pith_short_8: id.slice(0, 8),
  };
  return {
    bundle_type: 'pith_open_graph_bundle',
    bundle_version: '1.0',
    pith_number: number,
    short_pith_number: `pith:${id.slice(0, 8)}`,
    canonical_record: record,
    canonical_sha256: hash,
    source,
    source_aliases: Object.entries(aliases).map(([alias_kind, alias_value]) => ({ alias_kind, alias_value })),
    events: [
      {
        event_type: 'record_created',
        subject_pith_number: number,
        target: 'record',
        payload: {
          canonical_record: record,
          canonical_sha256: hash,
          receipt: { kind: 'pith_receipt', key_id: 'pith-v1-2026-05' },
        },
      },
      {
        event_type: 'graph_snapshot',
        subject_pith_number: number,
        target: 'graph',
        created_at: '2026-05-17T23:38:14Z',
        payload: { graph_snapshot: graphOf(title, source) },
      },
    ],
  };
}

function graphOf(title: string | null, source: PublishedRecord['canonical_record']['source']) {
  return {
    paper: { title, authors_text: 'Aviral Kumar, Rishabh Agarwal', abstract_excerpt: 'Self-correction is …' },
    source,
    claims: {
      count: 1,
      items: [{ claim_id: 'C1', kind: 'strongest_claim', text: 'It corrects itself.' }],
      snapshot_sha256: '00',
    },
    references: { count: 1, sample: [{ ref_index: 1, cited_arxiv_id: '2402.14740' }], snapshot_sha256: '00' },
    formal_canon: { evidence_count: 0, snapshot_sha256: EMPTY_LIST },
    author_claims: { count: 0, strong_count: 0, snapshot_sha256: EMPTY_LIST },
    builder_version: 'pith-number-builder-2026-05-17-v1',
  };
}

/** A state of the same record. */
export function stateOf(record: PublishedRecord) {
  const bundle = bundleOf(record);
  return {
    state_type: 'pith_open_graph_state',
    pith_number: record.pith_number,
    event_count: 2,
    valid_event_count: 2,
    invalid_event_count: 0,
    equivocation_count: 0,
    current: {
      canonical_record: record.canonical_record,
      source_aliases: bundle.source_aliases,
      graph_snapshots: bundle.events.slice(1).map((event) => ({ ...event, event_id: 'sha256:00' })),
    },
  };
}

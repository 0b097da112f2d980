const NUMBER = 'pith:2024:OQMAWUXNEGORB2TU7H6MP4SDXQ';
const SOURCE = { kind: 'arxiv', id: '2409.12917', version: 2 };
const RECORD = {
  metadata: {
    abstract_canon_sha256: '25112ca15391c914fbcb0c3c54f8027aed431f584ff13d6753715ac632734758',
    cross_cats_sorted: [],
    license: 'http://creativecommons.org/licenses/by/4.0/',
    primary_cat: 'cs.LG',
    submitted_at: '2024-09-19T17:16:21Z',
    title_canon_sha256: '8ae34f7e383954bfbcd3c1e6be66a80a8a987cc48e21d4f15ed4522b6724ad23',
  },
  schema_version: '1.0',
  source: SOURCE,
};
const HASH = '74180b52ed219d10ea74f9fcc7f243bc28772308a634fc0eec79f2445249d030';

/** SCoRe's graph in the published form; its references are a few of those that its page shows. */
export const GRAPH = {
  paper: {
    title: 'Training Language Models to Self-Correct via Reinforcement Learning',
    headline: 'A model learns to correct itself.',
    primary_cat: 'cs.LG',
    authors_text: 'Aviral Kumar, Rishabh Agarwal',
    submitted_at: '2024-09-19T17:16:21Z',
  },
  claims: {
    count: 1,
    items: [
      {
        kind: 'strongest_claim',
        text: 'It corrects itself.',
        status: 'machine_extracted',
        claim_id: 'C1',
        attestation: 'unclaimed',
      },
    ],
  },
  source: SOURCE,
  references: {
    count: 282,
    sample: [
      {
        ref_index: 1,
        title: 'Back to Basics',
        year: 2024,
        cited_arxiv_id: '2402.14740',
        doi: null,
        is_internal_anchor: true,
      },
      {
        ref_index: 2,
        title: 'arXiv preprint arXiv:2305.08844 , year=',
        year: null,
        cited_arxiv_id: null,
        doi: null,
      },
      { ref_index: 5, title: 'A book', year: 2020, doi: '10.1007/978-3-030-' },
      { ref_index: 7, title: 'A paper', doi: '10.1162/TACL_a_00713' },
    ],
    resolved_work: 282,
    internal_anchors: 63,
  },
  formal_canon: { evidence_count: 3 },
  builder_version: 'pith-number-builder-2026-05-17-v1',
};

const SIGNED = {
  created_at: '2026-05-17T23:38:14Z',
  signer: { key_id: 'pith-v1-2026-05', signer_id: 'pith.science' },
};

export const BUNDLE = {
  bundle_type: 'pith_open_graph_bundle',
  bundle_version: '1.0',
  pith_number: NUMBER,
  short_pith_number: 'pith:OQMAWUXN',
  canonical_record: RECORD,
  canonical_sha256: HASH,
  source: SOURCE,
  source_aliases: [
    { alias_kind: 'arxiv', alias_value: '2409.12917' },
    { alias_kind: 'doi', alias_value: '10.48550/arxiv.2409.12917' },
    { alias_kind: 'pith_short_8', alias_value: 'OQMAWUXN' },
  ],
  events: [
    {
      event_type: 'record_created',
      subject_pith_number: NUMBER,
      target: 'record',
      payload: { canonical_record: RECORD, canonical_sha256: HASH, receipt: { key_id: 'pith-v1-2026-05' } },
    },
    {
      event_type: 'graph_snapshot',
      subject_pith_number: NUMBER,
      target: 'graph',
      event_id: 'sha256:549a4b1b8b7d942056aa3155f03ca1e1b2d29a5c075d0445e409c7ae5d71f379',
      ...SIGNED,
      payload: { graph_snapshot: GRAPH },
    },
  ],
};

export const STATE = {
  state_type: 'pith_open_graph_state',
  state_version: '1.0',
  pith_number: NUMBER,
  event_count: 2,
  valid_event_count: 2,
  invalid_event_count: 0,
  equivocation_count: 0,
  current: {
    canonical_record: RECORD,
    source_aliases: BUNDLE.source_aliases,
    graph_snapshots: [
      { event_id: 'sha256:00', target: 'graph', ...SIGNED, payload: { graph_snapshot: GRAPH } },
    ],
  },
};

export const RECORD_DOCUMENT = {
  record_type: 'pith_number_record',
  pith_number: NUMBER,
  canonical_sha256: HASH,
  source: SOURCE,
  paper: GRAPH.paper,
  canonical_record: RECORD,
};

export const HUB = {
  work: {
    id: '3ac87f3c-6dc4-492a-bbfb-8cdc05a15706',
    openalex_id: 'https://openalex.org/W4402706078',
    doi: '10.48550/arXiv.2409.12917',
    arxiv_id: '2409.12917',
    title: 'Training Language Models to Self-Correct via Reinforcement Learning',
    authors: [{ name: 'Aviral Kumar' }, 'Rishabh Agarwal'],
    year: 2024,
    cited_by_count: 90,
  },
  hub: { state: { pith_inbound_count: 17 } },
};

export const COLLECTION = [
  { type: 'collection', name: 'self-correction', version: 1, description: 'Made for tests.' },
  { type: 'work', arxiv_id: '2409.12917', title: 'SCoRe', year: 2024 },
  { type: 'work', id: 'X', title: 'A paper without an id' },
  { type: 'citation', citing: 'arXiv:2501.00001', cited: 'arXiv:2409.12917', source: 'its list, entry 4' },
  { type: 'citation', citing: 'arXiv:2501.00001', cited: 'local:X' },
  {
    type: 'theorem_link',
    work: 'arXiv:2409.12917',
    claim: 'C1',
    theorem: 't1',
    relation: 'states',
    scope: 'theorem',
  },
  { type: 'theorem', id: 't1', library: 'L', module: 'L.B', declaration: 'main', kind: 'theorem', line: 3 },
  { type: 'theorem', id: 't2', library: 'L', module: 'L.A', declaration: 'main', kind: 'theorem', line: 9 },
  { type: 'theorem', id: 't3', library: 'L', module: 'L.A', declaration: 'side', sorry: true },
  { type: 'theorem_use', theorem: 't1', uses: 't3', site: 'proof' },
];

export function linesOf(rows: readonly unknown[]): string {
  return rows.map((row) => JSON.stringify(row)).join('\n');
}

import { createHash } from 'node:crypto';
import { base32 } from '../../src/checks';

/** Bundles of about 14 kB with true hashes, the same for the same seed: a record, 4 claims, 45 references each. */
export function* generateBundles(count: number, seed = 1): Generator<string> {
  let state = seed;
  const random = (below: number) => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
  const id = (index: number) =>
    `${20 + (index % 5)}${String(1 + (index % 12)).padStart(2, '0')}.${String(index % 100_000).padStart(5, '0')}`;
  for (let index = 0; index < count; index++)
    yield bundle(id(index), index, (below) => id(random(below)), random);
}

const WORDS =
  'learning models self correction reinforcement language policy reward search proof agent reasoning data'.split(
    ' ',
  );

function bundle(
  arxiv: string,
  index: number,
  other: (below: number) => string,
  random: (below: number) => number,
): string {
  const words = (count: number) => Array.from({ length: count }, () => WORDS[random(WORDS.length)]).join(' ');
  const title = `${words(8)} ${index}`;
  const sha = (text: string) => createHash('sha256').update(text).digest('hex');
  const canonical = `{"metadata":{"abstract_canon_sha256":"${sha(words(4))}","cross_cats_sorted":[],"license":"http://creativecommons.org/licenses/by/4.0/","primary_cat":"cs.LG","submitted_at":"20${arxiv.slice(0, 2)}-${arxiv.slice(2, 4)}-01T00:00:00Z","title_canon_sha256":"${sha(title)}"},"schema_version":"1.0","source":{"id":"${arxiv}","kind":"arxiv","version":1}}`;
  const hash = sha(canonical);
  const short = base32(Buffer.from(hash, 'hex')).slice(0, 26);
  const number = `pith:2024:${short}`;
  const record = JSON.parse(canonical) as object;
  const references = Array.from({ length: 45 }, (_, place) => ({
    ref_index: place + 1,
    title: words(9),
    year: 2015 + random(9),
    cited_arxiv_id: other(100_000),
    doi: null,
    work_id: null,
    is_internal_anchor: random(4) === 0,
    authors: `${words(3)}, ${words(2)} and ${words(2)}`,
  }));
  const claims = ['strongest_claim', 'weakest_assumption', 'one_line_summary', 'strongest_claim'].map(
    (kind, place) => ({
      kind,
      text: words(28),
      source: `verdict.${kind}`,
      status: 'machine_extracted',
      claim_id: `C${place + 1}`,
      attestation: 'unclaimed',
    }),
  );
  return JSON.stringify({
    bundle_type: 'pith_open_graph_bundle',
    bundle_version: '1.0',
    pith_number: number,
    short_pith_number: `pith:${short.slice(0, 8)}`,
    canonical_record: record,
    canonical_sha256: hash,
    source: { kind: 'arxiv', id: arxiv, version: 1 },
    source_aliases: [
      { alias_kind: 'arxiv', alias_value: arxiv },
      { alias_kind: 'pith_short_8', alias_value: short.slice(0, 8) },
    ],
    events: [
      {
        event_type: 'record_created',
        subject_pith_number: number,
        target: 'record',
        payload: { canonical_record: record, canonical_sha256: hash },
      },
      {
        event_type: 'graph_snapshot',
        target: 'graph',
        created_at: '2026-05-17T23:38:14Z',
        event_id: `sha256:${sha(number)}`,
        payload: {
          graph_snapshot: {
            paper: {
              title,
              authors_text: words(6),
              primary_cat: 'cs.LG',
              submitted_at: '2024-01-01T00:00:00Z',
              headline: words(20),
              abstract_excerpt: words(70),
            },
            claims: { count: 4, items: claims },
            source: { kind: 'arxiv', id: arxiv, version: 1 },
            references: { count: 45, sample: references, resolved_work: 45, internal_anchors: 10 },
            formal_canon: { evidence_count: 0 },
            author_claims: { count: 0, strong_count: 0 },
            builder_version: 'bench',
          },
        },
      },
    ],
  });
}

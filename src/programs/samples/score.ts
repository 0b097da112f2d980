import { compareText } from '../../model';
import { asLines, known, readJson, readLines, writeSample } from './files';
import { mendTitles } from './titles';

interface RawRecord {
  readonly pith_number: string;
  readonly canonical_sha256: string;
  readonly canonical_record: {
    readonly metadata: {
      readonly submitted_at: string;
      readonly primary_cat: string;
      readonly cross_cats_sorted: string[];
      readonly license: string;
    };
    readonly source: { readonly id: string; readonly kind: string; readonly version: number };
  };
  readonly title: string | null;
  readonly authors_text: string | null;
}

interface RawPaper {
  readonly id: string;
  readonly arxiv_id: string | null;
  readonly title: string | null;
  readonly authors_text: string | null;
  readonly year: number | string | null;
  readonly month: number | null;
  readonly title_source: string | null;
  readonly hops_from_score: number | null;
}

interface RawEdge {
  readonly citing_arxiv_id: string;
  readonly cited_arxiv_id: string;
  readonly source: string;
  readonly method: string;
  readonly raw?: string;
}

interface RawReference {
  readonly raw: string;
  readonly arxiv_id?: string;
  readonly method?: string;
}

const SCORE = '2409.12917';
const COLLECTION = 'score-citations';
const RECONSTRUCTION =
  'A reconstruction, not the bundle that Pith serves: the canonical record, its hash and number are the true ones; the rest is what the public pages show. It carries no event id, no signer and no signature.';
/** The references that the record page prints, by their number there. */
const SHOWN_REFERENCES: readonly (readonly [number, string])[] = [
  [1, '2402.14740'],
  [2, '2305.08844'],
  [3, '2108.07732'],
  [5, '2304.05128'],
  [7, '2403.04642'],
];

/** SCoRe's record and those near its topic, and the citations among all papers within three steps of it. */
export function makeScoreSample(raw: string): void {
  const records = readJson<RawRecord[]>(raw, 'pith', 'records.json').filter(({ title }) => title !== null);
  const edges = readLines<RawEdge>(raw, 'score', 'edges.jsonl');
  const papers = mendTitles(readLines<RawPaper>(raw, 'score', 'papers.jsonl'), edges);
  const titles = new Map(papers.map(({ id, title }) => [id, title]));
  const [score, ...related] = records;
  if (score?.canonical_record.source.id !== SCORE) throw new Error('The first record is not SCoRe.');
  writeSample('score/score.bundle.json', `${JSON.stringify(bundleOf(score, scoreGraph(titles)), null, 1)}\n`);
  writeSample('score/related-records.jsonl', asLines(related.map((record) => bundleOf(record, {}))));
  writeSample('score/score-citations.jsonl', asLines(collection(raw, papers, edges)));
}

function bundleOf(record: RawRecord, graph: object): object {
  const {
    pith_number: number,
    canonical_record: canonical,
    canonical_sha256: hash,
    title,
    authors_text: authors,
  } = record;
  const id = number.slice(-26);
  const { source, metadata } = canonical;
  const aliases = [
    ['arxiv', source.id],
    ['arxiv_version', `${source.id}v${source.version}`],
    ['doi', `10.48550/arxiv.${source.id}`],
    ['pith_short_12', id.slice(0, 12)],
    ['pith_short_16', id.slice(0, 16)],
    ['pith_short_8', id.slice(0, 8)],
  ].map(([alias_kind, alias_value]) => ({ alias_kind, alias_value }));
  const paper = {
    title,
    authors_text: authors,
    license: metadata.license,
    primary_cat: metadata.primary_cat,
    cross_cats: metadata.cross_cats_sorted,
    submitted_at: metadata.submitted_at,
  };
  return {
    bundle_type: 'pith_open_graph_bundle',
    bundle_version: '1.0',
    note: RECONSTRUCTION,
    pith_number: number,
    short_pith_number: `pith:${id.slice(0, 8)}`,
    canonical_record: canonical,
    canonical_sha256: hash,
    source,
    source_aliases: aliases,
    events: [
      {
        event_type: 'record_created',
        subject_pith_number: number,
        target: 'record',
        payload: { canonical_record: canonical, canonical_sha256: hash },
      },
      {
        event_type: 'graph_snapshot',
        subject_pith_number: number,
        target: 'graph',
        payload: { graph_snapshot: { paper: known(paper), source, ...graph } },
      },
    ],
  };
}

/** What SCoRe's record page states: 282 references of which it prints five, 63 anchors, 3 formal links. */
function scoreGraph(titles: ReadonlyMap<string, string | null>): object {
  const sample = SHOWN_REFERENCES.map(([ref_index, id]) =>
    known({ ref_index, title: titles.get(id), cited_arxiv_id: id }),
  );
  return {
    references: { count: 282, sample, resolved_work: 282, internal_anchors: 63 },
    formal_canon: { evidence_count: 3 },
  };
}

function collection(raw: string, papers: readonly RawPaper[], all: readonly RawEdge[]): object[] {
  const near = papers.filter(({ hops_from_score: hops }) => hops !== null && hops <= 3);
  const inside = new Set(near.map(({ id }) => id));
  const edges = all.filter(
    ({ citing_arxiv_id: citing, cited_arxiv_id: cited }) =>
      citing !== SCORE && inside.has(citing) && inside.has(cited),
  );
  return [
    {
      type: 'collection',
      name: COLLECTION,
      version: 1,
      description: `SCoRe's reference list as printed in arXiv v2, and ${near.length.toLocaleString('en')} papers within three steps of it with the citations among them. Gathered from public reference lists; not signed by anyone, and not complete but for SCoRe's own list.`,
      licence: 'Facts: ids, titles, who cites whom. SCoRe’s references as printed: CC BY 4.0.',
    },
    ...near.sort((a, b) => compareText(a.id, b.id)).map(workRow),
    ...scoreReferences(raw),
    ...edges.map(citationRow),
  ];
}

function workRow(paper: RawPaper): object {
  const year = paper.year === null ? null : Number(paper.year);
  const date =
    year !== null && paper.month !== null ? `${year}-${String(paper.month).padStart(2, '0')}` : null;
  const identity =
    paper.arxiv_id === null ? { id: paper.id.replace(/^local:/, '') } : { arxiv_id: paper.arxiv_id };
  const { title, authors_text } = paper;
  return known({
    type: 'work',
    ...identity,
    title,
    // Some sources have a dash for authors that they do not know.
    authors_text: /\p{L}/u.test(authors_text ?? '') ? authors_text?.slice(0, 400) : null,
    year,
    date,
    source: titleSource(paper.title_source),
  });
}

function titleSource(source: string | null): string | null {
  if (source === null) return null;
  if (source.startsWith('reference-string')) return 'title read from reference lists';
  return `title in ${readable(source)}`;
}

/** The whole printed list, one row an entry; the blog post among them has no id and is carried as text. */
function scoreReferences(raw: string): object[] {
  const { documents } = readJson<{ documents: { arxiv_id: string; references: RawReference[] }[] }>(
    raw,
    'score',
    'transcribed_references.json',
  );
  const list = documents.find(({ arxiv_id: id }) => id === SCORE)?.references ?? [];
  const source = `reference list of arXiv:${SCORE}v2`;
  return list.map(({ raw: text, arxiv_id: id, method }, place) =>
    known({
      type: 'citation',
      citing: `arXiv:${SCORE}`,
      cited: id === undefined ? undefined : `arXiv:${id}`,
      ref_index: place + 1,
      raw: text,
      source,
      method,
    }),
  );
}

function citationRow({ citing_arxiv_id: citing, cited_arxiv_id: cited, source, method }: RawEdge): object {
  return {
    type: 'citation',
    citing: named(citing),
    cited: named(cited),
    source: placeOf(source),
    method: method.replace(/github-text-index id \d+/, 'a text copy'),
  };
}

function named(id: string): string {
  return id.startsWith('local:') ? `local:${COLLECTION}/${id.slice('local:'.length)}` : `arXiv:${id}`;
}

/** `SSS135/papers-md@0b57…:papers/x/x.md#L652` in words. */
function placeOf(source: string): string {
  const copy = /markdown of arXiv (\d{4}\.\d{4,5}(?:v\d+)?)/.exec(source)?.[1];
  if (copy !== undefined) return `reference list of arXiv:${copy}`;
  const copies: Record<string, string> = { '61985009962': '2411.04282', '56256292706': '2412.21187' };
  const text = /github-text-index id (\d+)/.exec(source)?.[1];
  if (text !== undefined) return `reference list of arXiv:${copies[text] ?? 'unknown'}, from a text copy`;
  return readable(source);
}

function readable(source: string): string {
  const [, repository, commit, path, line] =
    /^([^@\s]+)@([0-9a-f]+):([^#\s]+)(?:#L(\d+))?/.exec(source) ?? [];
  if (repository === undefined) return source;
  return `github.com/${repository}, ${path}${line === undefined ? '' : `, line ${line}`} (commit ${commit?.slice(0, 7)})`;
}

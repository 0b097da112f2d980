import packed from './naughty-strings.json' with { type: 'json' };

/** Some of the published list are pieces of a longer text, cut within a character: those decode with U+FFFD. */
const PUBLISHED = packed.map((base64) => new TextDecoder().decode(Buffer.from(base64, 'base64')));

/** What JSON can say and UTF-8 cannot, and what databases end texts with. */
const HALVES_AND_NULS = ['\ud800', 'a\udc00b', '\udc00\ud800', 'a\0b', '\0'];

export const NAUGHTY: readonly string[] = [...PUBLISHED, ...HALVES_AND_NULS];

/** The work that every one of them cites. */
export const CITED_BY_ALL = 'arXiv:2402.00001';

export function naughtyWork(index: number): string {
  return `arXiv:2501.${10_000 + index}`;
}

/** A collection and a graph snapshot with a text wherever a text may stand, in one file of that name. */
export function naughtyFile(text: string, index: number): { readonly name: string; readonly body: string } {
  const work = naughtyWork(index);
  const rows = [
    { type: 'collection', name: `c${index}`, version: 1, description: text },
    {
      type: 'work',
      arxiv_id: work,
      id: `x${text}`,
      title: text,
      authors_text: text,
      venue: text,
      headline: text,
    },
    {
      type: 'citation',
      citing: work,
      cited: CITED_BY_ALL,
      raw: text,
      source: text,
      method: text,
      role: text,
    },
    {
      type: 'theorem',
      id: 't',
      library: `l${index}${text}`,
      module: text,
      declaration: `d${text}`,
      statement: text,
      url: text,
    },
    { type: 'theorem_link', work, theorem: 't', relation: text, scope: text, source: text },
    naughtyGraph(text, work),
  ];
  return { name: `${index} ${text}.jsonl`, body: rows.map((row) => JSON.stringify(row)).join('\n') };
}

function naughtyGraph(text: string, work: string) {
  return {
    builder_version: text,
    paper: { title: text, authors_text: text },
    source: { kind: 'arxiv', id: work.slice('arXiv:'.length) },
    claims: { items: [{ claim_id: 'C1', text, kind: text, status: text, attestation: text }] },
    references: { sample: [{ raw: `n${text}` }] },
    verdict: { one_line_summary: text },
  };
}

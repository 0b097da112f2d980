import { compareText } from '../../model';
import { asLines, known, readLines, writeSample } from './files';

interface RawTheorem {
  readonly name: string;
  readonly kind: string;
  readonly file: string;
  readonly line: number;
  readonly category: string | null;
  readonly doc: string | null;
  readonly sorry: boolean;
}

interface RawLink {
  readonly theorem: string;
  readonly file: string;
  readonly text: string | null;
  readonly scope: 'file' | 'theorem';
  readonly arxiv_id: string | null;
}

const REPOSITORY =
  'https://github.com/google-deepmind/formal-conjectures/blob/488aade228ec37880b8fec178c173c07d279bb53';
const LIBRARY = 'formal-conjectures';

/** The Lean statements of formal-conjectures that name an arXiv paper, those papers, and every tie. */
export function makeFormalSample(raw: string): void {
  const links = readLines<RawLink>(raw, 'lean', 'formal-conjectures-links.jsonl').filter(
    ({ arxiv_id: id }) => id !== null,
  );
  const tied = new Set(links.map(keyOf));
  const theorems = readLines<RawTheorem>(raw, 'lean', 'formal-conjectures-theorems.jsonl').filter((theorem) =>
    tied.has(keyOf({ theorem: theorem.name, file: theorem.file })),
  );
  const ids = idsOf(theorems);
  const rows = [
    HEADER,
    ...works(links),
    ...theorems.map((theorem, place) => theoremRow(theorem, ids[place] ?? '')),
    ...linkRows(links, theorems, ids),
  ];
  writeSample('formal-conjectures/formal-conjectures.jsonl', asLines(rows));
}

/** A file may state several things under one name (unnamed examples get their namespace's): lines tell those apart. */
function idsOf(theorems: readonly RawTheorem[]): string[] {
  const keys = theorems.map(({ name, file }) => keyOf({ theorem: name, file }));
  return keys.map((key, place) =>
    keys.indexOf(key) === keys.lastIndexOf(key) ? key : `${key}:${theorems[place]?.line ?? 0}`,
  );
}

/** The raw data has a row for each statement of a name, in their order. */
function linkRows(
  links: readonly RawLink[],
  theorems: readonly RawTheorem[],
  ids: readonly string[],
): object[] {
  const stated = new Map<string, string[]>();
  theorems.forEach(({ name, file }, place) => {
    const key = keyOf({ theorem: name, file });
    stated.set(key, [...(stated.get(key) ?? []), ids[place] ?? '']);
  });
  const seen = new Map<string, number>();
  return links.map((link) => {
    const candidates = stated.get(keyOf(link)) ?? [];
    const same = JSON.stringify(link);
    const turn = seen.get(same) ?? 0;
    seen.set(same, turn + 1);
    return linkRow(link, candidates[turn % candidates.length] ?? '');
  });
}

const HEADER = {
  type: 'collection',
  name: LIBRARY,
  version: 1,
  description:
    'Lean statements of google-deepmind/formal-conjectures (commit 488aade) that name an arXiv paper. A tie says that the paper is mentioned: in the header of the statement’s file (scope file) or in its docstring (scope theorem). A statement with sorry is stated in Lean, not proved.',
  licence: 'Apache-2.0',
};

function keyOf({ theorem, file }: { readonly theorem: string; readonly file: string }): string {
  return `${file}#${theorem}`;
}

/** Titles are only known as the words of a link, where these look like one and all links agree. */
function works(links: readonly RawLink[]): object[] {
  const texts = new Map<string, Set<string>>();
  for (const { arxiv_id: id, text } of links) {
    if (id === null) continue;
    const known = texts.get(id) ?? new Set();
    if (text !== null) known.add(text.replace(/\s+/g, ' ').trim());
    texts.set(id, known);
  }
  return [...texts]
    .sort((a, b) => compareText(a[0], b[0]))
    .map(([arxiv_id, known]) => {
      const title = [...known].filter(looksLikeTitle);
      return title.length === 1
        ? { type: 'work', arxiv_id, title: title[0], source: 'title as a link in the Lean file has it' }
        : { type: 'work', arxiv_id, source: 'named in a Lean file' };
    });
}

function looksLikeTitle(text: string): boolean {
  return text.split(' ').length >= 3 && text.length >= 18 && !/arxiv|\d{4}\.\d{4}|https?:/i.test(text);
}

function theoremRow(theorem: RawTheorem, id: string): object {
  return known({
    type: 'theorem',
    id,
    library: LIBRARY,
    module: theorem.file.replace(/\.lean$/, '').replaceAll('/', '.'),
    declaration: theorem.name,
    kind: theorem.kind,
    status: theorem.category,
    line: theorem.line,
    url: `${REPOSITORY}/${encodeURI(theorem.file)}#L${theorem.line}`,
    statement: theorem.doc,
    sorry: theorem.sorry,
  });
}

function linkRow(link: RawLink, theorem: string): object {
  return {
    type: 'theorem_link',
    work: `arXiv:${link.arxiv_id ?? ''}`,
    theorem,
    relation: 'mentioned',
    scope: link.scope,
    source: `${link.scope === 'file' ? 'header' : 'docstring'} in ${link.file}${link.text === null ? '' : `, linked as “${link.text}”`}`,
  };
}

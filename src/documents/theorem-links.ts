import { alias, arxivId, doiAlias, type Alias } from '../model';
import { libraryOfFile, nameByFile } from './declarations';
import type { Facts } from './facts';
import { id, readFields, text, type Fields } from './fields';
import { moduleOf } from './modules';
import type { Problems } from './problems';
import { RowReader } from './row-reader';
import type { Json, Stated } from './stated';
import { NOTHING_SAID } from './theorems';

const LINK = { theorem: id, file: id, text, scope: text, arxiv_id: id, doi: text };

/**
 * Reads links from theorems to works, as formal-conjectures has them. They name theorems by their files, of which
 * another document tells more: each is a name of which nothing is said here.
 */
export class TheoremLinksReader extends RowReader {
  readonly kind = 'theorem-links';
  readonly #name: string;
  readonly #turns = new Map<string, number>();
  readonly #theorems = new Set<string>();
  #withoutWork = 0;

  /** `name` is what a library is called that no file names. */
  constructor(name: string, problems: Problems) {
    super(problems);
    this.#name = name;
  }

  protected read(row: Stated, value: Json): void {
    const { pointer } = row;
    if (this.isFull(this.rows - 1, pointer, 'links')) return;
    const fields = readFields(LINK, row, this.problems);
    const { theorem, file } = fields;
    const work = workOf(fields);
    if (theorem === undefined || file === undefined)
      this.problems.error(pointer, 'This link does not name a theorem and its file; it was left out.');
    else if (work === null) this.#withoutWork++;
    else this.#write(work, { ...fields, theorem, file }, { value, pointer });
  }

  finish(): Facts {
    if (this.#withoutWork > 0) {
      const count = this.#withoutWork.toLocaleString('en');
      this.problems.note(
        '',
        `Links that name neither an arXiv paper nor a whole DOI: ${count}; they were left out.`,
      );
    }
    return this.facts;
  }

  #write(
    work: Alias,
    link: Fields<typeof LINK> & { readonly theorem: string; readonly file: string },
    { value, pointer }: Stated,
  ): void {
    const { theorem: declaration, file, scope = null } = link;
    const library = libraryOfFile(file) ?? this.#name;
    const theorem = nameByFile(library, declaration, file, this.#turnOf(value));
    if (!this.#theorems.has(theorem)) {
      this.#theorems.add(theorem);
      const names = { id: theorem, library, declaration, module: moduleOf(file) };
      this.facts.theorems.push({ ...NOTHING_SAID, ...names, pointer });
    }
    this.facts.theoremLinks.push({
      ...{ work, theorem, claimId: null, relation: 'mentioned', scope, pointer },
      source: wordsFor(link),
    });
  }

  /** The list has a row for each statement of one name in one file, in their order: the nth same row is of the nth. */
  #turnOf(value: unknown): number {
    const row = JSON.stringify(value);
    const turn = (this.#turns.get(row) ?? 0) + 1;
    this.#turns.set(row, turn);
    return turn;
  }
}

function wordsFor({ scope, file, text }: Fields<typeof LINK>): string {
  const place = scope === 'file' ? 'header' : scope === 'theorem' ? 'docstring' : 'link';
  return `${place} in ${file}${text === undefined ? '' : `, linked as “${text}”`}`;
}

function workOf({ arxiv_id: arxiv = '', doi = '' }: Fields<typeof LINK>): Alias | null {
  const paper = arxivId(arxiv);
  if (paper !== null) return alias('arxiv', paper);
  const whole = unescaped(doi);
  return isCutOff(whole) ? null : doiAlias(whole);
}

/** DOIs out of addresses come as they stand there: `10.1007%2FBF02392260`. */
function unescaped(doi: string): string {
  try {
    return decodeURIComponent(doi);
  } catch {
    return doi;
  }
}

/** A DOI out of a Markdown link ends at its first closing bracket: `10.1016/S0195-6698(05`. */
function isCutOff(doi: string): boolean {
  return doi.split('(').length > doi.split(')').length;
}

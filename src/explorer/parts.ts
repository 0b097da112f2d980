import type { Delivery, Progress, Source } from '../intake';
import type { LoadReport, Problem } from '../model';

/** After the first of so many files there is a picture. */
const FIRST = 1000;
/** What goes into the tables at once lies there uncompressed until it is whole. */
const EACH = 5000;

/** Problems of all parts together that are listed. */
const MOST_PROBLEMS = 1000;

/** What a load brought. */
export interface Brought extends Pick<Delivery, 'newRecords' | 'unsure' | 'grown' | 'report'> {
  /** How many sources were left when it was cancelled: what was in the tables by then stays. */
  readonly left: number;
}

/** What is opened at once, as it goes into the tables: a small drop whole, a large one in parts. */
export function partsOf<S extends Source>(sources: readonly S[]): (readonly S[])[] {
  if (sources.length <= 2 * FIRST) return [sources];
  const parts = [sources.slice(0, FIRST)];
  for (let at = FIRST; at < sources.length; at += EACH) parts.push(sources.slice(at, at + EACH));
  return parts;
}

/** What two parts brought, one after the other. Works that were stubs of the first are counted once. */
export function together(a: Brought, b: Omit<Brought, 'left'>): Brought {
  const sum = (count: Counts) => a.report[count] + b.report[count];
  const grown = { works: a.grown.works + b.grown.works, stubs: a.grown.stubs + b.grown.stubs };
  return {
    ...a,
    grown,
    newRecords: [...a.newRecords, ...b.newRecords],
    unsure: [...a.unsure, ...b.unsure],
    report: {
      documents: sum('documents'),
      records: sum('records'),
      works: Math.max(0, grown.works),
      stubs: Math.max(0, grown.stubs),
      citations: sum('citations'),
      claims: sum('claims'),
      theorems: sum('theorems'),
      theoremLinks: sum('theoremLinks'),
      problems: someOf([...a.report.problems, ...b.report.problems]),
      milliseconds: sum('milliseconds'),
    },
  };
}

type Counts = Exclude<keyof LoadReport, 'problems'>;

function someOf(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= MOST_PROBLEMS) return problems;
  const more = {
    document: '',
    pointer: '',
    severity: 'warning',
    message: 'More problems are not listed.',
  } as const;
  return [...problems.slice(0, MOST_PROBLEMS), more];
}

/** The progress of one part as that of the whole. */
export class PartsProgress {
  readonly #whole: { readonly files: number; readonly bytes: number };
  #files = 0;
  #bytes = 0;
  #part: Progress | null = null;

  constructor(sources: readonly Source[]) {
    this.#whole = { files: sources.length, bytes: sources.reduce((sum, source) => sum + bytesOf(source), 0) };
  }

  of(part: Progress): Progress {
    this.#part = part;
    return {
      ...part,
      files: this.#files + part.files,
      filesTotal: Math.max(this.#whole.files, this.#files + part.filesTotal),
      bytes: this.#bytes + part.bytes,
      bytesTotal: Math.max(this.#whole.bytes, this.#bytes + part.bytesTotal),
    };
  }

  /** That part is in. */
  next(): void {
    this.#files += this.#part?.filesTotal ?? 0;
    this.#bytes += this.#part?.bytesTotal ?? 0;
    this.#part = null;
  }
}

function bytesOf(source: Source): number {
  if (source.kind === 'part') return source.end - source.start;
  return source.kind === 'file' ? source.blob.size : 0;
}

import type { Delivery, Progress } from '../intake';
import type { LoadReport, Problem } from '../model';

/** After the first of so many files there is a picture. */
const FIRST = 1000;
/** What goes into the tables at once lies there uncompressed until it is whole. */
const EACH = 2000;

/** Problems of all parts together that are listed. */
const MOST_PROBLEMS = 1000;

/** What a load brought. */
export interface Brought extends Pick<Delivery, 'newRecords' | 'unsure' | 'grown' | 'report'> {
  /** How many sources were left when it was cancelled: what was in the tables by then stays. */
  readonly left: number;
}

/** Of a list, what is from one place to before another. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** So many files that are opened at once, as they go into the tables: a small drop whole, a large one in parts. */
export function partsOf(count: number): Span[] {
  if (count <= 2 * FIRST) return [{ from: 0, to: count }];
  const parts = [{ from: 0, to: FIRST }];
  for (let from = FIRST; from < count; from += EACH) parts.push({ from, to: Math.min(count, from + EACH) });
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

export interface LoadProgress extends Omit<Progress, 'bytesTotal'> {
  /** Of several parts it is not known before how many bytes they have: to ask each file for its size stops the page. */
  readonly bytesTotal: number | null;
  /** How much is done, of 1: by bytes, else by files; null where nothing can be said. */
  readonly share: number | null;
}

export function withShare(progress: Omit<LoadProgress, 'share'>): LoadProgress {
  const { bytes, bytesTotal, files, filesTotal } = progress;
  const [done, all] = bytesTotal === null ? [files, filesTotal] : [bytes, bytesTotal];
  return { ...progress, share: all > 0 ? done / all : null };
}

/** The progress of one part as that of the whole. */
export class PartsProgress {
  readonly #parts: readonly Span[];
  #files = 0;
  #bytes = 0;
  #part: Progress | null = null;

  constructor(parts: readonly Span[]) {
    this.#parts = parts;
  }

  of(part: Progress): LoadProgress {
    this.#part = part;
    return withShare({
      ...part,
      files: this.#files + part.files,
      filesTotal: Math.max(this.#parts.at(-1)?.to ?? 0, this.#files + part.filesTotal),
      bytes: this.#bytes + part.bytes,
      bytesTotal: this.#parts.length > 1 ? null : part.bytesTotal,
    });
  }

  /** That part is in. */
  next(): void {
    this.#files += this.#part?.filesTotal ?? 0;
    this.#bytes += this.#part?.bytesTotal ?? 0;
    this.#part = null;
  }
}

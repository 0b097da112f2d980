import type { Progress, Source } from '../documents';

/** Each report is a frame to paint, which without a GPU takes from the reading. */
const MILLISECONDS_BETWEEN_REPORTS = 250;

/** The progress of several runs, which are read beside each other, as one. */
export class Tally {
  readonly #runs: Progress[];
  readonly #report: (progress: Progress) => void;
  #last = -Infinity;

  constructor(runs: readonly (readonly Source[])[], report: (progress: Progress) => void) {
    this.#runs = runs.map((sources) => ({
      ...{ phase: 'reading', files: 0, filesTotal: sources.length, bytes: 0, name: '' },
      bytesTotal: bytesIn(sources),
    }));
    this.#report = report;
  }

  note(run: number, progress: Progress): void {
    this.#runs[run] = progress;
    const now = performance.now();
    if (now - this.#last < MILLISECONDS_BETWEEN_REPORTS) return;
    this.#last = now;
    const sum = (count: 'files' | 'filesTotal' | 'bytes' | 'bytesTotal') =>
      this.#runs.reduce((total, one) => total + one[count], 0);
    const [files, filesTotal] = [sum('files'), sum('filesTotal')];
    this.#report({
      phase: files < filesTotal ? 'reading' : 'checking',
      files,
      filesTotal,
      bytes: sum('bytes'),
      bytesTotal: sum('bytesTotal'),
      name: progress.name,
    });
  }
}

/** As far as it is known. */
export function bytesIn(sources: readonly Source[]): number {
  return sources.reduce((sum, source) => sum + bytesOf(source), 0);
}

function bytesOf(source: Source): number {
  if (source.kind === 'part') return source.end - source.start;
  return source.kind === 'file' ? source.blob.size : 0;
}

import { Failure } from '../model';
import type { BibliographyWork } from '../queries';
import {
  BIBLIOGRAPHY_FORMATS,
  GRAPH_FORMATS,
  TABLE_FORMATS,
  type BibliographyFormat,
  type GraphFormat,
  type TableFormat,
} from './formats';
import type { PortableInput } from './portable';
import type { ExportTable } from './table/export-table';
import type { Counts, GraphSource, Job, Written } from './write';

/** What the worker says. */
export type Report =
  | { readonly kind: 'written'; readonly written: Written; readonly counts: Counts }
  | { readonly kind: 'failed'; readonly message: string };

/** A file that was written. */
export interface Made {
  readonly blob: Blob;
  readonly counts: Counts;
}

/** Writes files in a worker of their own each, so that cancelling one ends it at once and no other. */
export class Exporting {
  graph(format: GraphFormat, graph: GraphSource, signal: AbortSignal): Promise<Made> {
    return madeBy({ kind: 'graph', format, graph }, mediaTypeOf(GRAPH_FORMATS, format), signal);
  }

  /** The nodes or the lines of a graph as a table. */
  graphTable(
    format: TableFormat,
    graph: GraphSource,
    table: 'nodes' | 'lines',
    signal: AbortSignal,
  ): Promise<Made> {
    return madeBy({ kind: 'graph-table', format, graph, table }, mediaTypeOf(TABLE_FORMATS, format), signal);
  }

  bibliography(
    format: BibliographyFormat,
    works: readonly BibliographyWork[],
    signal: AbortSignal,
  ): Promise<Made> {
    return madeBy({ kind: 'bibliography', format, works }, mediaTypeOf(BIBLIOGRAPHY_FORMATS, format), signal);
  }

  portable(input: PortableInput, signal: AbortSignal): Promise<Made> {
    return madeBy({ kind: 'portable', input }, 'application/zip', signal);
  }

  /** A zip of files by their names. */
  files(files: Readonly<Record<string, Uint8Array>>, signal: AbortSignal): Promise<Made> {
    return madeBy({ kind: 'files', files }, 'application/zip', signal);
  }

  table(format: TableFormat, table: ExportTable, signal: AbortSignal): Promise<Made> {
    return madeBy({ kind: 'table', format, table }, mediaTypeOf(TABLE_FORMATS, format), signal);
  }
}

function mediaTypeOf(formats: readonly { id: string; mediaType: string }[], id: string): string {
  return formats.find((format) => format.id === id)?.mediaType ?? '';
}

async function madeBy(job: Job, type: string, signal: AbortSignal): Promise<Made> {
  if (signal.aborted) throw new Failure('cancelled', 'Cancelled.');
  const worker = new Worker(new URL('./exports.worker.ts', import.meta.url), {
    type: 'module',
    name: 'exports',
  });
  try {
    const { written, counts } = await answerOf(worker, job, signal);
    return { blob: new Blob([written], { type }), counts };
  } finally {
    worker.terminate();
  }
}

interface Answer {
  readonly written: string | Uint8Array<ArrayBuffer>;
  readonly counts: Counts;
}

function answerOf(worker: Worker, job: Job, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Failure('cancelled', 'Cancelled.')), { once: true });
    worker.onmessage = ({ data }: MessageEvent<Report>) => {
      if (data.kind === 'failed') reject(new Error(data.message));
      else {
        const { written, counts } = data;
        resolve({ written: typeof written === 'string' ? written : written.slice(), counts });
      }
    };
    worker.onerror = ({ message }) =>
      reject(new Error(`The worker that exports stopped: ${message || 'it could not be started'}.`));
    worker.onmessageerror = () => reject(new Error('What the worker that exports wrote could not be read.'));
    worker.postMessage(job);
  });
}

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
import type { ExportGraph } from './graph/export-graph';
import type { ExportTable } from './table/export-table';
import type { Job, Written } from './write';

/** What the worker says. */
export type Report =
  | { readonly kind: 'written'; readonly written: Written }
  | { readonly kind: 'failed'; readonly message: string };

/** Writes files in a worker of their own each, so that cancelling one ends it at once and no other. */
export class Exporting {
  graph(format: GraphFormat, graph: ExportGraph, signal: AbortSignal): Promise<Blob> {
    return blobOf({ kind: 'graph', format, graph }, mediaTypeOf(GRAPH_FORMATS, format), signal);
  }

  bibliography(
    format: BibliographyFormat,
    works: readonly BibliographyWork[],
    signal: AbortSignal,
  ): Promise<Blob> {
    return blobOf({ kind: 'bibliography', format, works }, mediaTypeOf(BIBLIOGRAPHY_FORMATS, format), signal);
  }

  portable(input: PortableInput, signal: AbortSignal): Promise<Blob> {
    return blobOf({ kind: 'portable', input }, 'application/zip', signal);
  }

  table(format: TableFormat, table: ExportTable, signal: AbortSignal): Promise<Blob> {
    return blobOf({ kind: 'table', format, table }, mediaTypeOf(TABLE_FORMATS, format), signal);
  }
}

function mediaTypeOf(formats: readonly { id: string; mediaType: string }[], id: string): string {
  return formats.find((format) => format.id === id)?.mediaType ?? '';
}

async function blobOf(job: Job, type: string, signal: AbortSignal): Promise<Blob> {
  if (signal.aborted) throw new Failure('cancelled', 'Cancelled.');
  const worker = new Worker(new URL('./exports.worker.ts', import.meta.url), {
    type: 'module',
    name: 'exports',
  });
  try {
    return new Blob([await answerOf(worker, job, signal)], { type });
  } finally {
    worker.terminate();
  }
}

function answerOf(worker: Worker, job: Job, signal: AbortSignal): Promise<string | Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Failure('cancelled', 'Cancelled.')), { once: true });
    worker.onmessage = ({ data }: MessageEvent<Report>) => {
      if (data.kind === 'failed') reject(new Error(data.message));
      else resolve(typeof data.written === 'string' ? data.written : data.written.slice());
    };
    worker.onerror = ({ message }) =>
      reject(new Error(`The worker that exports stopped: ${message || 'it could not be started'}.`));
    worker.onmessageerror = () => reject(new Error('What the worker that exports wrote could not be read.'));
    worker.postMessage(job);
  });
}

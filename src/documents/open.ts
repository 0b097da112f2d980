import { Failure, describeFailure, isCancelled, type Severity } from '../model';
import { inWords, LIMITS } from './limits';
import type { Source } from './sources';

/** Files up to this many bytes are read ahead, and together. */
const SMALL = 1024 * 1024;

/** How much of the sources goes together. */
interface Portion {
  readonly bytes: number;
  readonly files: number;
}

/** What is read at once: all of it is in memory several times. */
export const GROUP: Portion = { bytes: SMALL, files: 64 };
/** What a reader is given at once. */
export const RUN: Portion = { bytes: 4 * SMALL, files: 256 };

export interface Opened {
  readonly name: string;
  readonly origin: string | null;
  readonly size: number;
  /** All bytes, where they are few. */
  readonly bytes: Uint8Array | null;
  readonly blob: () => Blob;
}

/** A source whose bytes are on this machine. */
type Local = Extract<Source, { readonly blob: Blob }>;

export interface Refused {
  readonly name: string;
  readonly origin: string | null;
  readonly size: number;
  readonly severity: Severity;
  readonly pointer: string;
  readonly message: string;
}

export function refused(name: string, message: string, more: Partial<Refused> = {}): Refused {
  return { name, origin: null, size: 0, severity: 'error', pointer: '', message, ...more };
}

/**
 * Sources in their order, small files together: asking for each file by itself takes longer than all that is done
 * with it.
 */
export function* inPortions(sources: readonly Source[], most: Portion): Generator<readonly Source[]> {
  let group: Source[] = [];
  let bytes = 0;
  for (const source of sources) {
    const size = isLocal(source) ? sizeOf(source) : most.bytes;
    if (group.length === most.files || (group.length > 0 && bytes + size > most.bytes)) {
      yield group;
      group = [];
      bytes = 0;
    }
    group.push(source);
    bytes += size;
  }
  if (group.length > 0) yield group;
}

/** Does not reject: what could not be opened is refused by itself. */
export async function openGroup(
  group: readonly Source[],
  fetcher: typeof fetch,
  signal: AbortSignal,
): Promise<readonly (Opened | Refused)[]> {
  const together = group.length > 1 ? await openTogether(group) : null;
  return together ?? Promise.all(group.map((source) => open(source, fetcher, signal)));
}

/** Null where one of them cannot be read: then each is asked for by itself. */
async function openTogether(group: readonly Source[]): Promise<Opened[] | null> {
  const files = group.filter(isLocal);
  if (files.length < group.length || files.some((file) => sizeOf(file) > SMALL)) return null;
  try {
    const whole = new Uint8Array(await new Blob(blobsOf(files)).arrayBuffer());
    let end = 0;
    return files.map((file) => {
      const start = end;
      end += sizeOf(file);
      const bytes = whole.subarray(start, end);
      return { name: file.name, origin: null, size: bytes.length, bytes, blob: () => blobOf(file) };
    });
  } catch {
    return null;
  }
}

/** The files one after the other; neighbours in one blob are taken in one go. */
function blobsOf(files: readonly Local[]): Blob[] {
  const runs: { readonly blob: Blob; readonly start: number; end: number }[] = [];
  for (const file of files) {
    if (file.kind === 'file') {
      runs.push({ blob: file.blob, start: 0, end: file.blob.size });
      continue;
    }
    const { blob, start, end } = file;
    const last = runs.at(-1);
    if (last?.blob === blob && last.end === start) last.end = end;
    else runs.push({ blob, start, end });
  }
  return runs.map(({ blob, start, end }) => (end - start === blob.size ? blob : blob.slice(start, end)));
}

/** A source's bytes as a Blob. Rejects only with a Failure of kind `cancelled`. */
async function open(source: Source, fetcher: typeof fetch, signal: AbortSignal): Promise<Opened | Refused> {
  const name = nameOf(source);
  const origin = source.kind === 'url' ? source.url : null;
  try {
    const blob = await fetchBlob(source, fetcher, signal);
    const { size } = blob;
    const bytes = size <= SMALL ? new Uint8Array(await blob.arrayBuffer()) : null;
    return { name, origin, size, bytes, blob: () => blob };
  } catch (failure) {
    if (signal.aborted || isCancelled(failure)) return refused(name, 'Reading was cancelled.', { origin });
    const why =
      failure instanceof Failure
        ? failure.message
        : `The file could not be read (${describeFailure(failure)}).`;
    return refused(name, why, { origin });
  }
}

export function nameOf(source: Source): string {
  return source.kind === 'url' ? source.url : source.name;
}

export function isLocal(source: Source): source is Local {
  return source.kind === 'file' || source.kind === 'part';
}

export function sizeOf(source: Local): number {
  return source.kind === 'file' ? source.blob.size : source.end - source.start;
}

function blobOf(source: Local): Blob {
  return source.kind === 'file' ? source.blob : source.blob.slice(source.start, source.end);
}

async function fetchBlob(source: Source, fetcher: typeof fetch, signal: AbortSignal): Promise<Blob> {
  switch (source.kind) {
    case 'file':
    case 'part':
      return blobOf(source);
    case 'text':
      return new Blob([source.text]);
    case 'url':
      return download(source.url, fetcher, signal);
  }
}

const INSTEAD = 'Download the file yourself and drop it here.';

async function download(url: string, fetcher: typeof fetch, signal: AbortSignal): Promise<Blob> {
  let response: Response;
  try {
    response = await fetcher(url, { signal });
  } catch (cause) {
    if (signal.aborted) throw cause;
    const message = `The address did not answer, or does not allow other pages to read it. ${INSTEAD}`;
    throw new Failure('network', message, { cause });
  }
  if (!response.ok) {
    const hint =
      response.status === 404
        ? 'nothing is there. Check the address.'
        : `it cannot be read from here. ${INSTEAD}`;
    throw new Failure('network', `The address answered with status ${response.status}: ${hint}`);
  }
  return receive(response, signal);
}

async function receive(response: Response, signal: AbortSignal): Promise<Blob> {
  const most = LIMITS.archiveBytes;
  const tooLarge = () =>
    new Failure(
      'too-large',
      `What the address sends is larger than ${inWords(most)}, the most that is read.`,
    );
  if (Number(response.headers.get('content-length') ?? 0) > most) throw tooLarge();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    signal.throwIfAborted();
    size += next.value.length;
    if (size > most) {
      await reader?.cancel();
      throw tooLarge();
    }
    chunks.push(next.value);
  }
  return new Blob(chunks);
}

import { describeFailure, Failure } from '../model';
import { documentsIn, type Raw } from './documents-in';
import type { CheckedDocument, DocumentKind } from './facts';
import { inOrder } from './in-order';
import {
  GROUP,
  inPortions,
  isLocal,
  nameOf,
  openGroup,
  refused,
  RUN,
  sizeOf,
  type Opened,
  type Refused,
} from './open';
import { isNoise, piecesOf } from './pieces';
import { readDocument, type Check } from './read-document';
import type { Progress, Source } from './sources';

const DOCUMENTS_AT_ONCE = 32;
const GROUPS_AT_ONCE = 3;
/** Each report is a frame to paint, which without a GPU takes from the reading. */
const MILLISECONDS_BETWEEN_REPORTS = 250;

export interface ReadOptions {
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Stands in for the global `fetch`. */
  readonly fetch?: typeof fetch;
  /** Verdicts of one Pith record; `checkRecord` of the checks room. */
  readonly check: Check;
  /** What somebody says that documents are, by their names; the others are known by what they hold. */
  readonly as?: Readonly<Record<string, DocumentKind>>;
}

export async function* readSources(
  sources: readonly Source[],
  options: ReadOptions,
): AsyncGenerator<CheckedDocument> {
  let documents = 0;
  for await (const document of readRun(sources, options)) {
    documents++;
    yield document;
  }
  if (documents === 0) yield nothingIn(sources);
}

export async function* readRun(
  sources: readonly Source[],
  options: ReadOptions,
): AsyncGenerator<CheckedDocument> {
  for await (const { document } of readWithBytes(sources, options)) yield document;
}

/** Each with its bytes as they came, unpacked where they were packed; null where it was refused unread. */
export async function* readWithBytes(
  sources: readonly Source[],
  options: ReadOptions,
): AsyncGenerator<{ readonly document: CheckedDocument; readonly bytes: Uint8Array | null }> {
  const { signal, check } = options;
  const wanted = withoutNoise(sources);
  const meter = new Meter(wanted, options.onProgress ?? (() => undefined));
  stopIf(signal);
  const read = async (raw: Raw) => ({
    document: await readDocument(raw, check),
    bytes: raw.bytes ?? null,
  });
  for await (const found of inOrder(rawDocuments(wanted, options, meter), read, DOCUMENTS_AT_ONCE)) {
    stopIf(signal);
    meter.report(found.document.name);
    yield found;
  }
  stopIf(signal);
  meter.finish();
}

async function* rawDocuments(
  sources: readonly Source[],
  options: ReadOptions,
  meter: Meter,
): AsyncGenerator<Raw> {
  const { signal, fetch: fetcher = fetch, as = {} } = options;
  const openAll = (group: readonly Source[]) => openGroup(group, fetcher, signal);
  for await (const group of inOrder(inPortions(sources, GROUP), openAll, GROUPS_AT_ONCE)) {
    for (const opened of group) {
      stopIf(signal);
      meter.open(opened);
      for await (const raw of rawsOf(opened, as)) {
        stopIf(signal);
        yield raw;
      }
      meter.close(opened);
    }
  }
}

type Kinds = NonNullable<ReadOptions['as']>;

/** The documents in one source, before they are read. */
export async function* rawsIn(source: Source, signal: AbortSignal): AsyncGenerator<Raw> {
  for (const opened of await openGroup([source], fetch, signal)) yield* rawsOf(opened);
}

async function* rawsOf(opened: Opened | Refused, as: Kinds = {}): AsyncGenerator<Raw> {
  if (!('blob' in opened)) {
    yield { type: 'refused', ...opened };
    return;
  }
  try {
    for await (const piece of piecesOf(opened)) {
      if ('message' in piece) yield { type: 'refused', ...piece };
      else yield* documentsIn(piece, Object.hasOwn(as, piece.name) ? as[piece.name] : null);
    }
  } catch (failure) {
    const message = `The file could not be read (${describeFailure(failure)}).`;
    yield {
      type: 'refused',
      ...refused(opened.name, message, { origin: opened.origin, size: opened.size }),
    };
  }
}

export function runsOf(sources: readonly Source[]): (readonly Source[])[] {
  return [...inPortions(withoutNoise(sources), RUN)];
}

function withoutNoise(sources: readonly Source[]): Source[] {
  return sources.filter((source) => !isLocal(source) || !isNoise(source.name));
}

export async function nothingIn([first]: readonly Source[]): Promise<CheckedDocument> {
  const name = first ? nameOf(first) : '';
  const message = 'There were no files in what was opened.';
  return readDocument({ type: 'refused', ...refused(name, message, { severity: 'note' }) }, () => []);
}

function stopIf(signal: AbortSignal): void {
  if (signal.aborted) throw new Failure('cancelled', 'Reading was cancelled.');
}

/** Counts files and bytes, and reports now and then. */
class Meter {
  readonly #report: (progress: Progress) => void;
  readonly #filesTotal: number;
  #bytesTotal = 0;
  #files = 0;
  #bytes = 0;
  #last = { at: -Infinity, name: '' };

  constructor(sources: readonly Source[], report: (progress: Progress) => void) {
    this.#report = report;
    this.#filesTotal = sources.length;
    for (const source of sources) if (isLocal(source)) this.#bytesTotal += sizeOf(source);
  }

  open(opened: Opened | Refused): void {
    const isNew = 'blob' in opened && opened.origin !== null;
    if (isNew) this.#bytesTotal += opened.size;
    this.report(opened.name);
  }

  close(opened: Opened | Refused): void {
    this.#files++;
    this.#bytes += opened.size;
  }

  report(name: string): void {
    const now = performance.now();
    if (now - this.#last.at < MILLISECONDS_BETWEEN_REPORTS) return;
    this.#last = { at: now, name };
    this.#send(this.#files < this.#filesTotal ? 'reading' : 'checking', name);
  }

  finish(): void {
    this.#send('checking', this.#last.name);
  }

  #send(phase: Progress['phase'], name: string): void {
    const [files, bytes] = [this.#files, this.#bytes];
    this.#report({
      phase,
      files,
      filesTotal: this.#filesTotal,
      bytes,
      bytesTotal: Math.max(bytes, this.#bytesTotal),
      name,
    });
  }
}

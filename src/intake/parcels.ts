import { inOrder, runsOf, type Progress, type ReadOptions, type Source } from '../documents';
import { readSheets } from './read-sheets';
import type { Parcel, Reader } from './reader';
import { bytesIn, Tally } from './tally';

/** Less is read before other readers have begun. */
const MANY_FILES = 1000;
const MANY_BYTES = 16 * 1024 * 1024;
/** Runs that a reader is given ahead of those whose sheets are taken. */
const AHEAD = 2;

/** Whether what is opened is so much that other readers are of use. */
export function isLarge(sources: readonly Source[]): boolean {
  return sources.length >= MANY_FILES || bytesIn(sources) >= MANY_BYTES;
}

/** What one reader, here, makes of sources. */
export async function* parcelsHere(sources: readonly Source[], options: ReadOptions): AsyncGenerator<Parcel> {
  for await (const sheet of readSheets(sources, options))
    yield { head: sheet.head, encode: (numbers) => Promise.resolve(sheet.encode(numbers)) };
}

/** What several readers beside each other make of sources: the same, in the same order. */
export async function* parcelsFrom(
  readers: readonly Reader[],
  sources: readonly Source[],
  onProgress: (progress: Progress) => void,
): AsyncGenerator<Parcel> {
  const runs = runsOf(sources);
  const tally = new Tally(runs, onProgress);
  const begin = (run: readonly Source[], place: number) =>
    (readers[place % readers.length] as Reader).read(run, (progress) => tally.note(place, progress));
  const begun = inOrder(
    runs.entries(),
    ([place, run]) => Promise.resolve({ parcels: begin(run, place) }),
    readers.length * AHEAD,
  );
  for await (const { parcels } of begun) yield* parcels;
}

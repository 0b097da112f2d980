import { describeFailure, MANIFEST_NAME, STORY_NAME } from '../model';
import { Budget, gunzip } from './archive';
import { inWords, LIMITS } from './limits';
import { refused, type Opened, type Refused } from './open';
import { Zip, type ZipEntry } from './zip';

/** One file's bytes, unpacked. */
export interface Piece {
  readonly name: string;
  readonly origin: string | null;
  readonly bytes: Uint8Array;
}

const NOISE = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._[^/]*$|Thumbs\.db$|desktop\.ini$)|\/$/i;

/** What operating systems leave in folders and archives, directories, and what a portable bundle says of itself and tells. */
export function isNoise(name: string): boolean {
  return NOISE.test(name) || name.endsWith(MANIFEST_NAME) || name.endsWith(STORY_NAME);
}

/** The files in what was opened: itself, or what is packed in it (by its first bytes, not its name). */
export async function* piecesOf(opened: Opened): AsyncGenerator<Piece | Refused> {
  const { name, origin, size } = opened;
  const head = opened.bytes?.subarray(0, 4) ?? new Uint8Array(await opened.blob().slice(0, 4).arrayBuffer());
  const tooLarge = (most: number) =>
    refused(name, `The file is ${inWords(size)}, larger than ${inWords(most)}, the most that is read.`, {
      origin,
      size,
    });
  if (isZip(head)) {
    if (size > LIMITS.archiveBytes) yield tooLarge(LIMITS.archiveBytes);
    else yield* unzip(opened);
    return;
  }
  const most = isGzip(head) ? LIMITS.archiveBytes : LIMITS.collectionBytes;
  if (size > most) {
    yield tooLarge(most);
    return;
  }
  const bytes = opened.bytes ?? new Uint8Array(await opened.blob().arrayBuffer());
  yield unpack({ name, origin, bytes }, new Budget());
}

async function* unzip({ name: archive, size, blob }: Opened): AsyncGenerator<Piece | Refused> {
  const zip = new Zip(blob());
  const budget = new Budget();
  let entries: ZipEntry[];
  try {
    entries = (await zip.entries()).filter((entry) => !isNoise(entry.name));
  } catch (failure) {
    yield refused(archive, describeFailure(failure), { size });
    return;
  }
  if (entries.length === 0) yield refused(archive, 'The archive holds no files.', { size, severity: 'note' });
  for (const entry of entries) {
    const name = `${archive}/${entry.name}`.slice(0, LIMITS.textLength);
    try {
      yield unpack({ name, origin: archive, bytes: await zip.expand(entry, budget) }, budget);
    } catch (failure) {
      yield refused(name, describeFailure(failure), { origin: archive, size: entry.size });
      if (budget.isSpent) return;
    }
  }
}

function unpack(piece: Piece, budget: Budget): Piece | Refused {
  const { name, origin, bytes } = piece;
  const isNested = origin !== null && isZip(bytes);
  if (isNested)
    return refused(name, 'An archive inside an archive is not opened. Unpack it first.', {
      origin,
      size: bytes.length,
    });
  if (!isGzip(bytes)) return piece;
  try {
    const inner = gunzip(bytes, budget);
    if (!isGzip(inner) && !isZip(inner)) return { name, origin, bytes: inner };
    return refused(name, 'An archive inside an archive is not opened. Unpack it first.', {
      origin,
      size: bytes.length,
    });
  } catch (failure) {
    return refused(name, describeFailure(failure), { origin, size: bytes.length });
  }
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function isZip(bytes: Uint8Array): boolean {
  const isLetters = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isLetters && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));
}

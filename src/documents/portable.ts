import { MANIFEST_NAME, type Manifest } from '../model';
import { Budget } from './archive';
import { LIMITS } from './limits';
import { sha256 } from './digest';
import { neededRows, type Needed } from './needed-rows';
import { findAgain, type DocumentName } from './original';
import type { Source } from './sources';
import { isObject } from './stated';
import { Zip } from './zip';

/** A document that a portable bundle needs: whole, or some lines of it. */
export interface WantedPart extends DocumentName {
  readonly needed: Needed | null;
}

export interface FoundPart extends DocumentName {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of these bytes. */
  readonly partSha256: string;
  readonly lines: number | null;
}

/** The documents as they came, from their sources; what is gone, or of which nothing is needed, is left out. */
export async function readParts(
  sources: readonly Source[],
  wanted: readonly WantedPart[],
  signal: AbortSignal,
): Promise<FoundPart[]> {
  const neededOf = new Map(wanted.map(({ sha256, needed }) => [sha256, needed]));
  const parts: FoundPart[] = [];
  for await (const { document, bytes } of findAgain(sources, wanted, signal)) {
    signal.throwIfAborted();
    const needed = neededOf.get(document.sha256) ?? null;
    const rows = needed ? neededRows(bytes, needed) : { bytes, lines: null };
    if (!rows) continue;
    const { name, sha256: whole } = document;
    parts.push({ name, sha256: whole, ...rows, partSha256: await sha256(rows.bytes) });
  }
  return parts;
}

/** What a portable bundle says is in it; null where the file is none. */
export async function readManifest(blob: Blob): Promise<Manifest | null> {
  try {
    const zip = new Zip(blob);
    const entry = (await zip.entries()).find(({ name }) => name === MANIFEST_NAME);
    if (!entry || entry.size > LIMITS.documentBytes) return null;
    const value: unknown = JSON.parse(new TextDecoder().decode(await zip.expand(entry, new Budget())));
    return isManifest(value) ? value : null;
  } catch {
    return null;
  }
}

/** The bytes of the story that goes with it; null where they are not those that the manifest states. */
export async function readStoryPart(
  blob: Blob,
  { path, sha256: stated }: NonNullable<Manifest['story']>,
): Promise<Uint8Array | null> {
  try {
    const zip = new Zip(blob);
    const entry = (await zip.entries()).find(({ name }) => name === path);
    if (!entry || entry.size > LIMITS.documentBytes) return null;
    const bytes = Uint8Array.from(await zip.expand(entry, new Budget()));
    return (await sha256(bytes)) === stated ? bytes : null;
  } catch {
    return null;
  }
}

function isManifest(value: unknown): value is Manifest {
  if (!isObject(value) || value['type'] !== 'corollary-portable' || value['version'] !== 1) return false;
  const { title, view, parts, story } = value;
  if (story !== undefined && !isPart(story)) return false;
  if (typeof title !== 'string' || typeof view !== 'string' || !Array.isArray(parts)) return false;
  return parts.every(isPart);
}

function isPart(part: unknown): boolean {
  return isObject(part) && typeof part['sha256'] === 'string' && typeof part['path'] === 'string';
}

import { blockFileBytes, forgetBlockFiles } from '../tables';
import { MANIFEST_FILE } from './layout';

const CACHE = 'corpora';
/** Ranges that are kept; of more, the oldest quarter goes when a corpus is opened. */
const MOST_RANGES = 20_000;

/** What is kept on this machine of corpora that were read. */
export interface KeptCorpora {
  readonly corpora: number;
  readonly bytes: number;
}

export async function keptCorpora(): Promise<KeptCorpora> {
  // To look is not to make one.
  const cache = (await caches.has(CACHE).catch(() => false)) ? await openKept() : null;
  const urls = ((await cache?.keys()) ?? []).map(({ url }) => url);
  const manifests = urls.filter((url) => url.endsWith(`/${MANIFEST_FILE}`));
  const sizes = manifests.map(async (url) => (await (await cache?.match(url))?.blob())?.size ?? 0);
  const all = [...(await Promise.all(sizes)), ...urls.map(rangeBytes), await blockFileBytes()];
  return { corpora: manifests.length, bytes: all.reduce((sum, bytes) => sum + bytes, 0) };
}

/** False where another tab has a corpus open, of which some stays. */
export async function forgetCorpora(): Promise<boolean> {
  await caches.delete(CACHE).catch(() => false);
  return forgetBlockFiles();
}

/** Where the browser has none, everything is read again after a reload. */
export async function openKept(): Promise<Cache | null> {
  return caches.open(CACHE).catch(() => null);
}

/** A range of a file, under a name that tells its content and its length. */
export function rangeKey(
  file: { readonly url: string; readonly sha256: string },
  start: number,
  bytes: number,
) {
  return `${file.url}?${file.sha256}&${start}-${start + bytes}`;
}

function rangeBytes(url: string): number {
  const [, start, end] = /&(\d+)-(\d+)$/.exec(url) ?? [];
  return Number(end ?? 0) - Number(start ?? 0);
}

export async function makeRoom(cache: Cache): Promise<void> {
  const kept = (await cache.keys()).filter(({ url }) => !url.endsWith(`/${MANIFEST_FILE}`));
  if (kept.length <= MOST_RANGES) return;
  for (const range of kept.slice(0, kept.length - 0.75 * MOST_RANGES)) await cache.delete(range);
}

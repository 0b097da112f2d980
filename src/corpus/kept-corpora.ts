import { blockFileBytes, forgetBlockFiles } from '../tables';
import { MANIFEST_FILE } from './layout';

/** As in `corpus-files.ts`. */
const CACHE = 'corpora';

/** What is kept on this machine of corpora that were read. */
export interface KeptCorpora {
  readonly corpora: number;
  readonly bytes: number;
}

export async function keptCorpora(): Promise<KeptCorpora> {
  const cache = await existing();
  const requests = (await cache?.keys()) ?? [];
  const sizes = requests.map(async (request) => (await (await cache?.match(request))?.blob())?.size ?? 0);
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, await blockFileBytes());
  const manifests = requests.filter(({ url }) => url.endsWith(`/${MANIFEST_FILE}`));
  return { corpora: manifests.length, bytes };
}

/** False where another tab has a corpus open, of which some stays. */
export async function forgetCorpora(): Promise<boolean> {
  await caches.delete(CACHE).catch(() => false);
  return forgetBlockFiles();
}

/** To look is not to make one. */
async function existing(): Promise<Cache | null> {
  try {
    return (await caches.has(CACHE)) ? await caches.open(CACHE) : null;
  } catch {
    return null;
  }
}

import { describeFailure, Failure } from '../model';
import { rangeFailure } from '../tables';
import type { Usage } from './corpus';
import { makeRoom, openKept, rangeKey } from './kept-corpora';
import { MANIFEST_FILE } from './layout';
import { fileIn, readManifest, type Manifest } from './manifest';

const MOST_MANIFEST = 10_000_000;

/** The files of a corpus beside its database, read by ranges that are kept on this machine. */
export class CorpusFiles {
  readonly url: string;
  readonly manifest: Manifest;
  readonly #onUsage: () => void;
  readonly #cache: Cache | null;
  readonly #etags = new Map<string, string>();
  #usage: Usage;

  private constructor(
    url: string,
    manifest: Manifest,
    cache: Cache | null,
    usage: Usage,
    onUsage: () => void,
  ) {
    this.url = url;
    this.manifest = manifest;
    this.#cache = cache;
    this.#usage = usage;
    this.#onUsage = onUsage;
  }

  /** `address` is that of the folder or of its manifest. Without a network the manifest is what it was the last time. */
  static async open(address: string, onUsage: () => void): Promise<CorpusFiles> {
    const url = new URL(
      '.',
      address.endsWith(MANIFEST_FILE) || address.endsWith('/') ? address : `${address}/`,
    ).href;
    const cache = await openKept();
    if (cache) void makeRoom(cache).catch(() => undefined);
    const file = url + MANIFEST_FILE;
    const fetched = await fetchManifest(file);
    const kept = await cache?.match(file).catch(() => undefined);
    if (fetched === null && !kept)
      throw new Failure(
        'network',
        'The corpus does not answer, or its host does not allow other pages to read it (CORS). Check the address; if the corpus is yours, see “A corpus” in the README.',
      );
    const before = await kept?.text();
    const text = fetched ?? before ?? '';
    const manifest = readManifest(text);
    if (fetched !== null && before !== fetched && cache)
      await replace(cache, url, fetched).catch(() => undefined);
    const usage =
      fetched === null
        ? { requests: 1, bytes: 0, kept: text.length }
        : { requests: 1, bytes: text.length, kept: 0 };
    return new CorpusFiles(url, manifest, cache, usage, onUsage);
  }

  usage(): Usage {
    return this.#usage;
  }

  file(name: string) {
    return { ...fileIn(this.manifest, name), url: this.url + name };
  }

  async read(name: string, start: number, bytes: number): Promise<Uint8Array<ArrayBuffer>> {
    const file = this.file(name);
    if (!(start >= 0 && bytes > 0 && start + bytes <= file.bytes))
      throw new Failure('unreadable', `${name} is damaged: it is asked for bytes that it does not have.`);
    const key = rangeKey(file, start, bytes);
    const kept = await this.#cache?.match(key).catch(() => undefined);
    if (kept) {
      this.#count({ kept: bytes });
      return new Uint8Array(await kept.arrayBuffer());
    }
    const read = await this.#fetch(file.url, name, start, bytes);
    await this.#cache?.put(key, new Response(read)).catch(() => undefined);
    return read;
  }

  async #fetch(url: string, name: string, start: number, wanted: number): Promise<Uint8Array<ArrayBuffer>> {
    const response = await fetch(url, {
      headers: { Range: `bytes=${start}-${start + wanted - 1}` },
      cache: 'no-store',
    }).catch(() => null);
    // A host that sends the whole file is not listened to until its end.
    const isPart = response?.status === 206;
    const bytes = isPart
      ? new Uint8Array(await response.arrayBuffer().catch(() => new ArrayBuffer(0)))
      : new Uint8Array();
    if (!isPart) void response?.body?.cancel();
    this.#count({ requests: 1, bytes: bytes.length });
    const etag = response?.headers.get('etag') ?? null;
    const answer = { status: response?.status ?? 0, bytes: bytes.length, etag };
    const failure = rangeFailure(answer, { bytes: wanted, etag: this.#etags.get(name) ?? null }, name);
    if (failure) throw failure;
    if (etag !== null) this.#etags.set(name, etag);
    return bytes;
  }

  #count({ requests = 0, bytes = 0, kept = 0 }: Partial<Usage>): void {
    const usage = this.#usage;
    this.#usage = {
      requests: usage.requests + requests,
      bytes: usage.bytes + bytes,
      kept: usage.kept + kept,
    };
    this.#onUsage();
  }
}

/** What is read of them after they are open, wherever they lie. */
export type Files = Pick<CorpusFiles, 'manifest' | 'url' | 'read' | 'usage'>;

/** Null where nothing answered. */
async function fetchManifest(file: string): Promise<string | null> {
  const response = await fetch(file, { cache: 'no-cache' }).catch(() => null);
  if (!response) return null;
  if (response.status === 404 || response.status === 410)
    throw new Failure('network', 'There is no corpus at this address: no manifest.json is there.');
  if (!response.ok) throw new Failure('network', `The corpus answered with status ${response.status}.`);
  if (Number(response.headers.get('content-length') ?? 0) > MOST_MANIFEST)
    throw new Failure('too-large', 'The manifest of this corpus is larger than any should be.');
  return response.text().catch((cause: unknown) => {
    throw new Failure('network', `The corpus stopped answering: ${describeFailure(cause)}.`);
  });
}

/** What was kept of the corpus that lay there before is of no use any more. */
async function replace(cache: Cache, url: string, manifest: string): Promise<void> {
  for (const { url: kept } of await cache.keys()) if (kept.startsWith(url)) await cache.delete(kept);
  await cache.put(url + MANIFEST_FILE, new Response(manifest));
}

import type { BlockStore } from './remote-blocks';

const FOLDER = 'corpora';
/** A file's blocks on this machine: no more are kept after that. */
const MOST_BYTES = 512 * 1024 * 1024;
const MOST_FILES = 8;
const HEAD = 8;

/**
 * Blocks one after the other in a private file named after the content it is a part of: each with its number and length.
 * Null where this browser has no private files, or another tab holds this one.
 */
export async function openBlockFile(sha256: string): Promise<BlockStore | null> {
  try {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle(FOLDER, { create: true });
    await makeRoom(folder, sha256);
    const file = await folder.getFileHandle(sha256, { create: true });
    return new BlockFile(await file.createSyncAccessHandle());
  } catch {
    return null;
  }
}

/** Of all files, also those that are open. */
export async function blockFileBytes(): Promise<number> {
  let bytes = 0;
  const folder = await existingFolder();
  for (const name of folder ? await namesIn(folder) : []) {
    const file = await folder?.getFileHandle(name).then((handle) => handle.getFile());
    bytes += file?.size ?? 0;
  }
  return bytes;
}

/** A file is let go a moment after the worker that held it; false where one is held for longer, say by another tab. */
export async function forgetBlockFiles(): Promise<boolean> {
  const folder = await existingFolder();
  if (!folder) return true;
  for (let tries = 0; tries < 20; tries++) {
    const names = await namesIn(folder);
    if (names.length === 0) return true;
    const gone = await Promise.allSettled(names.map((name) => folder.removeEntry(name)));
    if (gone.some(({ status }) => status === 'rejected'))
      await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return (await namesIn(folder)).length === 0;
}

/** Null where nothing was kept yet, or nothing can be. */
async function existingFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return await (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER);
  } catch {
    return null;
  }
}

async function namesIn(folder: FileSystemDirectoryHandle): Promise<string[]> {
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  return names;
}

async function makeRoom(folder: FileSystemDirectoryHandle, wanted: string): Promise<void> {
  const names = await namesIn(folder);
  if (names.includes(wanted) || names.length < MOST_FILES) return;
  for (const name of names.slice(0, names.length - MOST_FILES + 1))
    await folder.removeEntry(name).catch(() => undefined);
}

class BlockFile implements BlockStore {
  readonly #file: FileSystemSyncAccessHandle;
  readonly #places = new Map<number, { readonly start: number; readonly length: number }>();
  #end = 0;

  constructor(file: FileSystemSyncAccessHandle) {
    this.#file = file;
    const size = file.getSize();
    const head = new Uint32Array(2);
    while (this.#end + HEAD <= size) {
      file.read(head, { at: this.#end });
      const [block = 0, length = 0] = head;
      const next = this.#end + HEAD + length;
      if (length === 0 || next > size) break;
      this.#places.set(block, { start: this.#end + HEAD, length });
      this.#end = next;
    }
    // What a tab wrote when it ended may be half a block.
    file.truncate(this.#end);
  }

  get(block: number): Uint8Array | null {
    const place = this.#places.get(block);
    if (!place) return null;
    const bytes = new Uint8Array(place.length);
    return this.#file.read(bytes, { at: place.start }) === place.length ? bytes : null;
  }

  put(block: number, bytes: Uint8Array): void {
    if (this.#end + HEAD + bytes.length > MOST_BYTES) return;
    try {
      this.#file.write(bytes, { at: this.#end + HEAD });
      this.#file.write(new Uint32Array([block, bytes.length]), { at: this.#end });
      this.#places.set(block, { start: this.#end + HEAD, length: bytes.length });
      this.#end += HEAD + bytes.length;
    } catch {
      // No room: what is not kept is read again.
    }
  }
}

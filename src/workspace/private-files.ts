import type { FromWriter, ToWriter } from './messages';
import { FOLDER } from './names';
import type { Shelf } from './shelf';

/** Thousands of files in one message would block the page. */
const PIECE = 500;

/** Packs as files of the origin's private file system; null where a browser has none, or refuses it. */
export async function openPrivateFiles(): Promise<Shelf | null> {
  try {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle(FOLDER, { create: true });
    return {
      write: (pack, blobs, signal) => writePack(String(pack), blobs, signal),
      read: (pack) => readPack(folder, String(pack)),
      remove: (pack) => folder.removeEntry(String(pack)).catch(unlessMissing),
    };
  } catch {
    return null;
  }
}

async function readPack(folder: FileSystemDirectoryHandle, pack: string): Promise<Blob | null> {
  try {
    return await (await folder.getFileHandle(pack)).getFile();
  } catch (failure) {
    unlessMissing(failure);
    return null;
  }
}

/** A writer for each pack: ending it is how writing is cancelled. */
async function writePack(pack: string, blobs: readonly Blob[], signal: AbortSignal): Promise<void> {
  const worker = new Worker(new URL('./writer.worker.ts', import.meta.url), {
    type: 'module',
    name: 'writer',
  });
  try {
    await new Promise<void>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error));
      worker.onerror = ({ message }) => reject(new Error(message || 'The writer stopped.'));
      worker.onmessage = ({ data }: MessageEvent<FromWriter>) => {
        if (data.type === 'written') resolve();
        else reject(new DOMException(data.message, data.name));
      };
      void sendAll(worker, pack, blobs);
    });
  } finally {
    worker.terminate();
  }
}

async function sendAll(worker: Worker, pack: string, blobs: readonly Blob[]): Promise<void> {
  const send = (message: ToWriter) => worker.postMessage(message);
  for (let at = 0; at < blobs.length; at += PIECE) {
    send({ pack, blobs: blobs.slice(at, at + PIECE) });
    await new Promise((resolve) => setTimeout(resolve));
  }
  send({ pack, blobs: [] });
}

function unlessMissing(failure: unknown): void {
  if (!(failure instanceof DOMException && failure.name === 'NotFoundError')) throw failure;
}

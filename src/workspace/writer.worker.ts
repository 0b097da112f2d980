import type { FromWriter, ToWriter } from './messages';
import { FOLDER } from './names';

const CHUNK = 8 * 1024 * 1024;

let handle: FileSystemSyncAccessHandle | null = null;
let at = 0;
let last: Promise<void> = Promise.resolve();

async function open(pack: string): Promise<FileSystemSyncAccessHandle> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(FOLDER, { create: true });
  const file = await folder.getFileHandle(pack, { create: true });
  const access = await file.createSyncAccessHandle();
  // What another tab began and did not finish may have had this number.
  access.truncate(0);
  return access;
}

async function write({ pack, blobs }: ToWriter): Promise<void> {
  handle ??= await open(pack);
  // Asking for each of many small files by itself takes longer than all that is done with it.
  const whole = new Blob([...blobs]);
  for (let start = 0; start < whole.size; start += CHUNK) {
    const bytes = await whole.slice(start, start + CHUNK).arrayBuffer();
    const written = handle.write(bytes, { at });
    // Chromium gives an impossible count, and no error, where a private window is full.
    if (written !== bytes.byteLength) throw new DOMException('The bytes did not fit.', 'QuotaExceededError');
    at += written;
  }
  if (blobs.length > 0) return;
  handle.flush();
  handle.close();
  answer({ type: 'written' });
}

function answer(message: FromWriter): void {
  postMessage(message);
}

onmessage = ({ data }: MessageEvent<ToWriter>) => {
  last = last.then(() => write(data));
  last.catch((failure: unknown) => {
    handle?.close();
    const { name, message } = failure instanceof Error ? failure : { name: '', message: String(failure) };
    answer({ type: 'failed', name, message });
  });
};

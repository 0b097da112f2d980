import { Failure } from '../model';
import type { Files } from './corpus-files';
import type { PlacedDocument } from './lines';

/** An original document, taken only if its hash is that of what was packed. */
export async function originalIn(
  files: Files,
  { file, start, bytes, sha256, name }: PlacedDocument,
): Promise<Uint8Array<ArrayBuffer>> {
  const read = await files.read(file, start, bytes);
  const hash = Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', read)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
  if (hash !== sha256)
    throw new Failure('unreadable', `${name} is not the document that was packed: its hash is another.`);
  return read;
}

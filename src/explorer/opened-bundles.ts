import { readManifest } from '../documents';
import { readLink, type Manifest } from '../model';
import type { Keepable } from '../workspace';

export interface OpenedBundle {
  readonly name: string;
  readonly manifest: Manifest;
}

/** The portable bundles among what was opened; they are read as archives besides. */
export async function bundlesAmong(sources: readonly Keepable[]): Promise<OpenedBundle[]> {
  const found: OpenedBundle[] = [];
  for (const source of sources) {
    if (source.kind !== 'file' || !/\.zip$/i.test(source.name)) continue;
    const manifest = await readManifest(source.blob);
    if (manifest && isReadable(manifest)) found.push({ name: source.name, manifest });
  }
  return found;
}

function isReadable({ view }: Manifest): boolean {
  try {
    return readLink(view) !== null;
  } catch {
    return false;
  }
}

/** Whether what was loaded is what the manifest says, in a sentence. */
export function heldAgainst(
  { name, manifest: { parts } }: OpenedBundle,
  has: (part: Manifest['parts'][number]) => boolean,
): string {
  const others = parts.filter((part) => !has(part)).map(({ path }) => path);
  if (others.length === 0)
    return `${name}: each of its ${parts.length} documents has the hash that its manifest states.`;
  return `${name}: ${others.length} of ${parts.length} documents are not as its manifest states: ${others.join(', ')}.`;
}

import { readManifest, readStoryPart } from '../documents';
import { readLink, type Manifest } from '../model';
import type { Keepable } from '../workspace';
import type { OpenedStory } from './opened-stories';

export interface OpenedBundle {
  readonly name: string;
  readonly manifest: Manifest;
  /** `changed` where it is not as the manifest states; null where the bundle has none. */
  readonly story: OpenedStory | 'changed' | null;
}

/** The portable bundles among what was opened; they are read as archives besides. */
export async function bundlesAmong(sources: readonly Keepable[]): Promise<OpenedBundle[]> {
  const found: OpenedBundle[] = [];
  for (const source of sources) {
    if (source.kind !== 'file' || !/\.zip$/i.test(source.name)) continue;
    const manifest = await readManifest(source.blob);
    if (!manifest || !isReadable(manifest)) continue;
    found.push({ name: source.name, manifest, story: await storyOf(source, manifest) });
  }
  return found;
}

async function storyOf(
  { name, blob }: Extract<Keepable, { kind: 'file' }>,
  { story: part }: Manifest,
): Promise<OpenedBundle['story']> {
  if (!part) return null;
  const bytes = await readStoryPart(blob, part);
  const { readStory } = await import('../figures');
  const story = bytes && readStory(bytes);
  return story ? { name, story } : 'changed';
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
  { name, story, manifest: { parts } }: OpenedBundle,
  has: (part: Manifest['parts'][number]) => boolean,
): string {
  const others = parts.filter((part) => !has(part)).map(({ path }) => path);
  const left = story === 'changed' ? ' The story in it is not as its manifest states, and was left out.' : '';
  if (others.length === 0)
    return `${name}: each of its ${parts.length} documents has the hash that its manifest states.${left}`;
  return `${name}: ${others.length} of ${parts.length} documents are not as its manifest states: ${others.join(', ')}.${left}`;
}

import { version } from '../../package.json';
import type { FoundPart, WantedPart } from '../documents';
import type { PortableInput } from '../exports';
import { NO_DOCUMENTS, STORY_NAME, writeLink, type Manifest, type PortablePart, type View } from '../model';
import type { PortableEvidence } from '../queries';

/** A story as its file, to go into a bundle. */
export interface StoryPart {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** Of collections some lines, of everything else the whole. */
export function wantedParts({ documents, aliases }: PortableEvidence): WantedPart[] {
  return documents.map(({ name, sha256, kind, pointers }) => ({
    name,
    sha256,
    needed: kind === 'collection' ? { aliases, lines: linesIn(pointers) } : null,
  }));
}

function linesIn(pointers: readonly string[]): number[] {
  return pointers.flatMap((pointer) => {
    const number = /^line (\d+)$/.exec(pointer)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
}

export function portableOf(
  found: readonly FoundPart[],
  { title, view, story }: { readonly title: string; readonly view: View; readonly story: StoryPart | null },
): PortableInput {
  const parts = found.map((part, at) => ({ ...part, path: `documents/${pathOf(part.name, at)}` }));
  const manifest: Manifest = {
    ...{ type: 'corollary-portable', version: 1, title, appVersion: version },
    view: writeLink({ view, documents: NO_DOCUMENTS }),
    parts: parts.map(({ path, bytes, partSha256, name, sha256, lines }): PortablePart => {
      const of = { name, sha256 };
      return { path, bytes: bytes.length, sha256: partSha256, of, ...(lines !== null && { lines }) };
    }),
    ...(story && { story: { path: STORY_NAME, bytes: story.bytes.length, sha256: story.sha256 } }),
  };
  return { manifest, parts, ...(story && { story: story.bytes }) };
}

/** `003-related-records.jsonl-L3.json`: no two are the same, and none leads out of its folder. */
function pathOf(name: string, at: number): string {
  const last = name.replace(/^.*\//, '').replace(/[^\p{L}\p{N}._-]+/gu, '-');
  const isPart = name.includes('#');
  return `${String(at + 1).padStart(3, '0')}-${last.slice(-80)}${isPart ? '.json' : ''}`;
}

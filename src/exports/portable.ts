import { strToU8, zipSync } from 'fflate';
import { MANIFEST_NAME, type Manifest } from '../model';

export interface PortableInput {
  readonly manifest: Manifest;
  /** The bytes of each part of the manifest, by its path. */
  readonly parts: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  /** The bytes of the manifest's story. */
  readonly story?: Uint8Array;
}

/** Zip has no earlier date; it is read in the time of the machine, so that every machine writes the same bytes. */
const NO_DATE = new Date(1980, 0, 1);

/** The manifest first, then the story and the parts as they are. */
export function portableZip({ manifest, parts, story }: PortableInput): Uint8Array {
  const files = Object.fromEntries([
    [MANIFEST_NAME, strToU8(`${JSON.stringify(manifest, null, 2)}\n`)] as const,
    ...(manifest.story && story ? [[manifest.story.path, story] as const] : []),
    ...parts.map(({ path, bytes }) => [path, bytes] as const),
  ]);
  return zipSync(files, { mtime: NO_DATE });
}

/** These files as they are, by their names. */
export function filesZip(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync({ ...files }, { mtime: NO_DATE });
}

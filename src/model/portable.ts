/** The entry of a portable bundle that says what is in it. */
export const MANIFEST_NAME = 'corollary-manifest.json';

export interface PortablePart {
  readonly path: string;
  readonly bytes: number;
  /** Of the part's bytes. */
  readonly sha256: string;
  /** The document that it is, or of which it has some lines. */
  readonly of: { readonly name: string; readonly sha256: string };
  /** Of a collection: how many of its lines. */
  readonly lines?: number;
}

/** Of a portable bundle: original documents byte for byte, lines of collections that are needed, and a View. */
export interface Manifest {
  readonly type: 'corollary-portable';
  readonly version: 1;
  readonly title: string;
  readonly appVersion: string;
  /** The View's link text, without documents. */
  readonly view: string;
  readonly parts: readonly PortablePart[];
  /** The story that goes with it, as its file. */
  readonly story?: { readonly path: string; readonly bytes: number; readonly sha256: string };
}

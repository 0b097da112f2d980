/** Blobs come in pieces; the one without any is the last. */
export interface ToWriter {
  readonly pack: string;
  readonly blobs: readonly Blob[];
}

export type FromWriter =
  { readonly type: 'written' } | { readonly type: 'failed'; readonly name: string; readonly message: string };

/** What a person opened. */
export type Source =
  | { readonly kind: 'file'; readonly name: string; readonly blob: Blob }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'text'; readonly name: string; readonly text: string };

export interface Progress {
  readonly phase: 'reading' | 'checking';
  readonly files: number;
  readonly filesTotal: number;
  /** Bytes as they came (of an archive, as packed); an address counts once its length is known. */
  readonly bytes: number;
  readonly bytesTotal: number;
  readonly name: string;
}

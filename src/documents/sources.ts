/** What is read: what a person opened, or kept. */
export type Source =
  | { readonly kind: 'file'; readonly name: string; readonly blob: Blob }
  /** One of many files that lie in a blob one after the other: a Blob for each would cost more than to read them. */
  | {
      readonly kind: 'part';
      readonly name: string;
      readonly blob: Blob;
      readonly start: number;
      readonly end: number;
    }
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

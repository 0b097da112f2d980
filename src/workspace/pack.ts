/** What a person opened, in any of its forms. */
export type Keepable =
  | { readonly kind: 'file'; readonly name: string; readonly blob: Blob }
  | { readonly kind: 'text'; readonly name: string; readonly text: string }
  | { readonly kind: 'url'; readonly url: string };

/** What comes back: a text has become a file of the same bytes; an address is only named. */
export type KeptSource = Exclude<Keepable, { kind: 'text' }>;

/** Where in its pack a source lies. */
export type Entry =
  | { readonly kind: 'file'; readonly name: string; readonly start: number; readonly end: number }
  | { readonly kind: 'url'; readonly url: string };

interface Pack {
  readonly entries: readonly Entry[];
  /** One after the other they are the pack. */
  readonly blobs: readonly Blob[];
}

export function pack(sources: readonly Keepable[]): Pack {
  const blobs: Blob[] = [];
  let end = 0;
  const entries = sources.map((source): Entry => {
    if (source.kind === 'url') return { kind: 'url', url: source.url };
    const blob = source.kind === 'text' ? new Blob([source.text]) : source.blob;
    blobs.push(blob);
    const start = end;
    end += blob.size;
    return { kind: 'file', name: source.name, start, end };
  });
  return { entries, blobs };
}

/** Null where the bytes are not all there. */
export function unpack(entries: readonly Entry[], bytes: Blob): KeptSource[] | null {
  if (bytes.size !== sizeOf(entries)) return null;
  return entries.map((entry) =>
    entry.kind === 'url'
      ? entry
      : { kind: 'file', name: entry.name, blob: bytes.slice(entry.start, entry.end) },
  );
}

export function sizeOf(entries: readonly Entry[]): number {
  return entries.reduce((size, entry) => (entry.kind === 'file' ? Math.max(size, entry.end) : size), 0);
}

export function namesOf(entries: readonly Entry[]): string[] {
  return entries.map((entry) => (entry.kind === 'file' ? entry.name : entry.url));
}

/** What a person opened, in any of its forms. */
export type Keepable =
  | { readonly kind: 'file'; readonly name: string; readonly blob: Blob }
  | { readonly kind: 'text'; readonly name: string; readonly text: string }
  | Part
  | { readonly kind: 'url'; readonly url: string };

/** One of many files that lie in a blob one after the other. */
interface Part {
  readonly kind: 'part';
  readonly name: string;
  readonly blob: Blob;
  readonly start: number;
  readonly end: number;
}

/** What comes back: a text or a file is a part of its pack; an address is only named. */
export type KeptSource = Part | { readonly kind: 'url'; readonly url: string };

/** What a pack holds, as columns: thousands of objects would be slow to store and to get. */
export interface Contents {
  /** Of files, or addresses. */
  readonly names: readonly string[];
  /** Where in the pack each ends, and the next begins; null for an address, which has no bytes. */
  readonly ends: readonly (number | null)[];
}

interface Pack {
  readonly contents: Contents;
  /** One after the other they are the pack. */
  readonly blobs: readonly Blob[];
}

export function pack(sources: readonly Keepable[]): Pack {
  const runs: { readonly blob: Blob; readonly start: number; end: number }[] = [];
  let end = 0;
  const ends = sources.map((source) => {
    if (source.kind === 'url') return null;
    const part = partOf(source);
    const last = runs.at(-1);
    // Neighbours in one blob are taken in one go.
    if (last?.blob === part.blob && last.end === part.start) last.end = part.end;
    else runs.push(part);
    return (end += part.end - part.start);
  });
  const names = sources.map((source) => (source.kind === 'url' ? source.url : source.name));
  return { contents: { names, ends }, blobs: runs.map((run) => run.blob.slice(run.start, run.end)) };
}

function partOf(source: Exclude<Keepable, { readonly kind: 'url' }>) {
  if (source.kind === 'part') return { blob: source.blob, start: source.start, end: source.end };
  const blob = source.kind === 'text' ? new Blob([source.text]) : source.blob;
  return { blob, start: 0, end: blob.size };
}

/** Null where the bytes are not all there. */
export function unpack({ names, ends }: Contents, blob: Blob): KeptSource[] | null {
  if (blob.size !== sizeOf({ ends })) return null;
  let start = 0;
  return names.map((name, at) => {
    const end = ends[at] ?? null;
    if (end === null) return { kind: 'url', url: name };
    const part = { kind: 'part', name, blob, start, end } as const;
    start = end;
    return part;
  });
}

export function sizeOf({ ends }: Pick<Contents, 'ends'>): number {
  return ends.findLast((end) => end !== null) ?? 0;
}

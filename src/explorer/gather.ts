import type { Keepable } from '../workspace';

/** Fewer are held as they are. */
const MANY = 2000;
const TOGETHER = 1000;
/** What may be a figure, a story or an archive is looked at as a file of its own. */
const PLAIN = /(?<!\.story)\.(?:json|jsonl|ndjson)$/i;
const MOST_BYTES = 1024 * 1024;

/**
 * Many small files as parts of a few blobs, in the list itself, so that nobody who has it holds them: a browser takes
 * some 2 kB for each file that was read once, as long as it is held.
 */
export function gather(sources: Keepable[]): void {
  if (sources.length <= MANY) return;
  for (let from = 0; from < sources.length; from += TOGETHER) {
    const files = sources
      .slice(from, from + TOGETHER)
      .map((source) => (isPlain(source) ? source.blob : null));
    const blob = new Blob(files.filter((file) => file !== null));
    let end = 0;
    files.forEach((file, at) => {
      const { name } = sources[from + at] as Keepable & { readonly name: string };
      if (file) sources[from + at] = { kind: 'part', name, blob, start: end, end: (end += file.size) };
    });
  }
}

function isPlain(source: Keepable): source is Extract<Keepable, { readonly kind: 'file' }> {
  return source.kind === 'file' && PLAIN.test(source.name) && source.blob.size <= MOST_BYTES;
}

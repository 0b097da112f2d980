import type { Keepable } from '../workspace';
import type { Span } from './parts';

const TOGETHER = 1000;
/** The browser is asked for the size of each, which stops the page: after so many it may answer. */
const SIZES_AT_ONCE = 50;
/** What may be a figure, a story or an archive is looked at as a file of its own. */
const PLAIN = /(?<!\.story)\.(?:json|jsonl|ndjson)$/i;
const MOST_BYTES = 1024 * 1024;

/**
 * Many small files as parts of a few blobs, in the list itself, so that nobody who has it holds them: a browser takes
 * some 3 kB for each file that was read, as long as it is held.
 */
export async function gather(sources: Keepable[], { from, to }: Span): Promise<void> {
  for (let at = from; at < to; at += TOGETHER) await gatherSome(sources, at, Math.min(to, at + TOGETHER));
}

async function gatherSome(sources: Keepable[], from: number, to: number): Promise<void> {
  const plain: { readonly at: number; readonly name: string; readonly file: Blob }[] = [];
  for (let at = from; at < to; at++) {
    const source = sources[at] as Keepable;
    if (isPlain(source)) plain.push({ at, name: source.name, file: source.blob });
    if ((at - from) % SIZES_AT_ONCE === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  const blob = new Blob(plain.map(({ file }) => file));
  let end = 0;
  for (const { at, name, file } of plain)
    sources[at] = { kind: 'part', name, blob, start: end, end: (end += file.size) };
}

function isPlain(source: Keepable): source is Extract<Keepable, { readonly kind: 'file' }> {
  return source.kind === 'file' && PLAIN.test(source.name) && source.blob.size <= MOST_BYTES;
}

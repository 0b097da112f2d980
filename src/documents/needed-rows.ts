import { isObject, type Json } from './stated';
import { parseAlias } from '../model';

/** Which lines of a collection are wanted: by their numbers, and rows of works by any name of the work. */
export interface Needed {
  readonly lines: readonly number[];
  readonly aliases: readonly string[];
}

const LINE_FEED = 0x0a;

export interface NeededRows {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Null where all of it was taken, because it is no collection of lines. */
  readonly lines: number | null;
}

/** The first line of a collection and those that are wanted, byte for byte; null where none of them is. */
export function neededRows(bytes: Uint8Array, { lines, aliases }: Needed): NeededRows | null {
  const all = linesOf(bytes);
  const header = parsed(all[0]);
  if (header?.['type'] !== 'collection') return { bytes: bytes.slice(), lines: null };
  const [wanted, names] = [new Set(lines), new Set(aliases)];
  const own = typeof header['name'] === 'string' ? header['name'] : '';
  const kept = all.filter((line, at) => at > 0 && (wanted.has(at + 1) || isWork(line, names, own)));
  if (kept.length === 0) return null;
  return { bytes: joined([all[0] ?? new Uint8Array(), ...kept]), lines: kept.length };
}

/** With their line feeds. */
function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start < bytes.length;) {
    const at = bytes.indexOf(LINE_FEED, start);
    const end = at < 0 ? bytes.length : at + 1;
    lines.push(bytes.subarray(start, end));
    start = end;
  }
  return lines;
}

function parsed(line: Uint8Array | undefined): Json | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(line));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

const WORK = new TextEncoder().encode('"work"');

function isWork(line: Uint8Array, names: ReadonlySet<string>, collection: string): boolean {
  if (!includes(line, WORK)) return false;
  const row = parsed(line);
  if (row?.['type'] !== 'work') return false;
  const stated = [
    ...['arXiv:', 'doi:', 'openalex:'].map(
      (scheme, at) => [scheme, ['arxiv_id', 'doi', 'openalex_id'][at]] as const,
    ),
    ['', 'id'] as const,
  ];
  return stated.some(([scheme, key]) => {
    const value = row[key ?? ''];
    if (typeof value !== 'string') return false;
    const alias = parseAlias(value) ?? parseAlias(scheme + value);
    return (
      (alias !== null && names.has(alias)) || names.has(`local:${collection}/${value.replace(/^local:/, '')}`)
    );
  });
}

function includes(line: Uint8Array, word: Uint8Array): boolean {
  for (let at = line.indexOf(word[0] ?? 0); at >= 0; at = line.indexOf(word[0] ?? 0, at + 1))
    if (word.every((byte, place) => line[at + place] === byte)) return true;
  return false;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
